/// Invented police extracts of any size, the same for the same seed, calibrated to published Staffordshire
/// totals and marked as synthetic in every row. No row is, or is made from, a real crime.
///
/// What the crimes look like stands in four tables beside this package, each row with its source or "assumed". It does
/// not know the reference data or the store: an extract is read back like any other file.
@NullMarked
package org.witan.statistics.synthetic;

import org.jspecify.annotations.NullMarked;
