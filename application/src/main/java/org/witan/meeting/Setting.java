package org.witan.meeting;

/// What a board decides for itself. Held to the rows of the database by a test.
public enum Setting {
    CUT_OFF_DAYS,
    LIST_OUT_DAYS,
    RESEARCH_DUE_DAYS,
    CHASE_DAYS,
    MINUTES_DUE_DAYS,
    CASE_MINUTES,
    NOT_DONE_TIMES
}
