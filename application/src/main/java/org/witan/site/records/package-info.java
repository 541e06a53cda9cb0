/// Where people find the records that they may see, read why, and keep their lists and barriers.
@NullMarked
package org.witan.site.records;

import org.jspecify.annotations.NullMarked;
