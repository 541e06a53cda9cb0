package org.witan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to an offer.
///
/// @param version counts from one
/// @param reason the words of the coded reason; empty where there is none
/// @param attended whether the person came; null for what is no session
/// @param pence what it cost; null when that is not known
/// @param agency the name of the agency that says so
public record Step(
        UUID id,
        int version,
        StepKind what,
        LocalDate onDay,
        String reason,
        String words,
        @Nullable Boolean attended,
        @Nullable Integer pence,
        String agency,
        Instant at) {

    @Override
    public String toString() {
        return what + " on " + onDay;
    }
}
