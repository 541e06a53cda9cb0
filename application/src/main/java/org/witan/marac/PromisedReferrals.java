package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.Days;

/// Referrals that were promised when an incident was settled, and that have not come. For the
/// coordinator.
///
/// `aPromisedReferralIsWaitedFor`: an incident that is settled as referred is over when a referral of
/// the same persons, neither turned away nor made in error, has come since the day on which the
/// incident was found, or when the coordinator says why none follows. After half a year it is shown no longer, so that
/// the page costs the same after ten years.
@Component
public class PromisedReferrals {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String OPEN = """
            with promised as (
                select i.id, i.record_id, i.concern_id, i.happened_on, i.found_at, i.settled_at, i.reason
                from marac.incident i
                where i.settlement = 'REFERRED' and i.settled_at > now() - interval '183 days'
                  and people.concern_holds(i.concern_id)
                  and not exists (select from marac.not_referred n where n.incident_id = i.id)),
            came as (
                select l.record_id, max(r.referred_on) as on_day
                from marac.later_in_case(array(select distinct x.record_id from promised x)) l
                join marac.referral r on r.id = l.later_id
                group by l.record_id)
            select x.id, x.record_id, b.reference, x.happened_on, x.settled_at, x.reason, y.name as agency, c.words
            from promised x
            join access.record b on b.id = x.record_id
            join people.concern c on c.id = x.concern_id
            join access.agency y on y.id = c.agency_id
            left join came m on m.record_id = x.record_id
            where (m.on_day is null or m.on_day < (x.found_at at time zone 'Europe/London')::date)
            """;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Days days;

    PromisedReferrals(Witnessing witnessing, JdbcClient database, Days days) {
        this.witnessing = witnessing;
        this.database = database;
        this.days = days;
    }

    /// A referral that was promised and has not come.
    ///
    /// @param id of the incident
    /// @param referral the latest referral of these persons before it
    /// @param reference what people call that by
    /// @param agency the name of the agency that gave the incident
    /// @param words what happened, where it was said
    /// @param promisedOn when the incident was settled
    /// @param reason what the coordinator wrote then; empty when nothing
    public record Promise(
            UUID id,
            UUID referral,
            String reference,
            LocalDate happenedOn,
            String agency,
            String words,
            LocalDate promisedOn,
            String reason) {

        @Override
        public String toString() {
            return "a promised referral";
        }
    }

    /// How many are open.
    ///
    /// @param late how many were promised before today
    public record Standing(int open, long late) {}

    /// All that are open, those that were promised first first.
    public List<Promise> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "promise"), shown -> {
            List<Promise> all = open();
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// One that is open.
    ///
    /// @throws Absent when none is under this id for this viewer
    public Promise read(Viewer viewer, UUID incident) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "promise"), shown -> {
            Promise found = find(incident);
            shown.add(found.referral());
            return found;
        });
    }

    /// How they stand. Asked inside a witnessed piece of work.
    public Standing standing() {
        List<Promise> all = open();
        return new Standing(
                all.size(),
                all.stream()
                        .filter(one -> one.promisedOn().isBefore(days.today()))
                        .count());
    }

    /// Says why no referral follows. Sent twice, it is said once.
    ///
    /// @throws Absent when none is open under this id for this viewer
    /// @throws Refused when somebody said something else meanwhile
    public void end(Viewer viewer, UUID incident, String reason) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "promise"), shown -> {
            if (isEnded(incident)) {
                if (!isEndedBy(viewer, incident, reason)) {
                    throw new Refused("marac.refused.promise-ended");
                }
                return false;
            }
            Promise found = find(incident);
            shown.add(found.referral());
            int written = Absent.whereRefused(() -> database.sql("""
                            insert into marac.not_referred (incident_id, record_id, reason, at, by)
                            values (:incident, :referral, :reason, now(), :account)
                            on conflict do nothing
                            """)
                    .param("incident", incident)
                    .param("referral", found.referral())
                    .param("reason", reason)
                    .param("account", viewer.account())
                    .update());
            if (written == 0 && !isEndedBy(viewer, incident, reason)) {
                throw new Refused("marac.refused.promise-ended");
            }
            return true;
        });
    }

    private boolean isEnded(UUID incident) {
        return database.sql("select exists (select from marac.not_referred where incident_id = :incident)")
                .param("incident", incident)
                .query(Boolean.class)
                .single();
    }

    private boolean isEndedBy(Viewer viewer, UUID incident, String reason) {
        return database.sql("""
                        select exists (select from marac.not_referred
                                       where incident_id = :incident and reason = :reason and by = :account)
                        """)
                .param("incident", incident)
                .param("reason", reason)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    private Promise find(UUID incident) {
        return database.sql(OPEN + " and x.id = :incident")
                .param("incident", incident)
                .query((row, _) -> promise(row))
                .optional()
                .orElseThrow(Absent::new);
    }

    private List<Promise> open() {
        return database.sql(OPEN + " order by x.settled_at, x.id")
                .query((row, _) -> promise(row))
                .list();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("agency"),
                row.getString("words"),
                row.getObject("settled_at", OffsetDateTime.class)
                        .atZoneSameInstant(HERE)
                        .toLocalDate(),
                row.getString("reason"));
    }
}
