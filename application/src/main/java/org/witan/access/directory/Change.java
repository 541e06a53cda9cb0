package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// When something was changed last, and by whom.
///
/// @param by name of the person; null when it was none who looked at a page
public record Change(Instant at, @Nullable String by) {

    static @Nullable Change read(ResultSet row) throws SQLException {
        Instant at = moment(row, "changed_at");
        return at == null ? null : new Change(at, row.getString("changed_by"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant theMoment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
