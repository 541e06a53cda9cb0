package org.witan.marac;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.DaysOff;
import org.witan.meeting.Deadlines;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Settings;

/// Measures how conferences worked, from the records, as far as whoever looks may see. Nobody types a number.
@Component
public class MeasuringPerformance {
    /// Which agencies took part when each of some meetings began. Not at emergency meetings: these
    /// ask the core agencies alone, and not in working days.
    static final String TOOK_PART = """
            with took_part as (
                select m.id as meeting_id, a.agency_id
                from meeting.meeting m
                join lateral (select g.starts_at from meeting.timing g where g.meeting_id = m.id
                              order by g.since_at desc, g.id desc limit 1) t on true
                join meeting.board_agency a on a.board_id = m.board_id and a.from_at <= t.starts_at
                    and (a.until_at is null or a.until_at > t.starts_at)
                where m.id = any (cast(:meetings as uuid[])) and not m.core_only),
            """;
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final Returning returning;
    private final AskedResearch asked;
    private final KeepingBoards boards;
    private final DaysOff daysOff;
    private final JdbcClient database;
    private final Clock clock;

    MeasuringPerformance(
            Witnessing witnessing,
            Returning returning,
            AskedResearch asked,
            KeepingBoards boards,
            DaysOff daysOff,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.returning = returning;
        this.asked = asked;
        this.boards = boards;
        this.daysOff = daysOff;
        this.database = database;
        this.clock = clock;
    }

    /// How the conferences between two days worked, both included. Those to come are left out.
    public Performance read(Viewer viewer, LocalDate from, LocalDate until) {
        var deed =
                Deed.of(Verb.READ, "performance").with("from", from.toString()).with("until", until.toString());
        return witnessing.witness(viewer, deed, shown -> {
            LocalDate today = LocalDate.now(clock.withZone(HERE));
            LocalDate last = until.isAfter(today) ? today : until;
            List<Held> held = held(from, last);
            var meetings = held.stream().map(Held::id).toArray(UUID[]::new);
            List<Deadlines> deadlines = deadlines(shown, held);
            List<Performance.Case> cases = cases(meetings);
            cases.forEach(one -> shown.add(one.referral()));
            return new Performance(
                    from,
                    last,
                    today,
                    held.size(),
                    cases,
                    research(held, deadlines),
                    actions(from, last),
                    attendance(meetings),
                    minutes(meetings, due(deadlines, Deadlines.What.MINUTES_DUE), today),
                    returning.count(from, last).of(Set.of(meetings)));
        });
    }

