package org.witan.matac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.matac.Ranked.Asked;
import org.witan.matac.Ranked.Counted;
import org.witan.matac.Scored.Parts;
import org.witan.matac.Scored.Place;

/// Reckons scores from the events that whoever looks may see. Asked inside a witnessed piece of work.
///
/// One statement does it, from events to parts, so that a list of thousands stays fast. It begins with the same steps
/// for every question, each a line of the rules: which events were known, who is suspected in them, which records were
/// of one person, and which events are domestic. That is why this class is longer than others.
@Repository
class Reckoning {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String EVENT = """
            with event as materialized (
                select e.concern_id as id, e.record_id, e.agency_id, e.happened_on, e.code
                from people.concern_then e
            """;
    /// One row that the planner takes for a thousand. It takes what the rule lets through for a few rows, and would go
    /// through one step for each row of another: minutes for a list. What is behind one person is few indeed.
    private static final String MANY = "    cross join generate_series(1, (select 1)) as many (one)\n";
    private static final String KNOWN = """
                where e.source = any (cast(:sources as text[]))
                  and e.received_at < :known and (e.until_at is null or e.until_at >= :known)
                  and e.happened_on > :from and e.happened_on <= :day
            """;
    private static final String OF_ONE = """
                  and e.concern_id in (
                      select p.concern_id from people.concern_person p
                      where p.record_id in (
                          select t.other_id from people.together_then t
                          where t.record_id = :record
                            and t.from_at < :known and (t.until_at is null or t.until_at >= :known)))
            """;
    private static final String PAIRS = """
            ),
            suspected as materialized (
                select e.id, e.record_id as victim_record, p.record_id
                from event e join people.concern_person p on p.concern_id = e.id and p.part = 'PERPETRATOR'),
            member as materialized (
                select t.record_id, t.other_id
                from people.together_then t
                join people.source_record s on s.id = t.other_id
                    and s.source = any (cast(:sources as text[])) and s.received_at < :known
            """ + MANY + """
                where t.from_at < :known and (t.until_at is null or t.until_at >= :known)
                  and t.record_id = any (array(select record_id from event union select record_id from suspected))),
            face as materialized (
                select record_id, cast(min(cast(other_id as text)) as uuid) as face from member group by record_id),
            told as materialized (
                select p.id, p.record_id, bool_and(r.relation = any (cast(:left_out as text[]))) as left_out
                from suspected p
                join (select record_id, other_id, relation from people.relationship
                      union all
                      select other_id, record_id, relation from people.relationship) r
                    on r.record_id = p.record_id and r.other_id = p.victim_record and r.relation <> 'UNKNOWN'
                group by p.id, p.record_id),
            pair as materialized (
                select distinct e.id, e.happened_on, e.code, v.face as victim, a.face as accused
                from event e
                join suspected p on p.id = e.id
                join face v on v.record_id = e.record_id
                join face a on a.record_id = p.record_id
                left join told t on t.id = p.id and t.record_id = p.record_id
                where t.left_out is not true)
            """;
    private static final String TALLY = """
            , tally as (
                select p.accused, count(*) as events, count(*) filter (where p.happened_on > :recent_from) as recent,
                    max(p.happened_on) as last_on, count(distinct p.victim) as victims, coalesce(sum(h.days), 0) as harm,
                    count(*) filter (where h.code is null) as unweighed
                from pair p left join matac.harm h on h.version = :harm_version and h.code = p.code
                group by p.accused),
            harmed as (
                select v.face, count(*) as events from event e join face v on v.record_id = e.record_id group by v.face),
            fact as (
                select x.face, min(s.born_on) as born_first, max(s.born_on) as born_last,
                    array_agg(distinct lower(s.sex)) filter (where s.sex <> '') as sexes,
                    bool_or(s.deceased = 'YES') as died
                from (select distinct f.face, m.other_id
                      from face f join member m on m.record_id = f.record_id
                      where f.face in (select accused from tally)) x
                join people.source_record s on s.id = x.other_id
                where not exists (select from people.source_record n
                                  where n.supersedes_id = s.id and n.received_at < :known)
                group by x.face),
            part as (
                select t.*, coalesce(h.events, 0) as harmed, f.born_first, f.born_last, f.sexes, coalesce(f.died, false) as died,
                    100.0::float8 * greatest(0, 1 - (cast(:day as date) - t.last_on)::float8 / :recency_days) as recency,
                    100.0::float8 * least(1, t.recent::float8 / :frequency_full) as frequency,
                    100.0::float8 * least(1, ln(1 + t.harm::float8) / ln(1 + cast(:harm_full as float8))) as gravity,
                    100.0::float8 * least(1, t.victims::float8 / :victims_full) as of_victims
                from tally t
                left join harmed h on h.face = t.accused
                left join fact f on f.face = t.accused)
            select p.*, (:w_recency * recency + :w_frequency * frequency + :w_gravity * gravity + :w_victims * of_victims) / 100
                as score
            from part p
            """;
    private static final String ALL = EVENT + MANY + KNOWN + PAIRS + TALLY + " where p.events >= :pool_events";
    private static final String ONE = EVENT + KNOWN + OF_ONE + PAIRS + TALLY + """
             where p.accused in (select t.other_id from people.together_then t where t.record_id = :record
                                 and t.from_at < :known and (t.until_at is null or t.until_at >= :known))
            """;
    private static final String COUNTED = EVENT + MANY + KNOWN + PAIRS + """
            select count(*) as events, count(*) filter (where s.id is null) as without_suspect,
                count(*) filter (where s.id is not null and d.id is null) as not_domestic,
                count(*) filter (where not d.told) as relation_unknown,
                count(*) filter (where d.id is not null and h.code is null) as unweighed
            from event e
            left join (select id from suspected group by id) s on s.id = e.id
            left join (select p.id, bool_or(t.id is not null) as told from pair p left join told t on t.id = p.id
                       group by p.id) d on d.id = e.id
            left join matac.harm h on h.version = :harm_version and h.code = e.code
            """;
    private static final String BEHIND = EVENT + KNOWN + OF_ONE + PAIRS + """
            select e.id, e.happened_on, e.code, h.kind, h.days, y.name as agency, e.record_id as victim, r.reference,
                e.happened_on > :recent_from as is_recent
            from event e
            join access.agency y on y.id = e.agency_id
            join access.record r on r.id = e.record_id
            left join matac.harm h on h.version = :harm_version and h.code = e.code
            where e.id in (select p.id from pair p
                           where p.accused in (select t.other_id from people.together_then t where t.record_id = :record
                               and t.from_at < :known and (t.until_at is null or t.until_at >= :known)))
            order by e.happened_on desc, e.id desc
            """;
    private static final String VICTIMS = EVENT + MANY + KNOWN + PAIRS + """
            , harmed as (
                select v.face, count(*) as events, max(e.happened_on) as last_on,
                    count(*) filter (where s.id is null) as without_suspect
                from event e
                join face v on v.record_id = e.record_id
                left join (select id from suspected group by id) s on s.id = e.id
                left join (select id from pair group by id) d on d.id = e.id
                where e.happened_on > :again_from and (d.id is not null or s.id is null)
                group by v.face
                having count(*) >= :again_events)
            select h.*, coalesce(a.accused, 0) as accused
            from harmed h
            left join (select victim, count(distinct accused) as accused from pair where happened_on > :again_from
                       group by victim) a on a.victim = h.face
            order by h.events desc, h.last_on desc, h.face
            """;
    private static final Comparator<Scored> ORDER = Comparator.comparing((Scored one) -> one.place() != Place.RANKED)
            .thenComparing(Comparator.comparingDouble(Scored::printed).reversed())
            .thenComparing(Comparator.comparing(Scored::lastOn).reversed())
            .thenComparing(Scored::record);
    private final JdbcClient database;
    private final Clock clock;

