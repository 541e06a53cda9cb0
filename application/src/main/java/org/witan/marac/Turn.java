package org.witan.marac;

import java.time.Instant;
import java.util.UUID;

/// Something that happened to a case while a conference heard it.
///
/// @param item on the agenda
public record Turn(UUID item, What what, Instant at) {

    /// What happened. Held to the rows of the database by a test.
    public enum What {
        BEGUN,
        PAUSED,
        WENT_ON,
        LEFT
    }
}
