package org.witan.marac;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That the agency that referred asks to withdraw, and what the coordinator decided.
///
/// @param reference of the referral; never a name
/// @param by the name of whoever asks, where whoever looks may know it
/// @param outcome null while it waits
/// @param answer what the coordinator says of it; may be empty
/// @param decidedAt null while it waits
public record Withdrawal(
        UUID id,
        UUID referral,
        String reference,
        Reason reason,
        String words,
        String agency,
        Instant askedAt,
        @Nullable String by,
        @Nullable Outcome outcome,
        String answer,
        @Nullable Instant decidedAt) {

    /// Why. Held to the rows of the database by a test.
    public enum Reason {
        WRONG_PERSON,
        SENT_TWICE,
        VICTIM_ASKS,
        RISK_CHANGED,
        MOVED_AWAY,
        OTHER;

        /// Whether a repeat can be withdrawn for it: it was none, or its twin stands.
        boolean isOfRepeat() {
            return this == WRONG_PERSON || this == SENT_TWICE;
        }
    }

    /// What the coordinator decides.
    public enum Outcome {
        WITHDRAWN,
        KEPT
    }

    /// Whether it waits for the coordinator.
    public boolean waits() {
        return outcome == null;
    }

    @Override
    public String toString() {
        return "a withdrawal";
    }
}
