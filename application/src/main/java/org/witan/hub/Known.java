package org.witan.hub;

/// What an agency answers about a resident. Held to the rows of the database by a test.
public enum Known {
    NOT_KNOWN,
    /// Known, and the agency does not work with them now.
    KNOWN,
    /// The agency works with them now.
    OPEN
}
