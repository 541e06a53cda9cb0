package org.witan.hub;

/// What came of stepping a case up. Held to the rows of the database by a test.
public enum StepEnd {
    /// The MARAC took it.
    TAKEN,
    NOT_TAKEN,
    /// It is the hub's alone again.
    STEPPED_DOWN
}
