package org.witan.people;

import java.time.Instant;
import java.util.UUID;

/// That two records are never of one person.
public record Apart(UUID id, UUID record, UUID other, String reason, Instant madeAt, UUID madeBy) {

    @Override
    public String toString() {
        return "apart";
    }
}
