package org.witan.marac;

/// Why a case goes to another MARAC. Held to the rows of the database by a test.
public enum TransferWhy {
    MOVED,
    MOVED_FOR_A_TIME,
    OTHER_AREA
}
