package org.witan.meeting;

/// Marks of an agenda item. Held to the rows of the database by a test.
public enum Mark {
    TRANSFERRED_IN,
    REPEAT,
    EMERGENCY,
    DEFERRED_BEFORE
}
