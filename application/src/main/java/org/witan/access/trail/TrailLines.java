package org.witan.access.trail;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Rows of the trail, as far as whoever looks may read them. Asked inside a witnessed piece of work.
@Repository
class TrailLines {
    private static final String LINE = """
            select e.id, e.at, coalesce(btrim(a.given_name || ' ' || a.family_name), '') as who,
                   coalesce(y.name, '') as agency, coalesce(r.words, '') as role, coalesce(p.words, '') as purpose,
                   d.words as deed, e.what, e.channel, e.path, e.from_address, e.session, e.detail, o.outcome,
                   cardinality(o.records) as records,
                   array(select c.reference from access.record c where c.id = any (o.records) order by 1) as refs,
                   coalesce((select s.position from access.trail_seal s where s.entry_id = e.id), 0) as position
            from access.trail_entry e
            join access.trail_outcome o on o.entry_id = e.id
            join access.deed d on d.code = e.deed
            left join access.account a on a.id = e.account_id
            left join access.agency y on y.id = e.agency_id
            left join access.role r on r.code = e.role
            left join access.purpose p on p.code = e.purpose
            """;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;

    TrailLines(JdbcClient database) {
        this.database = database;
    }

    /// Rows that answer a question, newest first.
    List<TrailLine> list(TrailQuestion question, int most) {
        return database.sql(LINE + """
                         where e.at >= cast(:from as timestamp) at time zone 'Europe/London'
                           and e.at < (cast(:until as timestamp) + interval '1 day') at time zone 'Europe/London'
                           and (cast(:account as uuid) is null or e.account_id = :account)
                           and (cast(:agency as uuid) is null or e.agency_id = :agency)
                           and (:deed = '' or e.deed = :deed)
                           and (:reference = '' or o.records && array(
                                select c.id from access.record c where lower(c.reference) = lower(:reference)))
                           and (cast(:before as uuid) is null or (e.at, e.id) <
                                (select b.at, b.id from access.trail_entry b where b.id = :before))
                         order by e.at desc, e.id desc limit :most
                        """)
                .param("from", question.from().toString())
                .param("until", question.until().toString())
                .param("account", question.account())
                .param("agency", question.agency())
                .param("deed", question.deed())
                .param("reference", question.reference())
                .param("before", question.before())
                .param("most", most)
                .query(TrailLines::line)
                .list();
    }

    /// Rows by their ids, oldest first.
    List<TrailLine> those(List<UUID> entries) {
        return database.sql(LINE + " where e.id = any (cast(:entries as uuid[])) order by e.at, e.id")
                .param("entries", entries.toString().replace('[', '{').replace(']', '}'))
                .query(TrailLines::line)
                .list();
    }

    Optional<TrailEntry> find(UUID entry) {
        return database.sql(LINE + " where e.id = :entry")
                .param("entry", entry)
                .query((row, number) -> new TrailEntry(
                        line(row, number),
                        row.getString("path"),
                        row.getString("from_address"),
                        row.getString("session"),
                        ExportLine.JSON.readValue(row.getString("detail"), TEXTS),
                        row.getLong("position")))
                .optional();
    }

    /// The record that a reference names, when whoever looks may know that it exists.
    Optional<UUID> record(String reference) {
        return database.sql("select id from access.record where lower(reference) = lower(:reference)")
                .param("reference", reference)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /// Code and words of all that can be done.
    List<ReadingTrail.Choice> deeds() {
        return choices("select code, words from access.deed order by words");
    }

    /// Agencies that whoever looks oversees.
    List<ReadingTrail.Choice> agencies() {
        return choices("select id::text, name from access.agency where access.oversees(id) order by name");
    }

    /// People who did anything for an agency that whoever looks oversees.
    List<ReadingTrail.Choice> people() {
        return choices("""
                select distinct on (a.family_name, a.given_name, a.id) a.id::text,
                    btrim(a.given_name || ' ' || a.family_name) || ' (' || y.name || ')'
                from access.account a join access.membership m on m.account_id = a.id
                join access.agency y on y.id = m.agency_id
                where access.oversees(y.id) order by a.family_name, a.given_name, a.id, y.name
                """);
    }

    private List<ReadingTrail.Choice> choices(String query) {
        return database.sql(query)
                .query((row, _) -> new ReadingTrail.Choice(row.getString(1), row.getString(2)))
                .list();
    }

    private static TrailLine line(ResultSet row, int number) throws SQLException {
        Array references = row.getArray("refs");
        return new TrailLine(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("agency"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("deed"),
                row.getString("what"),
                row.getString("channel"),
                row.getString("outcome"),
                Arrays.asList((String[]) references.getArray()),
                row.getInt("records"));
    }
}
