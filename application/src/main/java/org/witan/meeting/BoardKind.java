package org.witan.meeting;

/// Kinds of board. Held to the rows of the database by a test.
public enum BoardKind {
    MARAC,
    HUB,
    TASKING,
    MATAC
}
