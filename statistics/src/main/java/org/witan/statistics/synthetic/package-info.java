/// Invented police extracts of any size, the same for the same seed, calibrated to published Staffordshire
/// totals and marked as synthetic in every row. No row is, or is made from, a real crime.
@NullMarked
package org.witan.statistics.synthetic;

import org.jspecify.annotations.NullMarked;
