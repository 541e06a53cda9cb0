package org.witan.meeting;

/// What happens to an agenda item. Held to the rows of the database by a test.
public enum Happening {
    HEARD,
    TAKEN_LATER,
    DEFERRED,
    TAKEN_OFF,
    NOT_HEARD
}
