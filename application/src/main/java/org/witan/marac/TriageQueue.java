package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.DaysOff;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;

/// What waits for the coordinator's decision: referrals, and incidents that may be repeats.
@Component
public class TriageQueue {
    /// At most so many are listed.
    public static final int MOST = 200;

    private static final String INCIDENTS = """
            select i.id, i.record_id, b.reference, i.happened_on, i.found_at, y.name as agency, c.words,
                w.referred_on, w.met_on, w.until,
                (select marac.definition_in_force()) as definition, marac.crime_of(i.concern_id) as crime
            from marac.incident i
            join marac.referral r on r.id = i.record_id
            join access.record b on b.id = r.id
            join marac.repeat_window w on w.record_id = r.id
            join people.concern c on c.id = i.concern_id
            join access.agency y on y.id = c.agency_id
            where marac.incident_waits(i.settled_at, i.settlement) and people.concern_holds(i.concern_id)
            """;
    private final Witnessing witnessing;
    private final AwaitingConference accepted;
    private final DaysOff daysOff;
    private final JdbcClient database;
    private final Days days;
    private final FurtherReports reports;

    TriageQueue(
            Witnessing witnessing,
            AwaitingConference accepted,
            DaysOff daysOff,
            JdbcClient database,
            Days days,
            FurtherReports reports) {
        this.witnessing = witnessing;
        this.accepted = accepted;
        this.daysOff = daysOff;
        this.reports = reports;
        this.database = database;
        this.days = days;
    }

    /// What waits, those in danger now first, then those that are due first: what is late stands before what is not.
    public Queue read(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "triage"), shown -> {
            List<Waiting> referrals = referrals(daysOff.workingDays(shown));
            List<Incident> incidents = incidents();
            referrals.forEach(one -> shown.add(one.referral()));
            incidents.forEach(one -> shown.add(one.referral()));
            return new Queue(referrals, incidents, accepted.read(shown));
        });
    }

    /// An incident that waits.
    ///
    /// @throws Absent when none waits under this id for this viewer
    public InFull incident(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "incident"), shown -> {
            Incident found = database.sql(INCIDENTS + " and i.id = :id")
                    .param("id", id)
                    .query((row, _) -> incident(row))
                    .optional()
                    .orElseThrow(Absent::new);
            shown.add(found.referral());
            return new InFull(found, reports.ofIncident(id));
        });
    }

    /// How many referrals wait, and when the first of them is due. Asked inside a witnessed piece of work.
    public Standing referralsWaiting(Shown shown) {
        WorkingDays working = daysOff.workingDays(shown);
        int within = within();
        List<LocalDate> due = database.sql("""
                        select r.referred_on from marac.waiting w join marac.referral r on r.id = w.record_id
                        order by r.referred_at
                        """)
                .query((row, _) -> working.after(row.getObject("referred_on", LocalDate.class), within))
                .list();
        long late = due.stream().filter(day -> day.isBefore(days.today())).count();
        return new Standing(due.size(), late, due.isEmpty() ? null : due.getFirst());
    }

    private int within() {
        return database.sql("select access.setting_number('marac_triage_days')")
                .query(Integer.class)
                .single();
    }

    /// How many incidents wait. Asked inside a witnessed piece of work.
    public int incidentsWaiting() {
        return database.sql(
                        "select count(*) from marac.incident where marac.incident_waits(settled_at, settlement) and people.concern_holds(concern_id)")
                .query(Integer.class)
                .single();
    }

    private List<Waiting> referrals(WorkingDays working) {
        int within = within();
        return database.sql("""
                        select r.id, b.reference, r.referred_at, r.referred_on, y.name as agency, o.from_marac, d.answer = 'YES' as danger,
                            array(select g.ground from marac.claimed_ground g where g.record_id = r.id) as grounds
                        from marac.waiting w
                        join marac.referral r on r.id = w.record_id
                        join access.record b on b.id = r.id
                        join access.agency y on y.id = r.agency_id
                        left join marac.transfer_in o on o.record_id = r.id
                        left join marac.statement d on d.record_id = r.id and d.topic = 'DANGER_NOW'
                        order by d.answer = 'YES' desc nulls last, r.referred_at, r.id limit 200
                        """)
                .query((row, _) -> waiting(row, working, within))
                .list();
    }

    private List<Incident> incidents() {
        return database.sql(INCIDENTS + " order by i.found_at, i.id limit 200")
                .query((row, _) -> incident(row))
                .list();
    }

    private Waiting waiting(ResultSet row, WorkingDays working, int within) throws SQLException {
        LocalDate due = working.after(row.getObject("referred_on", LocalDate.class), within);
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("referred_at", OffsetDateTime.class).toInstant(),
                row.getString("agency"),
                row.getBoolean("danger"),
                Arrays.stream((Object[]) row.getArray("grounds").getArray())
                        .map(ground -> Ground.valueOf((String) ground))
                        .sorted()
                        .toList(),
                due,
                due.isBefore(days.today()),
                row.getString("from_marac"));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getString("agency"),
                row.getString("words"),
                row.getObject("referred_on", LocalDate.class),
                row.getObject("met_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                RepeatDefinition.valueOf(row.getString("definition")),
                Crime.valueOf(row.getString("crime")));
    }

    /// An incident, and what else was said where somebody told it on the page of a referral.
    public record InFull(Incident incident, Optional<FurtherReport> told) {}

    /// What waits.
    ///
    /// @param unlisted what was accepted and stands on no agenda to come
    public record Queue(List<Waiting> referrals, List<Incident> incidents, List<Unlisted> unlisted) {}

    /// A referral that nobody has decided about.
    ///
    /// @param inDanger whether somebody was in danger when it was sent
    /// @param due the day by which it is to be read, by the setting `marac_triage_days`
    /// @param late whether that day is over
    /// @param from the other MARAC that sent it; null for most
    public record Waiting(
            UUID referral,
            String reference,
            Instant at,
            String agency,
            boolean inDanger,
            List<Ground> grounds,
            LocalDate due,
            boolean late,
            @Nullable String from) {}

    /// How the referrals that wait stand.
    ///
    /// @param late how many should have been read before today
    /// @param due when the first is; null when none waits
    public record Standing(int waiting, long late, @Nullable LocalDate due) {}
}
