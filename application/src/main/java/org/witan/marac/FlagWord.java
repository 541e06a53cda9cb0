package org.witan.marac;

/// What an agency says of the flags on its files. Held to the rows of the database by a test.
public enum FlagWord {
    SET,
    REMOVED
}
