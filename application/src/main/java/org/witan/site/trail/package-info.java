/// Where data protection officers read the trail, and review broken glass and unusual access.
@NullMarked
package org.witan.site.trail;

import org.jspecify.annotations.NullMarked;
