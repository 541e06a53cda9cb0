/// Which pairs are worth comparing. A rule that would bring too many is split or left out, and the report says so.
@NullMarked
package org.witan.linkage.blocking;

import org.jspecify.annotations.NullMarked;
