package org.witan.access.lists;

import java.time.Instant;
import java.util.UUID;

/// Glass that was broken.
///
/// @param reference of the record; empty when whoever reviews may not see that
/// @param who who broke it
/// @param agency for which agency
/// @param reviewed whether somebody has reviewed it
/// @param justified what the review found
/// @param own whether the viewer broke it, so that another must review it
public record Breakage(
        UUID id,
        String reference,
        String who,
        String agency,
        String reason,
        Instant openedAt,
        Instant expiresAt,
        boolean reviewed,
        boolean justified,
        String remark,
        String reviewer,
        boolean own) {

    @Override
    public String toString() {
        return "broken glass " + id;
    }
}
