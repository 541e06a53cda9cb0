package org.witan.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.Action;
import org.witan.meeting.Agency;
import org.witan.meeting.Agenda;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Attendance;
import org.witan.meeting.BoardKind;
import org.witan.meeting.DaysOff;
import org.witan.meeting.Deadlines;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.Member;
import org.witan.meeting.OpenActions;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.Scheduling;

/// Reads the hub: what waits, the cases, one case, and a meeting with its agenda.
@Component
public class ReadingHub {
    private static final int MOST = 200;

    /// Nobody chooses among more meetings of one board.
    private static final int OF_A_BOARD = 4;

    private final Witnessing witnessing;
    private final Cases cases;
    private final CaseFacts facts;
    private final HubLists lists;
    private final OpenActions actions;
    private final Scheduling scheduling;
    private final Agenda agenda;
    private final KeepingBoards boards;
    private final RecordingAttendance attendance;
    private final DaysOff daysOff;
    private final JdbcClient database;

    ReadingHub(
            Witnessing witnessing,
            Cases cases,
            CaseFacts facts,
            HubLists lists,
            OpenActions actions,
            Scheduling scheduling,
            Agenda agenda,
            KeepingBoards boards,
            RecordingAttendance attendance,
            DaysOff daysOff,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.cases = cases;
        this.facts = facts;
        this.lists = lists;
        this.actions = actions;
        this.scheduling = scheduling;
        this.agenda = agenda;
        this.boards = boards;
        this.attendance = attendance;
        this.daysOff = daysOff;
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
            return new Desk(waiting, open, owed(viewer), refers ? List.of() : meetings(shown), elsewhere());
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

    /// The meetings of the hub that are to come.
    public List<Dated> meetings(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "meeting"), this::meetings);
    }

    /// A meeting of the hub with its agenda, as far as its cases are open to whoever looks.
    ///
    /// @throws Absent when there is no such meeting of a hub for this viewer
    public MeetingInFull meeting(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "agenda").with("meeting", id.toString()), shown -> {
            Meeting meeting = scheduling.the(shown, id);
            if (meeting.kind() != BoardKind.HUB) {
                throw new Absent();
            }
            List<AgendaItem> items = agenda.of(shown, id).stream()
                    .filter(item -> !item.off() && item.kind() == RecordKind.HUB_CASE)
                    .toList();
            List<HubCase> heard =
                    cases.on(items.stream().map(AgendaItem::record).toList());
            var open = new ArrayList<Action>();
            heard.forEach(one -> open.addAll(actions.within(shown, one.id()).stream()
                    .filter(action -> !action.state().closes())
                    .toList()));
            return new MeetingInFull(
                    dated(shown, meeting),
                    heard,
                    elsewhereAt(id),
                    open,
                    boards.members(shown, meeting.board()),
                    attendance.of(shown, id));
        });
    }

    /// The agencies of the meetings to whose agendas a case was added. Inside a witnessed piece of work.
    List<Agency> agencies(Shown shown, UUID record) {
        List<UUID> met = database.sql("""
                        select distinct m.board_id from hub.decision d join meeting.meeting m on m.id = d.meeting_id
                        where d.record_id = :record
                        """)
                .param("record", record)
                .query((row, _) -> Cases.id(row, "board_id"))
                .list();
        return met.stream()
                .flatMap(board -> boards.members(shown, board).stream())
                .filter(member -> !member.closed())
                .map(member -> new Agency(member.agency(), member.name()))
                .distinct()
                .toList();
    }

    /// The same, to choose from.
    public List<Agency> agencies(Viewer viewer, UUID record) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "agency"), shown -> agencies(shown, record));
    }

    /// How many referrals wait for the coordinator. Inside a witnessed piece of work.
    public Waits waiting() {
        return database.sql("""
                        select count(*) filter (where r.urgent) as urgent, count(*) filter (where not r.urgent) as others
                        from hub.referral r where r.state = 'WAITS'
                        """).query(Waits.class).single();
    }

    private List<Dated> meetings(Shown shown) {
        var listed = new HashMap<UUID, Integer>();
        return scheduling.coming(shown).stream()
                .filter(one -> one.kind() == BoardKind.HUB && !one.cancelled())
                .filter(one -> listed.merge(one.board(), 1, Integer::sum) <= OF_A_BOARD)
                .map(one -> dated(shown, one))
                .toList();
    }

    /// A meeting with its deadlines. Inside a witnessed piece of work.
    Dated dated(Shown shown, Meeting meeting) {
        return new Dated(
                meeting,
                Deadlines.of(meeting.day(), boards.settings(shown, meeting.board()), daysOff.workingDays(shown)));
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

    private int elsewhereAt(UUID meeting) {
        return database.sql("select hub.elsewhere_at(:meeting)")
                .param("meeting", meeting)
                .query(Integer.class)
                .single();
    }

    /// What there is for whoever looks.
    ///
    /// @param waiting referrals that wait; for a referrer what they referred
    public record Desk(
            List<HubCase> waiting,
            List<HubCase> open,
            List<Owed> owed,
            List<Dated> meetings,
            List<Elsewhere> elsewhere) {}

    /// What the agency of whoever looks was asked and has not answered.
    public record Owed(UUID record, UUID request, String reference, LocalDate due) {}

    /// Referrals that wait.
    public record Waits(long urgent, long others) {}

    /// A meeting with its deadlines.
    public record Dated(Meeting meeting, Deadlines deadlines) {}

    /// A case that is discussed elsewhere.
    public record Elsewhere(UUID id, String reference, Instant since) {}

    /// Reasons, for what is not added and for what is removed.
    public record Reasons(List<Reason> notAdded, List<Reason> removed) {}

    /// A meeting with its agenda.
    ///
    /// @param elsewhere how many cases of it are discussed elsewhere for whoever looks
    /// @param actions what is still open of its cases
    public record MeetingInFull(
            Dated dated,
            List<HubCase> cases,
            int elsewhere,
            List<Action> actions,
            List<Member> members,
            List<Attendance> attendance) {}
}
