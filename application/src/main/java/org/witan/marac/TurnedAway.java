package org.witan.marac;

import java.time.Instant;
import java.util.UUID;

/// A referral that was not taken, before the agency that made it has answered.
///
/// @param decision the one that stands
/// @param reason the coordinator's words
public record TurnedAway(
        UUID referral, String reference, UUID decision, TriageOutcome outcome, String reason, Instant at) {

    @Override
    public String toString() {
        return "a referral that was not taken";
    }
}
