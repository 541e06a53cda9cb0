package org.witan.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two records that may tell of one person, and why nobody linked them yet.
///
/// @param record the one that came later
/// @param weight how alike, in bits
/// @param words why it was not linked at once
/// @param reason more about that; may be empty
/// @param decision null while nobody has decided
public record Suggestion(
        UUID id,
        UUID record,
        UUID other,
        double weight,
        double probability,
        Picture picture,
        Guard guard,
        String words,
        String reason,
        Instant madeAt,
        @Nullable Choice decision) {

    /// What somebody decides about two records.
    public enum Choice {
        LINK,
        APART,
        /// It waits on.
        UNSURE,
        /// They came together by another link. Nobody chooses this.
        SETTLED
    }
}
