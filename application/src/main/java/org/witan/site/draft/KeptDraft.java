package org.witan.site.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody is writing.
///
/// @param version counts changes
/// @param record what it became; null while it is being written
public record KeptDraft(
        UUID id,
        Instant begunAt,
        Instant changedAt,
        int version,
        TypedPages pages,
        @Nullable UUID record) {

    @Override
    public String toString() {
        return "a draft";
    }
}
