package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Further abuse between the persons of a referral, found in what an agency gave.
///
/// @param referral the latest referral of these persons
/// @param reference what people call it by
/// @param agency the name of the agency that gave it
/// @param words what happened, where it was said
/// @param referredOn when they were referred last
/// @param metOn the day of the last meeting that heard that; null while none did
/// @param until the last day on which it makes a repeat
/// @param definition what makes a repeat by now
/// @param crime whether it would be a crime, as far as that is recorded
public record Incident(
        UUID id,
        UUID referral,
        String reference,
        LocalDate happenedOn,
        Instant foundAt,
        String agency,
        String words,
        LocalDate referredOn,
        @Nullable LocalDate metOn,
        LocalDate until,
        RepeatDefinition definition,
        Crime crime) {

    @Override
    public String toString() {
        return "an incident";
    }
}
