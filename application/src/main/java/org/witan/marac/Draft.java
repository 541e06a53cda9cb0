package org.witan.marac;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A referral that somebody is writing.
///
/// @param version counts changes
/// @param referral the referral that it became; null while it is being written
public record Draft(
        UUID id,
        Instant begunAt,
        Instant changedAt,
        int version,
        Answers answers,
        @Nullable UUID referral) {

    @Override
    public String toString() {
        return "a draft";
    }
}
