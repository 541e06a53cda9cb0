package org.witan.marac;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.Turn.What;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Happening;
import org.witan.meeting.KeepingAgendas;
import org.witan.meeting.Meeting;
import org.witan.meeting.Scheduling;
import org.witan.site.Days;

/// Leads a conference from case to case: begins one, pauses, goes on, puts it off to the end, and goes to the next.
///
/// For whoever keeps the board and may see the minutes of the case. Said twice, each stands once.
@Component
public class Leading {
    private static final String NOT_HEARD = "marac.refused.not-heard";
    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final KeepingAgendas agendas;
    private final Hearings hearings;
    private final Turns turns;
    private final Days days;

    Leading(
            Witnessing witnessing,
            Scheduling scheduling,
            KeepingAgendas agendas,
            Hearings hearings,
            Turns turns,
            Days days) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.agendas = agendas;
        this.hearings = hearings;
        this.turns = turns;
        this.days = days;
    }

    /// The conference begins a case, and leaves the one that it was at.
    ///
    /// @throws Absent when the item is not there for this viewer, or they do not lead the conference
    /// @throws Refused when the meeting was cancelled
    public void begin(Viewer viewer, UUID meeting, UUID item) {
        lead(viewer, meeting, item, "begun", _ -> turns.take(item, What.BEGUN));
    }

    /// The clock of the case stops.
    public void pause(Viewer viewer, UUID meeting, UUID item) {
        lead(viewer, meeting, item, "paused", _ -> turns.take(item, What.PAUSED));
    }

    /// The clock of the case goes on.
    public void goOn(Viewer viewer, UUID meeting, UUID item) {
        lead(viewer, meeting, item, "went on", _ -> turns.take(item, What.WENT_ON));
    }

    /// The case is taken at the end of the meeting.
    ///
    /// @throws Refused when it was heard
    public void putOff(Viewer viewer, UUID meeting, UUID item) {
        lead(viewer, meeting, item, "taken later", shown -> {
            if (hearings.theItem(shown, meeting, item).isHeard()) {
                throw new Refused("marac.refused.heard");
            }
            turns.take(item, What.LEFT);
            agendas.happened(viewer, shown, item, Happening.TAKEN_LATER, "");
        });
    }

    /// Says that an item was heard. Said twice, it stands once.
    public void heard(Viewer viewer, UUID meeting, UUID item) {
        lead(viewer, meeting, item, "heard", shown -> {
            hear(viewer, shown, meeting, item);
            turns.take(item, What.LEFT);
        });
    }

    /// What there is to know before it is taken back that an item was heard.
    ///
    /// @throws Absent when the item is not there for this viewer, or they do not lead the conference
    /// @throws Refused when it does not stand as heard
    public Heard heardOf(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "item"), shown -> {
            AgendaItem found = hearings.theItem(shown, meeting, item);
            Meeting held = scheduling.the(shown, meeting);
            if (!held.keeps()) {
                throw new Absent();
            }
            if (!found.isHeard()) {
                throw new Refused(NOT_HEARD);
            }
            return new Heard(found.reference(), held.day().isBefore(days.today()));
        });
    }

    /// A case that a meeting heard.
    ///
    /// @param over whether the day of the meeting is over, so that its minutes are put right
    public record Heard(String reference, boolean over) {}

    /// The item was not heard after all: somebody pressed the wrong case, or the meeting broke off. What was
    /// written of it stays, and so do its actions; it is to be heard again.
    ///
    /// @param reason why, in words; when the day of the meeting is over, it stands in the minutes as a correction
    /// @throws Absent when the item is not there for this viewer, or they do not lead the conference
    /// @throws Refused when it does not stand as heard
    public void notHeard(Viewer viewer, UUID meeting, UUID item, String reason) {
        lead(viewer, meeting, item, "not heard", shown -> {
            hearings.hold(hearings.theItem(shown, meeting, item));
            if (!agendas.takeBack(viewer, shown, item, reason)) {
                throw new Refused(NOT_HEARD);
            }
        });
    }

    /// The case was heard; the conference begins the first that was not, after it in the order in which they are taken.
    ///
    /// @return the next; empty when all were heard
    public Optional<UUID> next(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(viewer, deed("next"), shown -> {
            check(shown, meeting, item);
            hear(viewer, shown, meeting, item);
            List<AgendaItem> all = hearings.referrals(shown, meeting).stream()
                    .filter(one -> !one.off())
                    .toList();
            long here = all.stream().takeWhile(one -> !one.id().equals(item)).count();
            Optional<UUID> next = Stream.concat(all.stream().skip(here), all.stream())
                    .filter(one -> !one.isHeard())
                    .map(AgendaItem::id)
                    .findFirst();
            next.ifPresentOrElse(one -> turns.take(one, What.BEGUN), () -> turns.take(item, What.LEFT));
            return next;
        });
    }

    private void hear(Viewer viewer, Shown shown, UUID meeting, UUID item) {
        hearings.hold(hearings.theItem(shown, meeting, item));
        if (!hearings.theItem(shown, meeting, item).isHeard()) {
            agendas.happened(viewer, shown, item, Happening.HEARD, "");
        }
    }

    private void lead(Viewer viewer, UUID meeting, UUID item, String change, Consumer<Shown> work) {
        witnessing.witness(viewer, deed(change), shown -> {
            check(shown, meeting, item);
            work.accept(shown);
            return item;
        });
    }

    private void check(Shown shown, UUID meeting, UUID item) {
        hearings.theItem(shown, meeting, item);
        // One after another: two who press at once neither wait for each other nor say it twice.
        turns.takeTheLead(meeting);
        if (scheduling.the(shown, meeting).cancelled()) {
            throw new Refused("marac.refused.cancelled");
        }
    }

    private static Deed deed(String change) {
        return Deed.of(Verb.CHANGE, "item").with("change", change);
    }
}
