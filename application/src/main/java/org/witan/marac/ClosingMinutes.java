package org.witan.marac;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.Action;
import org.witan.meeting.ActionsOfMeeting;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Meeting;
import org.witan.meeting.Scheduling;
import org.witan.meeting.SendingMinutes;

/// Closes a conference: what it left undone is told, and its minutes and actions go out to the agencies. Nothing is
/// locked: what somebody noticed too late is still written, and says in the minutes that it came later.
@Component
public class ClosingMinutes {
    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final SendingMinutes sending;
    private final Conferring conferring;
    private final ActionsOfMeeting actions;

    ClosingMinutes(
            Witnessing witnessing,
            Scheduling scheduling,
            SendingMinutes sending,
            Conferring conferring,
            ActionsOfMeeting actions) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.sending = sending;
        this.conferring = conferring;
        this.actions = actions;
    }

    /// What a conference left undone, by the references of cases and actions.
    ///
    /// @param notHeard neither heard nor deferred: no agenda to come has them
    /// @param withoutChildrensAction heard, with a child, and neither an action for children nor why there is none
    /// @param unowned actions that no agency answers for
    public record Undone(
            Meeting meeting, List<String> notHeard, List<String> withoutChildrensAction, List<String> unowned) {}

    /// What is to be put right before the minutes go out.
    ///
    /// @throws Absent when there is no such conference that this viewer keeps
    public Undone before(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.PRINT, meeting), shown -> {
            Meeting held = theKept(shown, meeting);
            List<Hearing> cases = conferring.heardAt(shown, held);
            return new Undone(
                    held,
                    cases.stream()
                            .filter(one -> !one.item().isHeard() && !one.item().off())
                            .map(one -> one.referral().reference())
                            .toList(),
                    cases.stream()
                            .filter(one -> one.item().isHeard() && one.lacksChildrensAction())
                            .map(one -> one.referral().reference())
                            .toList(),
                    actions.agreed(shown, held).stream()
                            .filter(Action::unowned)
                            .map(Action::reference)
                            .toList());
        });
    }

    /// Sends them out; once more when something was added.
    ///
    /// @param id made with the form, so that a form that is sent twice sends them once
    /// @throws Absent when there is no such conference that this viewer keeps
    /// @throws Refused when it has not begun, or does not take place
    public void send(Viewer viewer, UUID id, UUID meeting) {
        witnessing.witness(viewer, deed(Verb.CHANGE, meeting).with("minutes", "out"), shown -> {
            sending.send(viewer, shown, id, theKept(shown, meeting));
            return id;
        });
    }

    /// Conferences whose minutes are to go out. Inside a witnessed piece of work.
    public List<SendingMinutes.Owed> owed(Shown shown) {
        return sending.owed(shown, BoardKind.MARAC);
    }

    private Meeting theKept(Shown shown, UUID meeting) {
        Meeting held = scheduling.the(shown, meeting);
        if (held.kind() != BoardKind.MARAC || !held.keeps()) {
            throw new Absent();
        }
        return held;
    }

    private static Deed deed(Verb verb, UUID meeting) {
        return Deed.of(verb, "minutes").with("meeting", meeting.toString());
    }
}
