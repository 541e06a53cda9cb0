package org.witan.marac;

/// What makes a repeat. A partnership sets which of the two is in force; each decision keeps the one by which it was
/// made. Held to the rows of the database by a test.
public enum RepeatDefinition {
    /// Any abuse, also what is no crime: the current text [S20][S21].
    ANY_ABUSE,
    /// What would be a crime if somebody reported it: the older text [S13][S27]. What nobody knows counts.
    WOULD_BE_A_CRIME
}
