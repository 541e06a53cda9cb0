package org.witan.marac.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
import org.witan.marac.protection.DisclosureRequest.Applicant;
import org.witan.marac.protection.DisclosureRequest.Dues;
import org.witan.marac.protection.DisclosureRequest.GivenTo;
import org.witan.marac.protection.DisclosureRequest.Kind;
import org.witan.marac.protection.DisclosureRequest.Route;
import org.witan.marac.protection.DisclosureRequest.Step;
import org.witan.meeting.DaysOff;
import org.witan.shared.WorkingDays;

/// Requests under the disclosure scheme (Clare's Law) and their clock. What is disclosed is spoken in person:
/// there is no word of it here.
///
/// The police and the coordinator handle them. An IDVA reads that they made a request, and no step of it.
@Component
public class Disclosing {
    private static final String DISCLOSURE = "disclosure";
    private static final String REQUESTS = """
            select q.id, q.record_id, b.reference, q.route, q.applicant, q.received_on, a.name as agency,
                access.person(q.written_by) as by_name, access.setting_number('marac_disclosure_check_days') as check_days,
                access.setting_number('marac_disclosure_meet_days') as meet_days,
                access.setting_number('marac_disclosure_days') as all_days
            from marac.disclosure_request q
            join access.record b on b.id = q.record_id join access.agency a on a.id = q.agency_id
            """;
    private final Witnessing witnessing;
    private final DaysOff daysOff;
    private final References references;
    private final JdbcClient database;

    Disclosing(Witnessing witnessing, DaysOff daysOff, References references, JdbcClient database) {
        this.witnessing = witnessing;
        this.daysOff = daysOff;
        this.references = references;
        this.database = database;
    }

    /// The requests of a referral.
    ///
    /// @param reference of the referral
    /// @param handles whether whoever looks handles them; otherwise they read only that they made one
    public record Requests(UUID referral, String reference, boolean handles, List<DisclosureRequest> all) {}

