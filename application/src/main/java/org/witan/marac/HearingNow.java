package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.meeting.Action;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Area;
import org.witan.meeting.Meeting;
import org.witan.meeting.Subject;

/// What changes of a case while the conference hears it, as far as whoever looks may see.
///
/// @param agenda all items of the meeting, in the order in which they are taken: those that were put off come last
/// @param version how often something of it has changed; null for whoever may not see the minutes of it
/// @param minutes how long a case is planned to take
/// @param research what agencies answered; of their items those that whoever looks may see
/// @param before what agencies answered for a meeting from which the case was moved, and not anew
/// @param spoken what was spoken of it, by the agency that brought it
/// @param lines of the minutes; those that were put right are with the one that stands
/// @param actions within it, those still open first
/// @param nextMeeting the day of the meeting that will ask for the actions; null when none is scheduled
public record HearingNow(
        Meeting meeting,
        List<AgendaItem> agenda,
        AgendaItem item,
        @Nullable Long version,
        Progress progress,
        int minutes,
        boolean hasChildren,
        List<Research> research,
        List<Research> before,
        List<Hearing.Spoken> spoken,
        List<Line> lines,
        List<Action> actions,
        @Nullable LocalDate nextMeeting) {

    /// Whether a child is in it and neither an action for a child nor a reason why not was written down.
    public boolean lacksChildrensAction() {
        return hasChildren
                && lines.stream().noneMatch(line -> line.kind() == LineKind.NO_CHILDRENS_ACTION)
                && actions.stream()
                        .map(Action::content)
                        .noneMatch(content -> content != null
                                && (content.area() == Area.CHILDREN || content.subject() == Subject.CHILD));
    }
}
