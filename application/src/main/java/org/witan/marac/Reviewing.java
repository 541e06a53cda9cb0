package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Reviews cases whose time is over: keeps them until a day, or says that they are to be destroyed. It destroys
/// nothing.
@Component
public class Reviewing {
    /// So many are looked for; who sees more than a page of them begins with those that are due longest.
    private static final int MOST = 1000;

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final ReadingReferrals reading;
    private final JdbcClient database;
    private final Clock clock;

    Reviewing(Witnessing witnessing, ReadingReferrals reading, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.reading = reading;
        this.database = database;
        this.clock = clock;
    }

    /// What may be decided.
    public enum What {
        KEEP,
        DESTROY
    }

    /// A class of the schedule.
    ///
    /// @param length how long, in the unit of its setting
    /// @param since when that was set
    /// @param proposed whether it is what was shipped, and nobody of the partnership decided it
    /// @param reason why that long
    /// @param source where what was shipped comes from
    public record Term(
            String words,
            String event,
            int length,
            String unit,
            Instant since,
            boolean proposed,
            String reason,
            String source) {}

    /// A case that is due.
    ///
    /// @param words of its class
    /// @param eventOn from when its time counts
    public record Due(UUID referral, String reference, String words, LocalDate eventOn, LocalDate dueOn) {}

    /// What was decided about a case.
    ///
    /// @param until null when it is to be destroyed
    /// @param by by name; null where whoever looks may not know them
    public record Decided(
            UUID referral,
            String reference,
            What what,
            @Nullable LocalDate until,
            String reason,
            Instant at,
            @Nullable String by) {

        @Override
        public String toString() {
            return "decided " + what;
        }
    }

    /// What there is to review.
    ///
    /// @param due those that are due longest first
    /// @param decided what stands, the latest first
    public record Review(List<Term> schedule, List<Due> due, List<Decided> decided) {

        @Override
        public String toString() {
            return "a review";
        }
    }

    /// One case with all that was decided about it, the latest first.
    ///
    /// @param due null when it is not due
    public record One(
            UUID referral, String reference, @Nullable Due due, List<Decided> decided) {

        @Override
        public String toString() {
            return "a case to review";
        }
    }

    /// The schedule, what is due, and what was decided.
    public Review list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "review"), shown -> {
            List<Due> due = due(MOST, null);
            List<Decided> decided = decided();
            due.forEach(one -> shown.add(one.referral()));
            decided.forEach(one -> shown.add(one.referral()));
            return new Review(schedule(), due, decided);
        });
    }

    /// One case.
    ///
    /// @throws Absent when it is not there for this viewer
    public One open(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "review"), shown -> one(viewer, referral, shown));
    }

    /// Decides about a case that is due, or about which a decision stands. A form that is sent twice decides once.
    ///
    /// @param id made with the form
    /// @param until the day on which it is due again; null when it is to be destroyed
    /// @throws Absent when it is not there for this viewer
    /// @throws Refused when it is not due, and nothing was decided about it
    public void decide(Viewer viewer, UUID id, UUID referral, What what, @Nullable LocalDate until, String reason) {
        var deed = Deed.of(Verb.CHANGE, "review").with("decision", what.name());
        witnessing.witness(viewer, deed, shown -> {
            One known = one(viewer, referral, shown);
            if (known.due() == null && known.decided().isEmpty()) {
                throw new Refused("marac.refused.review.not-due");
            }
            if (until != null && !until.isAfter(LocalDate.ofInstant(clock.instant(), HERE))) {
                throw new Refused("marac.refused.review.day");
            }
            return Absent.whereRefused(() -> insert(viewer, id, referral, what, until, reason));
        });
    }

    private One one(Viewer viewer, UUID referral, Shown shown) {
        if (viewer.role() != Role.COORDINATOR || !reading.exists(referral)) {
            throw new Absent();
        }
        shown.add(referral);
        String reference = database.sql("select b.reference from access.record b where b.id = :referral")
                .param("referral", referral)
                .query(String.class)
                .single();
        return new One(
                referral,
                reference,
                due(Integer.MAX_VALUE, referral).stream().findFirst().orElse(null),
                all(referral));
    }

    private List<Term> schedule() {
        return database.sql("""
                        select c.words, c.event, c.source, s.value::integer as length, b.unit, s.since, s.reason,
                            s.set_by is null as proposed
                        from marac.retention_class c
                        join access.setting_bound b on b.name = c.setting
                        cross join lateral (select x.* from access.setting x where x.name = c.setting and x.since <= now()
                                            order by x.since desc limit 1) s
                        order by c.place
                        """)
                .query((row, _) -> new Term(
                        row.getString("words"),
                        row.getString("event"),
                        row.getInt("length"),
                        row.getString("unit"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("proposed"),
                        row.getString("reason"),
                        row.getString("source")))
                .list();
    }

    /// @param referral of which alone it is asked; null for all
    private List<Due> due(int most, @Nullable UUID referral) {
        return database.sql("""
                        select d.record_id, b.reference, c.words, d.event_on, d.due_on
                        from marac.due_for_review(:most) d
                        join marac.retention_class c on c.code = d.class
                        join access.record b on b.id = d.record_id
                        where exists (select from marac.referral r where r.id = d.record_id offset 0)
                          and d.record_id = coalesce(cast(:referral as uuid), d.record_id)
                        order by d.due_on, d.record_id
                        """)
                .param("most", most)
                .param("referral", referral)
                .query((row, _) -> new Due(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getString("words"),
                        row.getObject("event_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private List<Decided> decided() {
        return database.sql("""
                        select d.record_id, b.reference, d.what, d.until_day, d.reason, d.at,
                            (select o.given_name || ' ' || o.family_name from access.colleague o
                             where o.account_id = d.by limit 1) as by_name
                        from marac.retention_decision d join access.record b on b.id = d.record_id
                        where (d.until_day is null or d.until_day > access.today()) and not exists (
                            select from marac.retention_decision n
                            where n.record_id = d.record_id and (n.at, n.id) > (d.at, d.id))
                        order by d.at desc, d.id desc limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> decided(row))
                .list();
    }

    private List<Decided> all(UUID referral) {
        return database.sql("""
                        select d.record_id, b.reference, d.what, d.until_day, d.reason, d.at,
                            (select o.given_name || ' ' || o.family_name from access.colleague o
                             where o.account_id = d.by limit 1) as by_name
                        from marac.retention_decision d join access.record b on b.id = d.record_id
                        where d.record_id = :referral order by d.at desc, d.id desc
                        """)
                .param("referral", referral)
                .query((row, _) -> decided(row))
                .list();
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                What.valueOf(row.getString("what")),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"));
    }

    private int insert(Viewer viewer, UUID id, UUID referral, What what, @Nullable LocalDate until, String reason) {
        return database.sql("""
                        insert into marac.retention_decision (id, record_id, what, until_day, reason, at, by)
                        values (:id, :referral, :what, cast(:until as date), :reason, now(), :account)
                        on conflict on constraint retention_decision_is_identified do nothing
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("what", what.name())
                .param("until", until)
                .param("reason", reason)
                .param("account", viewer.account())
                .update();
    }
}
