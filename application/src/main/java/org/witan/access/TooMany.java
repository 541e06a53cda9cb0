package org.witan.access;

import java.time.Duration;

/// Somebody opens more records in a short time than anybody reads. Said to everybody alike, whether
/// the records exist or not.
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int most;
    private final Duration wait;

    /// @param most how many may be opened in a span
    /// @param wait until when the next may be
    public TooMany(int most, Duration wait) {
        super("too many", null, false, false);
        this.most = most;
        this.wait = wait;
    }

    /// How many may be opened in a span.
    public int most() {
        return most;
    }

    /// How long until the next may be opened.
    public Duration waiting() {
        return wait;
    }
}
