package org.witan.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Something that happened to a victim.
///
/// @param victim the source record of the victim
/// @param agency the name of the agency that gave it
/// @param code offence code or name; empty when not given
/// @param words what happened; empty when not given
/// @param isCancelled the agency that gave it took it back
public record Concern(
        UUID id,
        UUID victim,
        Source source,
        String agency,
        LocalDate happenedOn,
        String code,
        String words,
        Instant receivedAt,
        boolean isCancelled) {

    @Override
    public String toString() {
        return "a concern";
    }
}
