package org.witan.meeting;

/// As what somebody is invited to a meeting. Held to the rows of the database by a test.
public enum Capacity {
    CHAIR,
    REPRESENTATIVE,
    DEPUTY,
    OBSERVER
}
