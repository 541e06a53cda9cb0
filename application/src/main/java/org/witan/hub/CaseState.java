package org.witan.hub;

/// How a case of the hub stands. Held to the rows of the database by a test.
public enum CaseState {
    /// The coordinator has not decided about the referral.
    WAITS,
    OPEN,
    NOT_ADDED,
    REMOVED
}
