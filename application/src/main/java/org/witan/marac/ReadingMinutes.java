package org.witan.marac;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.Action;
import org.witan.meeting.ActionsOfMeeting;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.OtherBusiness;
import org.witan.meeting.Quorum;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.Scheduling;

/// Minutes and action lists of a conference, on a page or on paper: the same words, made of the records when they are
/// asked for, so that they are ready when the meeting closes.
@Component
public class ReadingMinutes {
    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final KeepingBoards boards;
    private final RecordingAttendance attendance;
    private final ActionsOfMeeting actions;
    private final Conferring conferring;
    private final OtherBusiness business;

    ReadingMinutes(
            Witnessing witnessing,
            Scheduling scheduling,
            KeepingBoards boards,
            RecordingAttendance attendance,
            ActionsOfMeeting actions,
            Conferring conferring,
            OtherBusiness business) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.boards = boards;
        this.attendance = attendance;
        this.actions = actions;
        this.conferring = conferring;
        this.business = business;
    }

    /// The minutes of a conference.
    ///
    /// @param leaves whether they leave this system as a file
    /// @throws Absent when there is no such conference for this viewer
    public Minutes of(Viewer viewer, UUID meeting, boolean leaves) {
        return witnessing.witness(viewer, deed(leaves, "minutes", meeting), shown -> {
            Meeting held = theConference(shown, meeting);
            var came = attendance.of(shown, meeting);
            return new Minutes(
                    held,
                    Quorum.of(boards.members(shown, held.board()), came),
                    came,
                    actions.outstanding(shown, held),
                    actions.agreed(shown, held),
                    conferring.heardAt(shown, held),
                    conferring.lapsed(shown, held),
                    business.of(shown, meeting));
        });
    }

    /// The actions that a conference agreed for the agency of whoever looks; those of all agencies
    /// for whoever keeps the board.
    ///
    /// @param leaves whether they leave this system as a file
    /// @throws Absent when there is no such conference for this viewer
    public ActionList actions(Viewer viewer, UUID meeting, boolean leaves) {
        return witnessing.witness(viewer, deed(leaves, "action", meeting), shown -> {
            Meeting held = theConference(shown, meeting);
            return new ActionList(
                    held,
                    actions.agreed(shown, held).stream()
                            .filter(one -> held.keeps() || viewer.agency().equals(one.agency()))
                            .toList());
        });
    }

    /// The cases whose window ends between the ordinary conference before and this one, of which it is told.
    ///
    /// @throws Absent when there is no such conference for this viewer
    public Lapsed lapsed(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "flag").with("meeting", meeting.toString()), shown -> {
            Meeting held = theConference(shown, meeting);
            return new Lapsed(held, conferring.lapsed(shown, held));
        });
    }

    private Meeting theConference(Shown shown, UUID meeting) {
        Meeting held = scheduling.the(shown, meeting);
        if (held.kind() != BoardKind.MARAC) {
            throw new Absent();
        }
        return held;
    }

    private static Deed deed(boolean leaves, String what, UUID meeting) {
        return Deed.of(leaves ? Verb.EXPORT : Verb.PRINT, what).with("meeting", meeting.toString());
    }

    /// What a conference is told of cases that lapse.
    public record Lapsed(Meeting meeting, List<FlaggedCase> cases) {}

    /// What is to be done after a conference.
    public record ActionList(Meeting meeting, List<Action> actions) {

        @Override
        public String toString() {
            return "actions of " + meeting.id();
        }
    }
}
