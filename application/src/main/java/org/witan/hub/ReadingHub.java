package org.witan.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.OpenActions;

/// Reads the hub: what waits, the cases, and one case.
@Component
public class ReadingHub {
    private static final int MOST = 200;
    private static final int MOST_IN_A_FILE = 10_000;

    private final Witnessing witnessing;
    private final Cases cases;
    private final CaseFacts facts;
    private final HubLists lists;
    private final OpenActions actions;
    private final HubMeetings meetings;
    private final JdbcClient database;

    ReadingHub(
            Witnessing witnessing,
            Cases cases,
            CaseFacts facts,
            HubLists lists,
            OpenActions actions,
            HubMeetings meetings,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.cases = cases;
        this.facts = facts;
        this.lists = lists;
        this.actions = actions;
        this.meetings = meetings;
        this.database = database;
    }

    /// What of the hub there is for whoever looks.
    public Desk desk(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "hub-case"), shown -> {
            boolean refers = viewer.role() == Role.REFERRER;
            List<HubCase> waiting = viewer.role() == Role.HUB_COORDINATOR
                    ? cases.in(CaseState.WAITS, MOST)
                    : cases.referredBy(viewer.account(), MOST);
            List<HubCase> open = refers ? List.of() : cases.in(CaseState.OPEN, MOST);
            waiting.forEach(one -> shown.add(one.id()));
            open.forEach(one -> shown.add(one.id()));
            return new Desk(waiting, open, owed(viewer), refers ? List.of() : meetings.meetings(shown), elsewhere());
        });
    }

    /// Referrals that wait and cases that are open, for a file.
    ///
    /// @param isWhole whether there are no more
    public record Listed(List<HubCase> cases, boolean isWhole) {}

    /// The cases of the hub as they leave it in a file, those that wait first.
    public Listed listed(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.EXPORT, "hub-case"), shown -> {
            List<HubCase> all = Stream.of(CaseState.WAITS, CaseState.OPEN)
                    .flatMap(state -> cases.in(state, MOST_IN_A_FILE + 1).stream())
                    .toList();
            List<HubCase> listed = all.stream().limit(MOST_IN_A_FILE).toList();
            listed.forEach(one -> shown.add(one.id()));
            return new Listed(listed, listed.size() == all.size());
        });
    }

    /// A case.
    ///
    /// @throws Absent when there is none for this viewer
    public HubCaseInFull open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "hub-case"), shown -> {
            HubCase line = cases.find(id).orElseThrow(Absent::new);
            shown.add(id);
            return facts.of(viewer, line, actions.within(shown, id));
        });
    }

    /// That a case in which the agency of whoever looks took part is discussed elsewhere; nothing else of it.
    ///
    /// @throws Absent when there is none such for this viewer
    public Elsewhere elsewhere(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "hub-case-elsewhere"), shown -> {
            shown.add(id);
            return elsewhere().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(Absent::new);
        });
    }

    /// Reasons to choose from.
    public Reasons reasons(Viewer viewer) {
        return witnessing.witness(
                viewer, Deed.of(Verb.LIST, "reason"), _ -> new Reasons(lists.notAdded(), lists.removed()));
    }

    /// How many referrals wait for the coordinator. Inside a witnessed piece of work.
    public Waits waiting() {
        return database.sql("""
                        select count(*) filter (where r.urgent) as urgent, count(*) filter (where not r.urgent) as others
                        from hub.referral r where r.state = 'WAITS'
                        """).query(Waits.class).single();
    }

    private List<Owed> owed(Viewer viewer) {
        if (viewer.role() != Role.REPRESENTATIVE) {
            return List.of();
        }
        return database.sql("""
                        select q.record_id, q.id, a.reference, q.due_on
                        from hub.request q join hub.referral r on r.id = q.record_id and r.state = 'OPEN'
                        join access.record a on a.id = q.record_id
                        where q.agency_id = :agency and not exists (select from hub.answer n where n.request_id = q.id)
                        order by q.due_on, q.id
                        """)
                .param("agency", viewer.agency())
                .query((row, _) -> new Owed(
                        Cases.id(row, "record_id"),
                        Cases.id(row, "id"),
                        row.getString("reference"),
                        Objects.requireNonNull(Cases.day(row, "due_on"))))
                .list();
    }

    private List<Elsewhere> elsewhere() {
        return database.sql("select record_id, reference, since_at from hub.elsewhere order by since_at desc")
                .query((row, _) -> new Elsewhere(
                        Cases.id(row, "record_id"), row.getString("reference"), Cases.moment(row, "since_at")))
                .list();
    }

    /// What there is for whoever looks.
    ///
    /// @param waiting referrals that wait; for a referrer what they referred
    public record Desk(
            List<HubCase> waiting,
            List<HubCase> open,
            List<Owed> owed,
            List<HubMeetings.Dated> meetings,
            List<Elsewhere> elsewhere) {}

    /// What the agency of whoever looks was asked and has not answered.
    public record Owed(UUID record, UUID request, String reference, LocalDate due) {}

    /// Referrals that wait.
    public record Waits(long urgent, long others) {}

    /// A case that is discussed elsewhere.
    public record Elsewhere(UUID id, String reference, Instant since) {}

    /// Reasons, for what is not added and for what is removed.
    public record Reasons(List<Reason> notAdded, List<Reason> removed) {}
}