    List<Held> held(LocalDate from, LocalDate until) {
        return database.sql("""
                        select m.id, m.board_id, m.core_only, (t.starts_at at time zone 'Europe/London')::date as day
                        from meeting.meeting m
                        join meeting.board b on b.id = m.board_id and b.kind = 'MARAC'
                        join lateral (select g.starts_at from meeting.timing g where g.meeting_id = m.id
                                      order by g.since_at desc, g.id desc limit 1) t on true
                        where m.cancelled_at is null and t.starts_at <= now()
                          and (t.starts_at at time zone 'Europe/London')::date between :from and :until
                        order by t.starts_at, m.id
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("board_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("core_only")))
                .list();
    }

    /// The deadlines of each meeting, as its board has set them now.
    List<Deadlines> deadlines(Shown shown, List<Held> held) {
        var working = daysOff.workingDays(shown);
        Map<UUID, Settings> settings = new HashMap<>();
        return held.stream()
                .map(one -> Deadlines.of(
                        one.day(),
                        settings.computeIfAbsent(one.board(), board -> boards.settings(shown, board)),
                        working))
                .toList();
    }

    private static String[] due(List<Deadlines> deadlines, Deadlines.What what) {
        return deadlines.stream().map(one -> one.day(what).toString()).toArray(String[]::new);
    }

    /// How minutes went out. Those that are not due yet and did not go out are not counted.
    private Performance.Minuted minutes(UUID[] meetings, String[] due, LocalDate today) {
        return database.sql("""
                        with sent as (
                            select d.due, (select min((o.at at time zone 'Europe/London')::date)
                                           from meeting.minutes_out o where o.meeting_id = d.meeting_id) as day
                            from unnest(cast(:meetings as uuid[]), cast(:due as date[])) as d (meeting_id, due))
                        select count(*) filter (where s.day <= s.due) as on_time,
                            count(*) filter (where s.day > s.due) as late,
                            count(*) filter (where s.day is null and s.due < :today) as missing
                        from sent s
                        """)
                .param("meetings", meetings)
                .param("due", due)
                .param("today", today)
                .query((row, _) ->
                        new Performance.Minuted(row.getInt("on_time"), row.getInt("late"), row.getInt("missing")))
                .single();
    }

    private List<Performance.Case> cases(UUID[] meetings) {
        return database.sql("""
                        with heard as (
                            select i.record_id, min(marac.meeting_day(i.meeting_id)) as day
                            from meeting.item i
                            join meeting.heard e on e.item_id = i.id
                            where i.meeting_id = any (cast(:meetings as uuid[]))
                            group by i.record_id)
                        select h.record_id, h.day, f.referred_on,
                            (select min(n.referred_on) from marac.repetition r
                             join marac.triage t on t.id = r.triage_id and t.undone_at is null
                             join marac.referral n on n.id = r.record_id
                             where r.earlier_id = h.record_id) as next_on,
                            exists (select from marac.triage t join marac.repetition r on r.triage_id = t.id
                                    where t.record_id = h.record_id and t.undone_at is null) as repeat,
                            exists (select from marac.contact c where c.record_id = h.record_id
                                    and not c.after_meeting and c.on_day <= h.day) as tried,
                            exists (select from marac.contact c where c.record_id = h.record_id
                                    and not c.after_meeting and c.on_day <= h.day and c.outcome = 'REACHED') as reached
                        from heard h join marac.referral f on f.id = h.record_id
                        order by h.day, h.record_id
                        """)
                .param("meetings", meetings)
                .query((row, _) -> new Performance.Case(
                        row.getObject("record_id", UUID.class),
                        row.getObject("referred_on", LocalDate.class),
                        row.getObject("day", LocalDate.class),
                        row.getObject("next_on", LocalDate.class),
                        row.getBoolean("repeat"),
                        row.getBoolean("tried"),
                        row.getBoolean("reached")))
                .list();
    }

    /// Not of emergency meetings: these ask the core agencies alone, and not in working days.
    private List<Performance.Research> research(List<Held> held, List<Deadlines> deadlines) {
        return asked(held, deadlines).stream()
                .map(one -> new Performance.Research(one.name(), one.asked(), one.onTime(), one.late()))
                .toList();
    }

    List<AskedResearch.OfAgency> asked(List<Held> held, List<Deadlines> deadlines) {
        List<Integer> ordinary = IntStream.range(0, held.size())
                .filter(at -> !held.get(at).coreOnly())
                .boxed()
                .toList();
        return asked.byAgency(
                ordinary.stream().map(at -> held.get(at).id()).toArray(UUID[]::new),
                due(ordinary.stream().map(deadlines::get).toList(), Deadlines.What.RESEARCH_DUE));
    }

    private List<Performance.Done> actions(LocalDate from, LocalDate until) {
        return database.sql("""
                        with due as (
                            select a.agency_id, a.due_on, a.state, a.open,
                                (select s.done_on from meeting.action_state s
                                 where s.record_id = a.record_id and s.state = 'COMPLETE'
                                 order by s.at desc, s.id desc limit 1) as done_on
                            from meeting.action a join meeting.board b on b.id = a.board_id and b.kind = 'MARAC'
                            where a.due_on between :from and :until)
                        select y.name, count(*) as due,
                            count(*) filter (where d.state = 'COMPLETE' and d.done_on <= d.due_on) as on_time,
                            count(*) filter (where d.state = 'COMPLETE' and d.done_on > d.due_on) as late,
                            count(*) filter (where d.state = 'NOT_POSSIBLE') as not_possible,
                            count(*) filter (where d.state = 'SUPERSEDED') as superseded,
                            count(*) filter (where d.open) as open
                        from due d join access.agency y on y.id = d.agency_id
                        group by y.id, y.name order by lower(y.name), y.id
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Performance.Done(
                        row.getString("name"),
                        row.getInt("due"),
                        row.getInt("on_time"),
                        row.getInt("late"),
                        row.getInt("not_possible"),
                        row.getInt("superseded"),
                        row.getInt("open")))
                .list();
    }

    private List<Performance.Came> attendance(UUID[] meetings) {
        return database.sql(TOOK_PART + """
                        stands as (
                            select c.meeting_id, c.agency_id,
                                bool_or(c.came = 'PRESENT' and c.capacity <> 'OBSERVER') as came,
                                bool_or(c.came = 'APOLOGIES') as apologies
                            from meeting.attendance c
                            where c.meeting_id = any (cast(:meetings as uuid[]))
                              and not exists (select from meeting.attendance l where l.replaces_id = c.id)
                            group by c.meeting_id, c.agency_id)
                        select y.name, count(*) as meetings, count(*) filter (where s.came) as came,
                            count(*) filter (where s.apologies and not s.came) as apologies
                        from took_part p join access.agency y on y.id = p.agency_id
                        left join stands s on s.meeting_id = p.meeting_id and s.agency_id = p.agency_id
                        group by y.id, y.name order by lower(y.name), y.id
                        """)
                .param("meetings", meetings)
                .query((row, _) -> new Performance.Came(
                        row.getString("name"), row.getInt("meetings"), row.getInt("came"), row.getInt("apologies")))
                .list();
    }

    /// A conference that was held.
    record Held(UUID id, UUID board, LocalDate day, boolean coreOnly) {}
}
