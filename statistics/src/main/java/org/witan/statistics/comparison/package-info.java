/// From a question to a figure: one SQL over a snapshot, then the rules (breaks, missing months, bases,
/// suppression), then the figure with everything that a reader needs to trust it or to leave it.
@NullMarked
package org.witan.statistics.comparison;

import org.jspecify.annotations.NullMarked;
