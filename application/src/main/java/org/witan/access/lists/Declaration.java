package org.witan.access.lists;

import java.time.Instant;
import java.util.UUID;

/// Somebody says whom they know or are related to.
///
/// @param who the name of whoever declares
/// @param own whether it is the viewer's own
/// @param resolved whether a coordinator dealt with it; never how
public record Declaration(
        UUID id, UUID account, String who, Relation relation, String words, Instant at, boolean own, boolean resolved) {

    @Override
    public String toString() {
        return "declaration " + id;
    }
}
