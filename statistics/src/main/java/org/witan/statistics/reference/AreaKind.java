package org.witan.statistics.reference;

/// The kinds of area that a question may name, from the largest to the smallest.
public enum AreaKind {
    /// England and Wales, K04000001.
    ENGLAND_AND_WALES,
    /// E12…
    REGION,
    /// A police force area, E23… or W15….
    FORCE,
    /// An upper-tier county, E10….
    COUNTY,
    /// A community safety partnership, E22… or W22….
    PARTNERSHIP,
    /// A lower-tier or unitary authority, E06, E07, E08, E09 or W06.
    DISTRICT,
    /// A ward as of 2024, E05….
    WARD,
    /// A lower layer super output area of 2021.
    LSOA
}
