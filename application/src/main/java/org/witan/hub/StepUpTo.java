package org.witan.hub;

/// Where a case is stepped up to. Held to the rows of the database by a test.
public enum StepUpTo {
    MARAC,
    /// Adult safeguarding.
    SAFEGUARDING,
    MAPPA
}
