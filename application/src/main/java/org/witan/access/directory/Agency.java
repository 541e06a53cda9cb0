package org.witan.access.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organisation that takes part in the partnership.
///
/// @param kind what kind of agency it is, as the code names it
/// @param kindWords the same, as pages name it
/// @param closedAt when it left; null while it takes part
/// @param agreed how far its people may see anything
/// @param people how many people act for it today
/// @param change who changed it last; null when nobody did
public record Agency(
        UUID id,
        String name,
        String kind,
        String kindWords,
        Instant addedAt,
        @Nullable Instant closedAt,
        int version,
        Agreed agreed,
        long people,
        @Nullable Change change) {

    /// A kind of agency that may be chosen.
    public record Kind(String code, String words) {}
}
