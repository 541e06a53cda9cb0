package org.witan.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meeting of the partnership that recurs, such as one MARAC.
///
/// @param area for which it meets, in words; may be empty
/// @param agency that runs it
/// @param closedAt when it ceased to meet; null while it does
/// @param keeps whether whoever looks keeps it
public record Board(
        UUID id,
        BoardKind kind,
        String name,
        String area,
        UUID agency,
        String agencyName,
        @Nullable Instant closedAt,
        int version,
        boolean keeps) {}
