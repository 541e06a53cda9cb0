package org.witan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Links, suggestions and what is kept apart, where whoever looks may see both records. Asked inside a witnessed piece
/// of work.
@Repository
class Links {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUGGESTION = """
            select s.id, s.record_id, s.other_id, s.weight, s.probability, s.waterfall, s.guard, g.words, s.reason,
                s.made_at, s.decision
            from people.suggestion s join people.guard g on g.code = s.guard
            """;
    private final JdbcClient database;

    Links(JdbcClient database) {
        this.database = database;
    }

    /// Links that join some of these records, newest first; also those that were undone.
    List<Link> among(Collection<UUID> records) {
        return database.sql("""
                        select id, record_id, with_id, weight, made_at, made_by, undone_at, undone_by, reason
                        from people.link_seen
                        where record_id = any (cast(:records as uuid[])) or with_id = any (cast(:records as uuid[]))
                        order by made_at desc, id desc
                        """)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> link(row))
                .list();
    }

    /// What waits, the likeliest first.
    List<Suggestion> waiting(int most) {
        return database.sql(SUGGESTION + """
                         where s.decision is null or s.decision = 'UNSURE' order by s.weight desc, s.id limit :most
                        """)
                .param("most", most)
                .query((row, _) -> suggestion(row))
                .list();
    }

    Optional<Suggestion> find(UUID suggestion) {
        return database.sql(SUGGESTION + " where s.id = :id")
                .param("id", suggestion)
                .query((row, _) -> suggestion(row))
                .optional();
    }

    /// What a record is kept apart from.
    List<Apart> apart(UUID record) {
        return database.sql("""
                        select id, record_id, other_id, reason, made_at, made_by from people.apart
                        where lifted_at is null and (record_id = :record or other_id = :record) order by made_at desc, id
                        """)
                .param("record", record)
                .query((row, _) -> apart(row))
                .list();
    }

    Optional<Apart> findApart(UUID apart) {
        return database.sql("select id, record_id, other_id, reason, made_at, made_by from people.apart where id = :id")
                .param("id", apart)
                .query((row, _) -> apart(row))
                .optional();
    }

    Optional<Link> findLink(UUID link) {
        return database.sql("""
                        select id, record_id, with_id, weight, made_at, made_by, undone_at, undone_by, reason
                        from people.link_seen where id = :id
                        """).param("id", link).query((row, _) -> link(row)).optional();
    }

    private static Link link(ResultSet row) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Link(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getObject("with_id", UUID.class),
                row.getObject("weight", Double.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("made_by", UUID.class),
                undone == null ? null : undone.toInstant(),
                row.getObject("undone_by", UUID.class),
                row.getString("reason"));
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getObject("other_id", UUID.class),
                row.getDouble("weight"),
                row.getDouble("probability"),
                JSON.readValue(row.getString("waterfall"), Picture.class),
                Guard.valueOf(row.getString("guard")),
                row.getString("words"),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                choice(row.getString("decision")));
    }

    private static Suggestion.@Nullable Choice choice(@Nullable String decision) {
        return decision == null ? null : Suggestion.Choice.valueOf(decision);
    }

    private static Apart apart(ResultSet row) throws SQLException {
        return new Apart(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getObject("other_id", UUID.class),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("made_by", UUID.class));
    }
}
