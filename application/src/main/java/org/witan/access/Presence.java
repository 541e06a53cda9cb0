package org.witan.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/// When somebody last proved in this session who they are.
///
/// @param at when
public record Presence(Instant at) implements Serializable {
    private static final long serialVersionUID = 1L;

    /// Name of the attribute of the session that holds it.
    public static final String ATTRIBUTE = "witan.presence";

    /// Whether it is fresh enough.
    public boolean within(Duration time, Instant now) {
        return now.isBefore(at.plus(time));
    }
}
