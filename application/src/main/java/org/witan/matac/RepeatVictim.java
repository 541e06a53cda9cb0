package org.witan.matac;

import java.time.LocalDate;
import java.util.UUID;

/// Somebody who was harmed again within the months of the scale.
///
/// @param record one of their records
/// @param accused different persons who are suspected
/// @param withoutSuspect events in which nobody is recorded as suspected
public record RepeatVictim(UUID record, int events, LocalDate lastOn, int accused, int withoutSuspect) {

    @Override
    public String toString() {
        return "a repeat victim";
    }
}
