package org.witan.matac;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event behind a score.
///
/// @param code as the police gave it; empty when they gave none
/// @param kind the subgroup of offences; null when the code has no weight
/// @param days what it adds to the harm; null when the code has no weight
/// @param agency that recorded it
/// @param victim a record of whoever was harmed
/// @param reference of that record
/// @param isRecent whether it counts for frequency
public record Event(
        UUID id,
        LocalDate happenedOn,
        String code,
        @Nullable String kind,
        @Nullable Double days,
        String agency,
        UUID victim,
        String reference,
        boolean isRecent) {

    @Override
    public String toString() {
        return "an event";
    }
}
