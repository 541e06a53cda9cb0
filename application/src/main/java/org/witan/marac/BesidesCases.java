package org.witan.marac;

import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.ActionsOfMeeting;
import org.witan.meeting.Meeting;

/// What the agenda of a conference begins and ends with: actions still open from meetings before, and cases that lapse.
@Component
public class BesidesCases {
    private final Witnessing witnessing;
    private final ActionsOfMeeting actions;
    private final Conferring conferring;

    BesidesCases(Witnessing witnessing, ActionsOfMeeting actions, Conferring conferring) {
        this.witnessing = witnessing;
        this.actions = actions;
        this.conferring = conferring;
    }

    /// How many there are for whoever looks.
    ///
    /// @param openActions from meetings before, as the minutes list them
    /// @param lapsed cases whose window ended since the ordinary conference before
    public record Counted(int openActions, int lapsed) {}

    /// How many there are of a meeting that this viewer has found.
    public Counted of(Viewer viewer, Meeting meeting) {
        var deed = Deed.of(Verb.LIST, "agenda").with("meeting", meeting.id().toString());
        return witnessing.witness(
                viewer,
                deed,
                shown -> new Counted(
                        actions.outstanding(shown, meeting).size(),
                        conferring.lapsed(shown, meeting).size()));
    }
}
