package org.witan.marac;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided about a referral.
///
/// @param ground on which it was accepted; null when it was not
/// @param reason why, in words; may be empty when it was accepted
/// @param repeatWhy why it is a repeat, as told on that day; empty when it is none, or none that whoever looks may see
/// @param by the name of whoever decided, where whoever looks may know it
/// @param isUndone whether it was taken back
public record Decision(
        UUID id,
        TriageOutcome outcome,
        @Nullable Ground ground,
        String reason,
        String repeatWhy,
        Instant at,
        @Nullable String by,
        boolean isUndone) {

    @Override
    public String toString() {
        return "a decision";
    }
}
