package org.witan.marac;

/// What happens to a transfer. Held to the rows of the database by a test.
public enum TransferStep {
    SEALED,
    CHASED,
    ACKNOWLEDGED,
    REOPENED,
    WITHDRAWN
}
