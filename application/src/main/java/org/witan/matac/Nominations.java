package org.witan.matac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.matac.Nomination.Decision;
import org.witan.matac.Nomination.Outcome;

/// Nominations and decisions, as far as whoever looks may see them. Asked inside a witnessed piece of work.
@Repository
class Nominations {
    private static final String NOMINATION = """
            select n.id, n.record_id, r.reference, n.on_day, n.reason, y.name as agency,
                coalesce(trim(s.given_name || ' ' || s.family_name), '') as name
            from matac.nomination n
            join access.record r on r.id = n.record_id
            join access.agency y on y.id = n.agency_id
            left join people.source_record s on s.id = n.record_id
            """;
    private final JdbcClient database;

    Nominations(JdbcClient database) {
        this.database = database;
    }

    /// All, newest first.
    List<Nomination> all() {
        return read(database.sql(NOMINATION + " order by n.on_day desc, n.id desc"));
    }

    Optional<Nomination> find(UUID id) {
        return read(database.sql(NOMINATION + " where n.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /// How many wait to be decided.
    long waiting() {
        return database.sql("""
                        select count(*) from matac.nomination n
                        where not exists (select from matac.decision d where d.nomination_id = n.id)
                        """).query(Long.class).single();
    }

    /// How many of those that were made by a day wait to be decided.
    long waiting(LocalDate by) {
        return database.sql("""
                        select count(*) from matac.nomination n
                        where n.on_day <= :by
                          and not exists (select from matac.decision d where d.nomination_id = n.id)
                        """).param("by", by).query(Long.class).single();
    }

    private List<Nomination> read(JdbcClient.StatementSpec question) {
        Map<UUID, List<Decision>> decisions = decisions();
        return question.query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Nomination(
                            id,
                            row.getObject("record_id", UUID.class),
                            row.getString("reference"),
                            row.getString("name"),
                            row.getString("agency"),
                            row.getObject("on_day", LocalDate.class),
                            row.getString("reason"),
                            List.copyOf(decisions.getOrDefault(id, List.of())));
                })
                .list();
    }

    private Map<UUID, List<Decision>> decisions() {
        var all = new HashMap<UUID, List<Decision>>();
        database.sql("""
                        select d.nomination_id, d.outcome, a.words as approach, d.words, d.on_day
                        from matac.decision d left join matac.approach a on a.code = d.approach
                        order by d.nomination_id, d.version
                        """).query(row -> {
            all.computeIfAbsent(row.getObject("nomination_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Decision(
                            Outcome.valueOf(row.getString("outcome")),
                            row.getString("approach"),
                            row.getString("words"),
                            row.getObject("on_day", LocalDate.class)));
        });
        return all;
    }

    /// Writes a nomination; sent twice, it is written once.
    ///
    /// @return whether it was written
    boolean write(Viewer viewer, UUID id, UUID record, String reason) {
        return database.sql("""
                        insert into matac.nomination (id, record_id, reason, agency_id, on_day, at, by)
                        values (:id, :record, :reason, :agency, access.today(), now(), :by)
                        on conflict (id) do nothing
                        """)
                        .param("id", id)
                        .param("record", record)
                        .param("reason", reason)
                        .param("agency", viewer.agency())
                        .param("by", viewer.account())
                        .update()
                == 1;
    }

    /// Whether that was decided about it before, by the same form.
    boolean isDecided(UUID id, UUID nomination, Outcome outcome, String words) {
        return database.sql("""
                        select exists (select from matac.decision d where d.id = :id and d.nomination_id = :nomination
                                       and d.outcome = :outcome and d.words = :words)
                        """)
                .param("id", id)
                .param("nomination", nomination)
                .param("outcome", outcome.name())
                .param("words", words)
                .query(Boolean.class)
                .single();
    }

    /// Writes a decision; not when another one took its place.
    ///
    /// @return whether it was written
    boolean decide(Viewer viewer, UUID id, Nomination about, Outcome outcome, @Nullable String approach, String words) {
        return database.sql("""
                        insert into matac.decision (id, nomination_id, record_id, version, outcome, approach, words, on_day, at, by)
                        values (:id, :nomination, :record, :version, :outcome, cast(:approach as text), :words, access.today(), now(),
                            :by)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("nomination", about.id())
                        .param("record", about.record())
                        .param("version", about.version() + 1)
                        .param("outcome", outcome.name())
                        .param("approach", approach)
                        .param("words", words)
                        .param("by", viewer.account())
                        .update()
                == 1;
    }

    /// What can be tried, by code.
    Map<String, String> approaches() {
        var all = new LinkedHashMap<String, String>();
        database.sql("select code, words from matac.approach order by place").query(row -> {
            all.put(row.getString("code"), row.getString("words"));
        });
        return all;
    }
}
