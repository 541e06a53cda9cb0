package org.witan.notices;

/// How often somebody wants to be told that something waits.
public enum Often {
    /// As soon as the pause of the partnership is over.
    HOURLY,
    /// At most once in 24 hours.
    DAILY,
    /// Never.
    NONE
}
