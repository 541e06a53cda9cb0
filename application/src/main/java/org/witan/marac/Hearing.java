package org.witan.marac;

import java.util.List;
import org.witan.meeting.Action;
import org.witan.meeting.Agency;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Meeting;

/// One referral as the conference hears it, as far as whoever looks may see.
///
/// @param now what changes of it while it is heard
/// @param agencies that may do an action; empty for whoever agrees none
/// @param key by which their browser keeps what cannot be sent; empty for whoever writes nothing
public record Hearing(HearingNow now, Referral referral, List<Agency> agencies, String key) {

    public Meeting meeting() {
        return now.meeting();
    }

    public List<AgendaItem> agenda() {
        return now.agenda();
    }

    public AgendaItem item() {
        return now.item();
    }

    public List<Research> research() {
        return now.research();
    }

    public List<Spoken> spoken() {
        return now.spoken();
    }

    public List<Line> lines() {
        return now.lines();
    }

    public List<Action> actions() {
        return now.actions();
    }

    /// Whether a child is in it and neither an action for a child nor a reason why not was written down.
    public boolean lacksChildrensAction() {
        return now.lacksChildrensAction();
    }

    @Override
    public String toString() {
        return "hearing of " + now.item().id();
    }

    /// Something that was spoken, with the agency that brought it.
    public record Spoken(String agency, Research.Item item) {}
}
