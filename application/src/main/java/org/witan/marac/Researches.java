package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.people.Standing;

/// Research, as far as whoever looks may see it. Asked inside a witnessed piece of work.
@Repository
class Researches {
    private final JdbcClient database;

    Researches(JdbcClient database) {
        this.database = database;
    }

    /// What agencies answered about a referral for a meeting, by the names of the agencies.
    List<Research> of(UUID meeting, UUID referral) {
        Map<UUID, List<Kept>> items = database
                .sql("""
                        select i.* from marac.research_item i join marac.research r on r.id = i.research_id
                        where r.meeting_id = :meeting and r.record_id = :referral and r.withdrawn_at is null
                        order by i.id
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .query((row, _) -> new Kept(row.getObject("research_id", UUID.class), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::research));
        return database.sql("""
                        select r.id, r.agency_id, y.name, r.nothing_known, r.answered_at
                        from marac.research r join access.agency y on y.id = r.agency_id
                        where r.meeting_id = :meeting and r.record_id = :referral and r.withdrawn_at is null
                        order by lower(y.name), r.id
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Research(
                            id,
                            row.getObject("agency_id", UUID.class),
                            row.getString("name"),
                            row.getBoolean("nothing_known"),
                            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                            items.getOrDefault(id, List.of()).stream()
                                    .map(Kept::item)
                                    .toList());
                })
                .list();
    }

    /// Items of other agencies that were spoken in a meeting, where their answer is not there for whoever looks.
    List<Hearing.Spoken> spoken(UUID meeting, UUID referral) {
        return database.sql("""
                        select i.*, y.name from marac.research_item i join access.agency y on y.id = i.agency_id
                        where i.record_id = :referral and i.meeting_id = :meeting and i.shared_at is not null
                        order by i.shared_at, i.id
                        """)
                .param("meeting", meeting)
                .param("referral", referral)
                .query((row, _) -> new Hearing.Spoken(row.getString("name"), item(row)))
                .list();
    }

    private static Research.Item item(ResultSet row) throws SQLException {
        return new Research.Item(
                row.getObject("id", UUID.class),
                Standing.valueOf(row.getString("about")),
                row.getBoolean("is_fact"),
                row.getString("happened"),
                row.getString("words"),
                row.getString("relevance"),
                row.getBoolean("share"),
                row.getString("withheld_because"),
                moment(row.getObject("shared_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private record Kept(UUID research, Research.Item item) {}
}
