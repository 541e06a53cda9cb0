package org.witan.site.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /// A row of a table of drafts, whose columns are named alike in every module.
    public static KeptDraft of(ResultSet row) throws SQLException {
        return new KeptDraft(
                row.getObject("id", UUID.class),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                TypedPages.read(row.getString("answers")),
                row.getObject("record_id", UUID.class));
    }

    @Override
    public String toString() {
        return "a draft";
    }
}