    /// The requests of a referral that whoever looks may read.
    ///
    /// @throws Absent when there is no such referral for this viewer, or they have nothing to do with requests
    public Requests of(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, DISCLOSURE), shown -> {
            boolean handles = handles();
            if (!handles && viewer.role() != Role.IDVA) {
                throw new Absent();
            }
            String reference = references.the(referral);
            shown.add(referral);
            return new Requests(
                    referral,
                    reference,
                    handles,
                    read(
                            database.sql(REQUESTS
                                            + " where q.record_id = :referral order by q.received_on desc, q.id desc")
                                    .param("referral", referral),
                            shown));
        });
    }

    /// Writes down a request. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @throws Absent when there is no such referral for this viewer, or they write down no requests
    /// @throws Refused when something else was sent from the same form before
    public void request(Viewer viewer, UUID id, UUID referral, Route route, Applicant applicant, LocalDate received) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, DISCLOSURE), shown -> {
            references.the(referral);
            shown.add(referral);
            int written = Absent.whereRefused(() -> database.sql("""
                            insert into marac.disclosure_request (id, record_id, route, applicant, received_on, agency_id,
                                written_at, written_by)
                            values (:id, :referral, :route, :applicant, :received, :agency, now(), :account)
                            on conflict do nothing
                            """)
                    .param("id", id)
                    .param("referral", referral)
                    .param("route", route.name())
                    .param("applicant", applicant.name())
                    .param("received", received)
                    .param("agency", viewer.agency())
                    .param("account", viewer.account())
                    .update());
            if (written == 0 && !isWritten(viewer, id, referral, route, applicant, received)) {
                throw new Refused("marac.refused.sent-before");
            }
            return id;
        });
    }

    /// What is written down of a step.
    ///
    /// @param to null for every step but GIVEN
    /// @param givenBy which professionals gave it; empty for every step but GIVEN
    public record Taken(Kind what, LocalDate day, @Nullable GivenTo to, String givenBy) {}

    /// Writes down a step. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @throws Absent when there is no such request for this viewer, or they do not handle them
    /// @throws Refused when the step stands already, cannot be taken as the request stands now, or something
    ///     else was sent from the same form before
    public void take(Viewer viewer, UUID referral, UUID request, UUID id, Taken taken) {
        var deed = Deed.of(Verb.CHANGE, DISCLOSURE).with("step", taken.what.name());
        witnessing.witness(viewer, deed, shown -> {
            DisclosureRequest found = the(referral, request, shown);
            if (!handles()) {
                throw new Absent();
            }
            if (found.steps().stream().anyMatch(step -> step.id().equals(id))) {
                if (!isTaken(viewer, id, taken)) {
                    throw new Refused("marac.refused.sent-before");
                }
                return false;
            }
            if (!found.next().contains(taken.what)) {
                throw new Refused("marac.refused.disclosure");
            }
            try {
                return Absent.whereRefused(() -> insert(viewer, found, id, taken)) == 1;
            } catch (DuplicateKeyException _) {
                throw new Refused("marac.refused.disclosure");
            }
        });
    }

    /// Undoes a step, for a slip. It stays readable.
    ///
    /// @throws Absent when there is no such request for this viewer, or they do not handle them
    /// @throws Refused when it was undone before
    public void undo(Viewer viewer, UUID referral, UUID request, UUID step) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, DISCLOSURE).with("step", "UNDONE"), shown -> {
            the(referral, request, shown);
            if (!handles()) {
                throw new Absent();
            }
            int undone = database.sql("""
                            update marac.disclosure_step set undone_at = now(), undone_by = :by
                            where id = :id and request_id = :request and undone_at is null
                            """)
                    .param("by", viewer.account())
                    .param("id", step)
                    .param("request", request)
                    .update();
            if (undone == 0) {
                throw new Refused("marac.refused.disclosure");
            }
            return true;
        });
    }

    /// Requests that wait for whoever looks, those that are due first before others. Inside a witnessed piece
    /// of work.
    public List<DisclosureRequest> open(Shown shown) {
        return read(database.sql(REQUESTS + """
                         where marac.handles_disclosures()
                          and not exists (select from marac.disclosure_step s
                                          where s.request_id = q.id and s.undone_at is null
                                            and s.what in ('NOT_TO_DISCLOSE', 'GIVEN', 'CLOSED'))
                        order by q.received_on, q.id
                        """), shown);
    }

    private DisclosureRequest the(UUID referral, UUID request, Shown shown) {
        return read(
                        database.sql(REQUESTS + " where q.id = :id and q.record_id = :referral")
                                .param("id", request)
                                .param("referral", referral),
                        shown)
                .stream()
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private boolean handles() {
        return database.sql("select marac.handles_disclosures()")
                .query(Boolean.class)
                .single();
    }

    /// Whether the same was written by the same before.
    private boolean isWritten(
            Viewer viewer, UUID id, UUID referral, Route route, Applicant applicant, LocalDate received) {
        return database.sql("""
                        select exists (select from marac.disclosure_request
                                       where id = :id and record_id = :referral and route = :route
                                         and applicant = :applicant and received_on = :received and written_by = :account)
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("route", route.name())
                .param("applicant", applicant.name())
                .param("received", received)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    private boolean isTaken(Viewer viewer, UUID id, Taken taken) {
        GivenTo to = taken.to;
        return database.sql("""
                        select exists (select from marac.disclosure_step
                                       where id = :id and what = :what and on_day = :day and given_to = :to
                                         and given_by = :given and by = :account)
                        """)
                .param("id", id)
                .param("what", taken.what.name())
                .param("day", taken.day)
                .param("to", to == null ? "" : to.name())
                .param("given", taken.givenBy)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    private int insert(Viewer viewer, DisclosureRequest request, UUID id, Taken taken) {
        GivenTo to = taken.to;
        return database.sql("""
                        insert into marac.disclosure_step (id, request_id, record_id, what, on_day, given_to, given_by, at, by)
                        values (:id, :request, :referral, :what, :day, :to, :given, now(), :account)
                        """)
                .param("id", id)
                .param("request", request.id())
                .param("referral", request.referral())
                .param("what", taken.what.name())
                .param("day", taken.day)
                .param("to", to == null ? "" : to.name())
                .param("given", taken.givenBy)
                .param("account", viewer.account())
                .update();
    }

    private List<DisclosureRequest> read(JdbcClient.StatementSpec question, Shown shown) {
        WorkingDays working = daysOff.workingDays(shown);
        List<DisclosureRequest> all =
                question.query((row, _) -> request(row, working)).list();
        Map<UUID, List<Step>> steps =
                steps(all.stream().map(DisclosureRequest::id).toList());
        all.forEach(one -> shown.add(one.referral()));
        return all.stream()
                .map(one -> new DisclosureRequest(
                        one.id(),
                        one.referral(),
                        one.reference(),
                        one.route(),
                        one.applicant(),
                        one.receivedOn(),
                        one.agency(),
                        one.by(),
                        steps.getOrDefault(one.id(), List.of()),
                        one.dues()))
                .toList();
    }

    private static DisclosureRequest request(ResultSet row, WorkingDays working) throws SQLException {
        LocalDate received = row.getObject("received_on", LocalDate.class);
        Route route = Route.valueOf(row.getString("route"));
        return new DisclosureRequest(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                route,
                Applicant.valueOf(row.getString("applicant")),
                received,
                row.getString("agency"),
                row.getString("by_name"),
                List.of(),
                new Dues(
                        received.plusDays(row.getInt("check_days")),
                        route == Route.RIGHT_TO_KNOW ? null : working.after(received, row.getInt("meet_days")),
                        received.plusDays(row.getInt("all_days"))));
    }

    private Map<UUID, List<Step>> steps(Collection<UUID> requests) {
        Map<UUID, List<Step>> all = new HashMap<>();
        database.sql("""
                        select s.*, access.person(s.by) as by_name
                        from marac.disclosure_step s where s.request_id = any (cast(:requests as uuid[]))
                        order by s.on_day, s.at, s.id
                        """).param("requests", requests.toArray(UUID[]::new)).query(row -> {
            String to = row.getString("given_to");
            all.computeIfAbsent(row.getObject("request_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Step(
                            row.getObject("id", UUID.class),
                            Kind.valueOf(row.getString("what")),
                            row.getObject("on_day", LocalDate.class),
                            to.isEmpty() ? null : GivenTo.valueOf(to),
                            row.getString("given_by"),
                            row.getString("by_name"),
                            row.getObject("undone_at") != null));
        });
        return all;
    }
}
