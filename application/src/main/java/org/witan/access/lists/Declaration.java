package org.witan.access.lists;

import java.time.Instant;
import java.util.UUID;

/// Somebody says whom they know or are related to.
///
/// @param who the name of whoever declares
/// @param reference of the record that was open when they declared it; empty when there was none, or whoever reads does
///     not see it
/// @param own whether it is the viewer's own
/// @param resolved whether a coordinator dealt with it; never how
public record Declaration(
        UUID id,
        UUID account,
        String who,
        Relation relation,
        String reference,
        String words,
        Instant at,
        boolean own,
        boolean resolved) {

    @Override
    public String toString() {
        return "declaration " + id;
    }
}
