package org.witan.marac;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the agency that referred says to a decision not to take its referral.
///
/// @param again whether it brings what was missing, so that the referral waits for another decision
/// @param words what was missing; may be empty where the agency leaves it at that
/// @param by the name of whoever answered, where whoever looks may know it
public record ReturnAnswer(
        boolean again,
        String words,
        String agency,
        Instant at,
        @Nullable String by) {

    @Override
    public String toString() {
        return "an answer";
    }
}
