package org.witan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Relationships, and what happened, as far as whoever looks may see them. Asked inside a witnessed piece of work.
@Repository
class Concerns {
    private static final String CONCERN = """
            select c.id, c.record_id, c.source, y.name as agency, c.happened_on, c.code, c.words, c.received_at,
                people.concern_is_cancelled(c.id) as cancelled
            from people.concern c join access.agency y on y.id = c.agency_id
            """;
    private final JdbcClient database;

    Concerns(JdbcClient database) {
        this.database = database;
    }

    /// Those with one of some records in them, newest first.
    List<Concern> with(Collection<UUID> records) {
        return database.sql(CONCERN + """
                         where c.id in (select p.concern_id from people.concern_person p
                                        where p.record_id = any (cast(:records as uuid[])))
                          and (people.concern_holds(c.id) or people.concern_is_cancelled(c.id))
                        order by c.happened_on desc, c.id desc
                        """)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> concern(row))
                .list();
    }

    /// What happened between two persons from a day on, newest first.
    ///
    /// @param victim all records of the one
    /// @param perpetrator all records of the other
    List<Concern> between(Collection<UUID> victim, Collection<UUID> perpetrator, LocalDate from) {
        return database.sql(CONCERN + """
                         where c.happened_on >= :from
                          and c.record_id = any (cast(:victim as uuid[]))
                          and exists (select from people.pair_seen p
                                      where p.concern_id = c.id and p.record_id = c.record_id
                                        and p.other_id = any (cast(:perpetrator as uuid[])))
                        order by c.happened_on desc, c.id desc
                        """)
                .param("from", from)
                .param("victim", victim.toArray(UUID[]::new))
                .param("perpetrator", perpetrator.toArray(UUID[]::new))
                .query((row, _) -> concern(row))
                .list();
    }

    List<Relationship> relationships(Collection<UUID> records) {
        return database.sql("""
                        select record_id, relation, other_id from people.relationship
                        where record_id = any (cast(:records as uuid[])) or other_id = any (cast(:records as uuid[]))
                        order by id
                        """)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> new Relationship(
                        row.getObject("record_id", UUID.class),
                        Relation.valueOf(row.getString("relation")),
                        row.getObject("other_id", UUID.class)))
                .list();
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                Source.valueOf(row.getString("source")),
                row.getString("agency"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("code"),
                row.getString("words"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("cancelled"));
    }
}
