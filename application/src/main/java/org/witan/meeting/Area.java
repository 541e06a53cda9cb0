package org.witan.meeting;

/// Groups of actions. Held to the rows of the database by a test.
public enum Area {
    HOME_SAFETY,
    FLAGGING,
    SPECIALIST_SUPPORT,
    HOUSING,
    CHILDREN,
    PERPETRATOR,
    HEALTH,
    ADULT_SAFEGUARDING,
    INFORMATION
}
