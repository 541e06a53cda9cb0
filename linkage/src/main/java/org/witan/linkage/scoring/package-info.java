/// The weight of a pair in bits, and how it came about: as a waterfall and as sentences.
@NullMarked
package org.witan.linkage.scoring;

import org.jspecify.annotations.NullMarked;
