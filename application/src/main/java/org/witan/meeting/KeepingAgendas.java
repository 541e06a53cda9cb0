package org.witan.meeting;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Keeps agendas: puts records on, takes them off, orders them, and says what happened to each. For
/// whoever keeps the board and sees the record. [MovingItems] is for whoever moves one from page to
/// page.
///
/// Each piece of work has a variant that takes [Shown], for a module that does several at once.
@Component
public class KeepingAgendas {
    private static final String AGENDA = "agenda";
    private final Witnessing witnessing;
    private final Meetings meetings;
    private final AgendaItems items;
    private final Records records;
    private final Clock clock;

    KeepingAgendas(Witnessing witnessing, Meetings meetings, AgendaItems items, Records records, Clock clock) {
        this.witnessing = witnessing;
        this.meetings = meetings;
        this.items = items;
        this.records = records;
        this.clock = clock;
    }

    /// Puts a record on an agenda, at the end of its section.
    ///
    /// @return the item
    /// @throws Absent when the meeting is not this viewer's to keep, or the record is not there for them
    public UUID putOn(Viewer viewer, UUID meeting, UUID record, Section section, List<Mark> marks) {
        return witnessing.witness(
                viewer, deed(meeting), shown -> putOn(viewer, shown, meeting, record, section, marks));
    }

    /// The same, inside a witnessed piece of work.
    public UUID putOn(Viewer viewer, Shown shown, UUID meeting, UUID record, Section section, List<Mark> marks) {
        return Absent.whereRefused(() -> {
            theKept(meeting);
            RegisteredRecord found = records.find(record).orElseThrow(Absent::new);
            shown.add(record);
            UUID id = Identity.at(clock.instant());
            Rules.once(Rules.ON_AGENDA, () -> {
                items.add(id, meeting, record, found.kind(), section, viewer.account());
                return id;
            });
            AgendaItem item = items.find(id).orElseThrow(Absent::new);
            marks.forEach(mark -> items.mark(item, mark));
            return id;
        });
    }

    /// Takes an item off its agenda, inside a witnessed piece of work of the module whose record it is.
    ///
    /// @param reason why, in words
    /// @throws Refused when somebody else moved it or took it off at the same moment
    public void takeOff(Viewer viewer, Shown shown, UUID item, String reason) {
        leave(viewer, theOpen(shown, item), Happening.TAKEN_OFF, null, reason);
    }

    /// Says of an item that what it is about is on another agenda by now, of whatever board: it leaves the one on which
    /// it was not heard. Inside a witnessed piece of work.
    ///
    /// @param to the item of the other agenda
    public void follow(Viewer viewer, Shown shown, UUID item, UUID to, String reason) {
        leave(viewer, theOpen(shown, item), Happening.DEFERRED, to, reason);
    }

    private void leave(Viewer viewer, AgendaItem item, Happening what, @Nullable UUID to, String reason) {
        Absent.whereRefused(() -> {
            items.happened(Identity.at(clock.instant()), item, what, to, reason, viewer.account());
            if (items.off(item.id()) == 0) {
                throw new Refused(Rules.LEFT);
            }
            return item;
        });
    }

    /// Says that an item was heard, or is taken later in the meeting. Inside a witnessed piece of work.
    public void happened(Viewer viewer, Shown shown, UUID item, Happening what, String words) {
        if (what != Happening.HEARD && what != Happening.TAKEN_LATER) {
            throw new IllegalArgumentException("What else happens to it is a piece of work of its own.");
        }
        AgendaItem found = theOpen(shown, item);
        Absent.whereRefused(() -> {
            items.happened(Identity.at(clock.instant()), found, what, null, words, viewer.account());
            return item;
        });
    }

    /// Takes back that an item was heard. What was written of it stays. Inside a witnessed piece of work.
    ///
    /// @param reason why, in words
    /// @return whether it was taken back; not when it does not stand as heard
    public boolean takeBack(Viewer viewer, Shown shown, UUID item, String reason) {
        AgendaItem found = theOpen(shown, item);
        return Absent.whereRefused(
                () -> items.notHeard(Identity.at(clock.instant()), found, reason, viewer.account()) == 1);
    }

    /// Orders a section: the items that are named come in this order, before others.
    ///
    /// @param version of the meeting that was on the page
    public void order(Viewer viewer, UUID meeting, int version, Section section, List<UUID> inOrder) {
        witnessing.witness(viewer, deed(meeting), shown -> {
            theKept(meeting);
            Rules.fresh(meetings.step(meeting, version));
            for (int place = 0; place < inOrder.size(); place++) {
                shown.add(theOpen(shown, inOrder.get(place)).record());
                if (items.place(meeting, inOrder.get(place), section, place - inOrder.size()) == 0) {
                    throw new Absent();
                }
            }
            return meeting;
        });
    }

    private AgendaItem theOpen(Shown shown, UUID item) {
        AgendaItem found = items.find(item).filter(one -> !one.off()).orElseThrow(Absent::new);
        shown.add(found.record());
        return found;
    }

    private Meeting theKept(UUID id) {
        Meeting meeting = meetings.find(id).filter(Meeting::keeps).orElseThrow(Absent::new);
        if (meeting.cancelled()) {
            throw new Refused(Rules.CANCELLED);
        }
        return meeting;
    }

    private static Deed deed(UUID meeting) {
        return Deed.of(Verb.CHANGE, AGENDA).with("meeting", meeting.toString());
    }
}
