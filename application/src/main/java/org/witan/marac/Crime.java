package org.witan.marac;

/// Whether something would be a crime if somebody reported it. Only the coordinator says that it would be none.
public enum Crime {
    YES,
    NO,
    UNKNOWN
}
