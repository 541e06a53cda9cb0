package org.witan.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
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

/// Reads the meetings of the hub: those to come with their deadlines, and one with its agenda.
@Component
public class HubMeetings {
    /// Nobody chooses among more meetings of one board.
    private static final int OF_A_BOARD = 4;

    private final Witnessing witnessing;
    private final Cases cases;
    private final OpenActions actions;
    private final Scheduling scheduling;
    private final Agenda agenda;
    private final KeepingBoards boards;
    private final RecordingAttendance attendance;
    private final DaysOff daysOff;
    private final JdbcClient database;

    HubMeetings(
            Witnessing witnessing,
            Cases cases,
            OpenActions actions,
            Scheduling scheduling,
            Agenda agenda,
            KeepingBoards boards,
            RecordingAttendance attendance,
            DaysOff daysOff,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.cases = cases;
        this.actions = actions;
        this.scheduling = scheduling;
        this.agenda = agenda;
        this.boards = boards;
        this.attendance = attendance;
        this.daysOff = daysOff;
        this.database = database;
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

    /// The same within a piece of work that is witnessed already.
    List<Dated> meetings(Shown shown) {
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

    private int elsewhereAt(UUID meeting) {
        return database.sql("select hub.elsewhere_at(:meeting)")
                .param("meeting", meeting)
                .query(Integer.class)
                .single();
    }

    /// A meeting with its deadlines.
    public record Dated(Meeting meeting, Deadlines deadlines) {}

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
