package org.witan.marac;

/// What comes with a transfer beside the referral itself. Held to the rows of the database by a test.
public enum ReceivedKind {
    /// What the other MARAC says must be known first.
    FIRST,
    HEARINGS,
    ACTIONS,
    ASSESSMENTS
}
