package org.witan.site.work;

/// How much something presses.
public enum Urgency {
    /// A person may be in danger. Nothing else is marked in red.
    DANGER,
    /// Its day is over.
    LATE,
    ORDINARY
}
