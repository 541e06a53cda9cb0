package org.witan.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Offers as far as whoever looks may see. Asked inside a witnessed piece of work.
@Repository
public class Offers {
    private static final String OFFERS = """
            with kind as materialized (
                select k.code, k.words,
                    coalesce(access.setting_number('support_answer_days_' || lower(k.code)), k.answer_days) as answer_days,
                    coalesce(access.setting_number('support_start_days_' || lower(k.code)), k.start_days) as start_days
                from support.offer_kind k)
            select o.*, r.reference, access.whole_of(o.id) as whole_id, k.words as kind_words, k.answer_days, k.start_days,
                coalesce(s.words, '') as strand_words, y.name as provider_name,
                y.closed_at as provider_closed_at, f.closed_at as agency_closed_at,
                support.stopped_at(o.id) as stopped_at,
                (select min(j.on_day) from access.lies_within w join support.job_step j on j.record_id = w.record_id
                 where w.whole_id = o.id and j.what = 'DONE') as done_on,
                coalesce((select c.reach from support.contact_confirmed c where c.record_id = o.id
                          order by c.at desc, c.id desc limit 1), o.reach) as reach_now,
                (select a.person_id from access.about a where a.record_id = o.id limit 1) as person_id
            from support.offer o
            join access.record r on r.id = o.id
            join kind k on k.code = o.offer_kind
            join access.agency y on y.id = o.provider_id
            join access.agency f on f.id = o.agency_id
            left join support.strand s on s.code = o.strand
            where o.id = any (cast(:ids as uuid[]))
            order by o.asked_on desc, o.id desc
            """;
    private static final String STEPS = """
            select s.*, coalesce(r.words, '') as reason_words, y.name as agency
            from support.offer_step s
            join access.agency y on y.id = s.agency_id
            left join support.reason r on r.code = s.reason
            where s.record_id = any (cast(:ids as uuid[])) order by s.record_id, s.version
            """;
    private static final String SCORES = """
            select c.record_id, a.code, a.words,
                max(c.score) filter (where not c.at_end) as at_start, max(c.score) filter (where c.at_end) as at_end
            from support.offer_score c join support.aim a on a.code = c.aim
            where c.record_id = any (cast(:ids as uuid[])) group by c.record_id, a.code, a.words, a.place order by a.place
            """;
    private final JdbcClient database;

    Offers(JdbcClient database) {
        this.database = database;
    }

    /// All offers of a case, newest first.
    List<Offer> of(UUID whole) {
        return read(ids("""
                select w.record_id as id from access.lies_within w join support.offer o on o.id = w.record_id
                where w.whole_id = :one
                """, whole));
    }

    /// Offers that an agency was asked for, newest first.
    List<Offer> askedOf(UUID provider) {
        return read(ids("select id from support.offer where provider_id = :one and consent = 'YES'", provider));
    }

    /// Offers of an agency to persons of its cases, newest first.
    List<Offer> offeredBy(UUID agency) {
        return read(ids("select id from support.offer where agency_id = :one", agency));
    }

    /// Those that stand with a provider that closed, of an agency that offered them.
    List<Offer> left(UUID agency) {
        return open(read(ids("""
                select o.id from support.offer o join access.agency y on y.id = o.provider_id
                where o.agency_id = :one and y.closed_at is not null
                """, agency)));
    }

    /// Those of which the provider or whoever offered them closed, for somebody who sees all.
    List<Offer> left() {
        return open(read(database.sql("""
                        select o.id from support.offer o
                        join access.agency y on y.id = o.provider_id join access.agency a on a.id = o.agency_id
                        where y.closed_at is not null or a.closed_at is not null
                        """)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()));
    }

    private static List<Offer> open(List<Offer> all) {
        return all.stream().filter(one -> !one.now().what().isOver()).toList();
    }

    /// All offers there are for whoever looks.
    List<Offer> all() {
        return read(database.sql("select id from support.offer")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }

    /// One offer.
    Optional<Offer> find(UUID offer) {
        return read(List.of(offer)).stream().findFirst();
    }

    private List<UUID> ids(String question, UUID one) {
        return database.sql(question)
                .param("one", one)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<Offer> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<Step>> steps = new HashMap<>();
        database.sql(STEPS).param("ids", wanted).query(row -> {
            steps.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                    .add(step(row));
        });
        Map<UUID, List<Score>> scores = new HashMap<>();
        database.sql(SCORES).param("ids", wanted).query(row -> {
            scores.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Score(
                            row.getString("code"),
                            row.getString("words"),
                            row.getObject("at_start", Integer.class),
                            row.getObject("at_end", Integer.class)));
        });
        return database.sql(OFFERS)
                .param("ids", wanted)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return offer(id, row, steps.getOrDefault(id, List.of()), scores.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                StepKind.valueOf(row.getString("what")),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason_words"),
                row.getString("words"),
                row.getObject("attended", Boolean.class),
                row.getObject("pence", Integer.class),
                row.getString("agency"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Offer offer(UUID id, ResultSet row, List<Step> steps, List<Score> scores) throws SQLException {
        return new Offer(
                id,
                row.getString("reference"),
                row.getObject("whole_id", UUID.class),
                row.getObject("person_id", UUID.class),
                OfferKind.valueOf(row.getString("offer_kind")),
                row.getString("kind_words"),
                row.getString("strand_words"),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_name"),
                row.getString("reach_now").equals("DIRECT"),
                row.getString("consent").equals("YES"),
                row.getString("eligibility"),
                row.getString("needs"),
                row.getObject("partner_link", Boolean.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("agency_id", UUID.class),
                row.getInt("answer_days"),
                row.getInt("start_days"),
                row.getObject("done_on", LocalDate.class),
                moment(row, "stopped_at"),
                moment(row, "provider_closed_at"),
                moment(row, "agency_closed_at"),
                steps,
                scores);
    }
}
