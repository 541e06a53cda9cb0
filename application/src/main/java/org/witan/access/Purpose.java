package org.witan.access;

/// Why somebody looks. Asked once a session, and kept with everything they do.
public enum Purpose {
    MARAC,
    SUPPORT,
    SAFEGUARDING,
    PERPETRATOR,
    HUB,
    TASKING,
    STATISTICS,
    OVERSIGHT,
    ADMINISTRATION
}
