package org.witan.marac;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case that was accepted, that no conference has heard, and that stands on no agenda to come.
///
/// @param byWhen an emergency meeting is to be held; null where none was decided
/// @param missed whether a meeting that it stood on was cancelled, or is over and did not hear it
public record Unlisted(
        UUID referral,
        String reference,
        Instant decidedAt,
        @Nullable Instant byWhen,
        boolean repeat,
        boolean missed) {

    /// Whether it presses more than what is to be put on the next agenda some day soon.
    public boolean presses() {
        return byWhen != null || missed || repeat;
    }

    @Override
    public String toString() {
        return "an accepted case";
    }
}
