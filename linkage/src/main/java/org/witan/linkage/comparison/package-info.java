/// The vocabulary of comparison: a [Comparison] asks its levels in order, and the first that holds is found.
@NullMarked
package org.witan.linkage.comparison;

import org.jspecify.annotations.NullMarked;
