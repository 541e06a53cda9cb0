/// What loading and comparison must agree on, read from files that an analyst can open: offence codes, areas
/// with their vintages, populations, offence sets and the breaks in the series. Every row has its source and
/// the days between which it is valid.
///
/// It does not know what was recorded; that is the [org.witan.statistics.store].
@NullMarked
package org.witan.statistics.reference;

import org.jspecify.annotations.NullMarked;
