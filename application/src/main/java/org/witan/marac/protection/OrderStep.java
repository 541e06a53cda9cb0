package org.witan.marac.protection;

/// What happens to an order. Held to the rows of the database by a test.
public enum OrderStep {
    WRITTEN,
    CORRECTED,
    RENEWED,
    NOT_RENEWED,
    ENDED_EARLY,
    IN_ERROR;

    /// Whether the order is over by it.
    public boolean ends() {
        return this == NOT_RENEWED || this == ENDED_EARLY || this == IN_ERROR;
    }
}
