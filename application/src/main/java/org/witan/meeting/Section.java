package org.witan.meeting;

/// Sections of an agenda, in the order in which they are taken. Held to the rows of the database by a test.
public enum Section {
    OPEN_ACTIONS,
    WITH_CHILDREN,
    ADULT_ONLY,
    PAST_TWELVE_MONTHS,
    OTHER_BUSINESS
}
