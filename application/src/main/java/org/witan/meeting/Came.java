package org.witan.meeting;

/// Whether somebody came to a meeting.
public enum Came {
    PRESENT,
    APOLOGIES,
    ABSENT
}
