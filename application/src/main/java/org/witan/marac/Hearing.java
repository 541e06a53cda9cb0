package org.witan.marac;

import java.util.List;
import org.witan.meeting.Action;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Area;
import org.witan.meeting.Meeting;
import org.witan.meeting.Subject;
import org.witan.people.Standing;

/// One referral as the conference hears it, as far as whoever looks may see.
///
/// @param agenda all items of the meeting, in their order
/// @param research what agencies answered; of their items those that whoever looks may see
/// @param spoken what was spoken of it, by the agency that brought it
/// @param lines of the minutes, oldest first; those that were put right are not among them
/// @param actions within it, those still open first
public record Hearing(
        Meeting meeting,
        List<AgendaItem> agenda,
        AgendaItem item,
        Referral referral,
        List<Research> research,
        List<Spoken> spoken,
        List<Line> lines,
        List<Action> actions) {

    /// Whether a child is in it.
    public boolean hasChildren() {
        return referral.persons().stream().anyMatch(one -> one.record().standing() == Standing.CHILD);
    }

    /// Whether a child is in it and neither an action for a child nor a reason why not was written down.
    public boolean lacksChildrensAction() {
        return hasChildren()
                && lines.stream().noneMatch(line -> line.kind() == LineKind.NO_CHILDRENS_ACTION)
                && actions.stream()
                        .map(Action::content)
                        .noneMatch(content -> content != null
                                && (content.area() == Area.CHILDREN || content.subject() == Subject.CHILD));
    }

    /// Something that was spoken, with the agency that brought it.
    public record Spoken(String agency, Research.Item item) {}
}
