package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.Failures.Kind;

/// Counts what agencies persistently fail to do, for the steering group, from the records, as far
/// as whoever looks may see. Actions as they stand today; what is counted over time, over twelve
/// months.
@Component
public class MeasuringFailures {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String OPEN = """
            select y.id, y.name, count(*) filter (where a.due_on < access.today()) as overdue,
                count(*) filter (where 2 <= (select count(*) from meeting.chase h where h.record_id = a.record_id))
                    as chased
            from (select one.record_id, one.agency_id, one.due_on from meeting.action one
                  where one.open and one.agency_id is not null
                    and one.board_id = any (array(select b.id from meeting.board b where b.kind = 'MARAC'))) a
            join access.agency y on y.id = a.agency_id
            group by y.id, y.name
            """;
    private static final String PERSISTENT = "select count(*) from (" + OPEN + """
            ) f cross join (select access.setting_number('persistent_failure_times') as times) s
            where f.overdue >= s.times or f.chased >= s.times
            """;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private final KeptCounts<List<Object>, Long> counted;
    private final Witnessing witnessing;
    private final MeasuringPerformance measuring;
    private final JdbcClient database;
    private final Clock clock;

    MeasuringFailures(
            Witnessing witnessing,
            MeasuringPerformance measuring,
            JdbcClient database,
            Clock clock,
            @Value("${witan.counts.patience:200ms}") Duration patience) {
        this.counted = new KeptCounts<>(KEPT, patience, 1, clock);
        this.witnessing = witnessing;
        this.measuring = measuring;
        this.database = database;
        this.clock = clock;
    }

    /// What each agency failed to do.
    ///
    /// @param leaves whether it leaves this system as a file
    public Failures read(Viewer viewer, boolean leaves) {
        var deed = Deed.of(leaves ? Verb.EXPORT : Verb.READ, "performance").with("for", "steering group");
        return witnessing.witness(viewer, deed, this::read);
    }

    /// How many agencies fail persistently in their open actions, as it was some minutes ago; nothing while there is no
    /// count yet. All open actions are counted beside the page.
    public Optional<Long> persistentInActions(Viewer viewer) {
        var deed = Deed.of(Verb.COUNT, "performance").with("for", "steering group");
        return counted.of(
                List.of(viewer.membership(), viewer.purpose()),
                () -> witnessing.witness(
                        viewer,
                        deed,
                        _ -> database.sql(PERSISTENT).query(Long.class).single()));
    }

    private Failures read(Shown shown) {
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        LocalDate from = today.minusYears(1).plusDays(1);
        var counted = new Counted();
        database.sql(OPEN).query(row -> {
            counted.add(row, Kind.OVERDUE, row.getInt("overdue"));
            counted.add(row, Kind.CHASED_TWICE, row.getInt("chased"));
        });
        database.sql("""
                        select y.id, y.name, count(*) as times
                        from (select one.record_id, one.agency_id from meeting.action one
                              where one.not_done > 0 and one.agency_id is not null
                                and one.board_id = any (array(select b.id from meeting.board b where b.kind = 'MARAC'))) a
                        join access.agency y on y.id = a.agency_id
                        join meeting.action_state s on s.record_id = a.record_id and s.state = 'NOT_DONE'
                        where (s.at at time zone 'Europe/London')::date >= :from
                        group by y.id, y.name
                        """).param("from", from).query(row -> {
            counted.add(row, Kind.NOT_DONE, row.getInt("times"));
        });
        List<MeasuringPerformance.Held> held = measuring.held(from, today);
        measuring
                .asked(held, measuring.deadlines(shown, held))
                .forEach(one -> counted.add(one.agency(), one.name(), Kind.NOT_ANSWERED, one.missing()));
        nobodyCame(held.stream().map(MeasuringPerformance.Held::id).toArray(UUID[]::new), counted);
        return database.sql("""
                        select access.setting_number('persistent_failure_times') as times,
                            (select s.value::integer from access.setting s where s.name = 'persistent_failure_times'
                             order by s.since limit 1) as shipped
                        """)
                .query((row, _) ->
                        new Failures(from, today, row.getInt("times"), row.getInt("shipped"), counted.byName()))
                .single();
    }

    /// Of meetings at which somebody recorded who came: of another nobody knows who was not there.
    private void nobodyCame(UUID[] meetings, Counted counted) {
        database.sql(MeasuringPerformance.TOOK_PART + """
                        recorded as (
                            select c.meeting_id, c.agency_id,
                                bool_or(c.came = 'PRESENT' and c.capacity <> 'OBSERVER') as came
                            from meeting.attendance c
                            where c.meeting_id = any (cast(:meetings as uuid[]))
                              and not exists (select from meeting.attendance l where l.replaces_id = c.id)
                            group by c.meeting_id, c.agency_id)
                        select y.id, y.name, count(*) as times
                        from took_part p join access.agency y on y.id = p.agency_id and y.kind <> 'PARTNERSHIP'
                        where exists (select from recorded r where r.meeting_id = p.meeting_id and r.came)
                          and not exists (select from recorded r
                                          where r.meeting_id = p.meeting_id and r.agency_id = p.agency_id and r.came)
                        group by y.id, y.name
                        """)
                .param("meetings", meetings)
                .query(row -> {
                    counted.add(row, Kind.NOBODY_CAME, row.getInt("times"));
                });
    }

    /// Numbers that are put together by agency.
    private static final class Counted {
        private final Map<UUID, String> names = new HashMap<>();
        private final Map<UUID, Map<Kind, Integer>> numbers = new HashMap<>();

        void add(ResultSet row, Kind kind, int number) throws SQLException {
            add(row.getObject("id", UUID.class), row.getString("name"), kind, number);
        }

        void add(UUID agency, String name, Kind kind, int number) {
            names.put(agency, name);
            numbers.computeIfAbsent(agency, _ -> new EnumMap<>(Kind.class)).put(kind, number);
        }

        List<Failures.OfAgency> byName() {
            return numbers.entrySet().stream()
                    .map(one ->
                            new Failures.OfAgency(one.getKey(), names.getOrDefault(one.getKey(), ""), one.getValue()))
                    .sorted(Comparator.comparing(
                                    (Failures.OfAgency one) -> one.name().toLowerCase(Locale.UK))
                            .thenComparing(Failures.OfAgency::agency))
                    .toList();
        }
    }
}
