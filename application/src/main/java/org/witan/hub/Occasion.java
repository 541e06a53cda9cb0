package org.witan.hub;

/// When independence is measured. Held to the rows of the database by a test.
public enum Occasion {
    START,
    REVIEW,
    END
}
