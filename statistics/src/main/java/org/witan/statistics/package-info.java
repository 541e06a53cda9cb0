/// Recorded crime, from files to a comparison people can trust.
///
/// [org.witan.statistics.loading] turns files into a new snapshot of the [org.witan.statistics.store];
/// [org.witan.statistics.comparison] turns a question and a snapshot into a figure that carries its provenance
/// and its warnings; [org.witan.statistics.place] looks at where it gathers; [org.witan.statistics.reference] is
/// what both must agree on: codes, areas, offence sets and the breaks in the series. Nothing here
/// knows a person.
@NullMarked
package org.witan.statistics;

import org.jspecify.annotations.NullMarked;