    Reckoning(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Everybody who is suspected again, the ranked first and in their order.
    List<Scored> all(Asked asked) {
        List<Scored> unranked = bound(ALL, asked).query((row, _) -> scored(row, asked)).stream()
                .sorted(ORDER)
                .toList();
        int[] place = {0};
        double[] before = {Double.NaN};
        int[] rank = {0};
        return unranked.stream()
                .map(one -> {
                    if (one.place() != Place.RANKED) {
                        return one;
                    }
                    place[0]++;
                    if (one.printed() != before[0]) {
                        rank[0] = place[0];
                        before[0] = one.printed();
                    }
                    return ranked(one, rank[0]);
                })
                .toList();
    }

    /// One person, known by any of their records; empty where no event names them as suspected.
    Optional<Scored> one(Asked asked, UUID record) {
        return bound(ONE, asked).param("record", record).query((row, _) -> scored(row, asked)).stream()
                .min(ORDER);
    }

    /// What a ranking is reckoned from.
    Counted counted(Asked asked) {
        return bound(COUNTED, asked)
                .query((row, _) -> new Counted(
                        row.getInt("events"),
                        row.getInt("without_suspect"),
                        row.getInt("not_domestic"),
                        row.getInt("relation_unknown"),
                        row.getInt("unweighed")))
                .single();
    }

    /// The events behind the score of one person, newest first.
    List<Event> behind(Asked asked, UUID record) {
        return bound(BEHIND, asked)
                .param("record", record)
                .query((row, _) -> new Event(
                        row.getObject("id", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("code"),
                        row.getString("kind"),
                        row.getObject("days") == null ? null : row.getDouble("days"),
                        row.getString("agency"),
                        row.getObject("victim", UUID.class),
                        row.getString("reference"),
                        row.getBoolean("is_recent")))
                .list();
    }

    /// Repeat victims, those who were harmed most often first.
    List<RepeatVictim> victims(Asked asked) {
        return bound(VICTIMS, asked)
                .param(
                        "again_from",
                        asked.day().minusMonths(asked.scale().again().months()))
                .param("again_events", asked.scale().again().events())
                .query((row, _) -> new RepeatVictim(
                        row.getObject("face", UUID.class),
                        row.getInt("events"),
                        row.getObject("last_on", LocalDate.class),
                        row.getInt("accused"),
                        row.getInt("without_suspect")))
                .list();
    }

    private JdbcClient.StatementSpec bound(String question, Asked asked) {
        Scale scale = asked.scale();
        return database.sql(question)
                .param("day", asked.day())
                .param("known", known(asked))
                .param("from", asked.day().minusMonths(scale.pool().months()))
                .param("recent_from", asked.day().minusMonths(scale.bounds().frequencyMonths()))
                .param("sources", scale.sources().toArray(String[]::new))
                .param("left_out", scale.relationsLeftOut().toArray(String[]::new))
                .param("pool_events", scale.pool().events())
                .param("harm_version", scale.bounds().harmVersion())
                .param("recency_days", scale.bounds().recencyDays())
                .param("frequency_full", scale.bounds().frequencyFull())
                .param("harm_full", scale.bounds().harmFull())
                .param("victims_full", scale.bounds().victimsFull())
                .param("w_recency", scale.weights().recency())
                .param("w_frequency", scale.weights().frequency())
                .param("w_gravity", scale.weights().gravity())
                .param("w_victims", scale.weights().victims());
    }

    /// What was recorded before this moment is used: the end of the day, or what is known by now.
    private OffsetDateTime known(Asked asked) {
        Instant end = asked.day().plusDays(1).atStartOfDay(HERE).toInstant();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        return (asked.basis() == Basis.KNOWN_NOW
                        ? Stream.of(end, tomorrow)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()
                        : end)
                .atOffset(ZoneOffset.UTC);
    }

    private static Scored scored(ResultSet row, Asked asked) throws SQLException {
        LocalDate first = row.getObject("born_first", LocalDate.class);
        LocalDate last = row.getObject("born_last", LocalDate.class);
        int events = row.getInt("events");
        int victims = row.getInt("victims");
        return new Scored(
                row.getObject("accused", UUID.class),
                place(asked, events, victims, first, last, row.getBoolean("died")),
                0,
                events,
                row.getInt("recent"),
                row.getObject("last_on", LocalDate.class),
                victims,
                row.getDouble("harm"),
                row.getInt("unweighed"),
                row.getInt("harmed"),
                first != null && first.equals(last) ? first : null,
                sex(row),
                new Parts(
                        row.getDouble("recency"),
                        row.getDouble("frequency"),
                        row.getDouble("gravity"),
                        row.getDouble("of_victims")),
                row.getDouble("score"));
    }

    private static Place place(
            Asked asked,
            int events,
            int victims,
            @Nullable LocalDate bornFirst,
            @Nullable LocalDate bornLast,
            boolean died) {
        Scale.Pool pool = asked.scale().pool();
        if (events < pool.events()) {
            return Place.FEW;
        }
        if (victims < pool.victims()) {
            // Whoever may be a child is not named.
            return bornLast != null && age(bornLast, asked.day()) < pool.leastAge() ? Place.TOO_YOUNG : Place.REPEAT;
        }
        if (died) {
            return Place.DIED;
        }
        if (bornFirst == null || bornLast == null) {
            return Place.AGE_UNKNOWN;
        }
        boolean oldEnough = age(bornLast, asked.day()) >= pool.leastAge();
        if (age(bornFirst, asked.day()) >= pool.leastAge() != oldEnough) {
            return Place.AGE_UNKNOWN;
        }
        return oldEnough ? Place.RANKED : Place.TOO_YOUNG;
    }

    private static int age(LocalDate born, LocalDate day) {
        return Period.between(born, day).getYears();
    }

    private static String sex(ResultSet row) throws SQLException {
        var found = row.getArray("sexes");
        if (found == null) {
            return "";
        }
        List<String> sexes = Stream.of((String[]) found.getArray())
                .map(one -> switch (one) {
                    case "f", "female", "woman" -> "female";
                    case "m", "male", "man" -> "male";
                    default -> "other";
                })
                .distinct()
                .toList();
        return sexes.size() == 1 ? sexes.getFirst() : "mixed";
    }

    private static Scored ranked(Scored one, int rank) {
        return new Scored(
                one.record(),
                one.place(),
                rank,
                one.events(),
                one.recent(),
                one.lastOn(),
                one.victims(),
                one.harm(),
                one.unweighed(),
                one.harmed(),
                one.bornOn(),
                one.sex(),
                one.parts(),
                one.score());
    }
}
