package org.witan.meeting;

/// About whom an action is. Held to the rows of the database by a test.
public enum Subject {
    VICTIM,
    CHILD,
    PERPETRATOR,
    OTHER
}
