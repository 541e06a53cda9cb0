package org.witan.statistics.comparison;

/// What is worked out from the counts.
public sealed interface Measure {

    /// The number of crimes.
    record Count() implements Measure {}

    /// Crimes per 1,000 residents.
    record Rate() implements Measure {}

    /// The share of the set's crimes whose flag is "yes": `share:domestic`.
    record ShareWithFlag(String flag) implements Measure {}

    /// The set's crimes as a share of another set's, in the same area, period and filter: `share-of:SET`.
    record ShareOfSet(String set) implements Measure {}

    /// Crimes weighted by the ONS Crime Severity Score.
    record Harm() implements Measure {}

    /// The share of crimes recorded in the period that have an outcome of this group: `outcome:GROUP`.
    record OutcomeShare(String group) implements Measure {}
}
