package org.witan.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a record tells of the same person as another, between two times.
///
/// @param with the record that it was found alike with
/// @param weight how alike, in bits; null where a person decided without a match
/// @param madeBy who decided it; null for the engine
/// @param endedAt null while it holds
public record Link(
        UUID id,
        UUID record,
        UUID with,
        @Nullable Double weight,
        Instant madeAt,
        @Nullable UUID madeBy,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy,
        @Nullable String reason) {

    public boolean holds() {
        return endedAt == null;
    }
}
