package org.witan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record as the rule knows it: no content.
///
/// @param reference what people call it by; never a name
/// @param owner the agency that answers for it
/// @param within the record it lies within
public record RegisteredRecord(
        UUID id,
        RecordKind kind,
        String reference,
        UUID owner,
        @Nullable UUID within,
        Instant registeredAt) {

    static RegisteredRecord read(ResultSet row, int number) throws SQLException {
        return new RegisteredRecord(
                row.getObject("id", UUID.class),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getObject("owner_id", UUID.class),
                row.getObject("within_id", UUID.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
