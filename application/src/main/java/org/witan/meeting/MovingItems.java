package org.witan.meeting;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Moves what stands on an agenda to another meeting of the same board, or takes it off; each of a
/// meeting alone, or all that a meeting did not hear at once. For whoever keeps the board and sees the
/// record.
///
/// What was heard stays where it was heard. What is moved keeps its section and its marks, and is
/// marked as deferred before. Whether a record may go on an agenda, and what follows when it does, its
/// own module says ([Listed]).
@Component
public class MovingItems {
    /// Nobody chooses among more meetings of one board.
    public static final int MOST = 12;

    private static final String AGENDA = "agenda";
    private final Witnessing witnessing;
    private final Meetings meetings;
    private final AgendaItems items;
    private final KeepingAgendas agendas;
    private final Map<RecordKind, Listed> kinds;
    private final Clock clock;

    MovingItems(
            Witnessing witnessing,
            Meetings meetings,
            AgendaItems items,
            KeepingAgendas agendas,
            List<Listed> kinds,
            Clock clock) {
        this.witnessing = witnessing;
        this.meetings = meetings;
        this.items = items;
        this.agendas = agendas;
        this.kinds = kinds.stream().collect(Collectors.toMap(Listed::kind, Function.identity()));
        this.clock = clock;
    }

    /// What there is to know before an item leaves an agenda.
    ///
    /// @param to meetings of the same board that are to come, the next first
    /// @param warning key of the words that warn whoever takes it off without another meeting; null for
    ///     none
    /// @param unlistable key of the words that say why it can go on no other agenda; null when it can
    public record Leaving(
            Meeting meeting,
            AgendaItem item,
            List<Meeting> to,
            @Nullable String warning,
            @Nullable String unlistable) {}

    /// What there is to know before an item leaves an agenda, also when it left already.
    ///
    /// @throws Absent when the item is not there for this viewer, or they do not keep its board
    public Leaving leaving(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(viewer, deed(Verb.READ, meeting), shown -> {
            Meeting held = theKept(meeting);
            AgendaItem found = the(shown, meeting, item);
            Optional<Listed> kind = kind(found);
            return new Leaving(
                    held,
                    found,
                    others(held),
                    kind.flatMap(one -> one.warning(found.record())).orElse(null),
                    kind.flatMap(one -> one.unlistable(found.record())).orElse(null));
        });
    }

    /// Moves an item to another meeting. Sent twice, it is moved once.
    ///
    /// @param id made with the form
    /// @param reason why, in words
    /// @throws Absent when the item or the meeting is not there for this viewer, they do not keep the
    ///     board, or the other meeting is of another board or of core agencies alone
    /// @throws Refused when it left meanwhile, was heard, can go on no agenda, or the other meeting is
    ///     over or cancelled
    public void move(Viewer viewer, UUID id, UUID meeting, UUID item, UUID to, String reason) {
        witnessing.witness(viewer, deed(Verb.CHANGE, meeting).with("moved to", to.toString()), shown -> {
            Meeting held = theKept(meeting);
            AgendaItem found = theHeld(shown, meeting, item);
            if (!isDone(found, id, to, reason)) {
                check(held, theTarget(held, to), found);
                move(viewer, shown, id, found, to, reason);
            }
            return item;
        });
    }

    /// Takes an item off its agenda, and puts it on no other. Sent twice, it is taken off once.
    ///
    /// @param id made with the form
    /// @param reason why, in words
    /// @throws Absent when the item is not there for this viewer, or they do not keep its board
    /// @throws Refused when it left meanwhile, or was heard
    public void takeOff(Viewer viewer, UUID id, UUID meeting, UUID item, String reason) {
        witnessing.witness(viewer, deed(Verb.CHANGE, meeting).with("taken", "off"), shown -> {
            theKept(meeting);
            AgendaItem found = theHeld(shown, meeting, item);
            if (!isDone(found, id, null, reason)) {
                checkStands(found);
                leave(viewer, id, found, Happening.TAKEN_OFF, null, reason);
            }
            return item;
        });
    }

    /// What a meeting that was cancelled or is over left unheard, as far as whoever looks may see.
    ///
    /// @param items that can go on another agenda
    /// @param kept items that cannot
    /// @param to meetings of the same board that are to come, the next first
    public record Unheard(Meeting meeting, List<AgendaItem> items, List<AgendaItem> kept, List<Meeting> to) {}

    /// What a meeting that was cancelled or is over left unheard.
    ///
    /// @throws Absent when this viewer does not keep its board, or it is still to come
    public Unheard unheard(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.READ, meeting), shown -> {
            Meeting held = theOver(meeting);
            Map<Boolean, List<AgendaItem>> left =
                    standing(shown, meeting).stream().collect(Collectors.partitioningBy(this::isListable));
            return new Unheard(
                    held, left.getOrDefault(true, List.of()), left.getOrDefault(false, List.of()), others(held));
        });
    }

    /// Moves all of it to another meeting. Sent twice, each is moved once.
    ///
    /// @param reason why, in words
    /// @return how many were moved
    /// @throws Absent when this viewer does not keep the board, the meeting is still to come, or the
    ///     other meeting is of another board or of core agencies alone
    /// @throws Refused when the other meeting is over or cancelled
    public int moveAll(Viewer viewer, UUID meeting, UUID to, String reason) {
        return witnessing.witness(viewer, deed(Verb.CHANGE, meeting).with("moved to", to.toString()), shown -> {
            theTarget(theOver(meeting), to);
            // In the order of the records, so that two who move at once wait for each other and never in a circle.
            List<UUID> all = standing(shown, meeting).stream()
                    .sorted((one, other) -> one.record().compareTo(other.record()))
                    .map(AgendaItem::id)
                    .toList();
            var moved = new ArrayList<UUID>();
            for (UUID one : all) {
                AgendaItem found = theHeld(shown, meeting, one);
                if (!found.off() && !found.isHeard() && isListable(found)) {
                    moved.add(one);
                }
            }
            // In the order of the agenda that they leave.
            standing(shown, meeting).stream()
                    .filter(one -> moved.contains(one.id()))
                    .forEach(one -> move(viewer, shown, Identity.at(clock.instant()), one, to, reason));
            return moved.size();
        });
    }

    /// Whether a meeting will hear nothing more: it was cancelled, or its time is over.
    public boolean isOver(Meeting meeting) {
        return meeting.cancelled()
                || !meeting.startsAt()
                        .plus(Duration.ofMinutes(meeting.minutes()))
                        .isAfter(clock.instant());
    }

    private void move(Viewer viewer, Shown shown, UUID id, AgendaItem item, UUID to, String reason) {
        UUID there = items.standing(to, item.record())
                .map(standing -> {
                    Absent.whereRefused(() -> {
                        items.mark(standing, Mark.DEFERRED_BEFORE);
                        return standing;
                    });
                    return standing.id();
                })
                .orElseGet(() -> {
                    var marks = new ArrayList<>(item.marks());
                    marks.add(Mark.DEFERRED_BEFORE);
                    return agendas.putOn(viewer, shown, to, item.record(), item.section(), marks);
                });
        leave(viewer, id, item, Happening.DEFERRED, there, reason);
        kind(item).ifPresent(kind -> kind.moved(shown, item.record(), to));
    }

    private void leave(Viewer viewer, UUID id, AgendaItem item, Happening what, @Nullable UUID there, String reason) {
        Absent.whereRefused(() -> {
            if (items.off(item.id()) == 0) {
                throw new Refused(Rules.LEFT);
            }
            return Rules.once(Rules.SENT_BEFORE, () -> {
                items.happened(id, item, what, there, reason, viewer.account());
                return id;
            });
        });
    }

    private void check(Meeting held, Meeting other, AgendaItem item) {
        checkStands(item);
        if (held.id().equals(other.id())) {
            throw new Absent();
        }
        kind(item).flatMap(kind -> kind.unlistable(item.record())).ifPresent(why -> {
            throw new Refused(why);
        });
    }

    private static void checkStands(AgendaItem item) {
        if (item.off()) {
            throw new Refused(Rules.LEFT);
        }
        if (item.isHeard()) {
            throw new Refused(Rules.HEARD);
        }
    }

    /// Whether the same form did it before.
    private static boolean isDone(AgendaItem item, UUID id, @Nullable UUID to, String reason) {
        return item.left()
                .filter(event -> event.id().equals(id))
                .map(event -> {
                    AgendaItem.To there = event.to();
                    boolean same = event.words().equals(reason)
                            && (there == null ? to == null : there.meeting().equals(to));
                    if (!same) {
                        throw new Refused(Rules.SENT_BEFORE);
                    }
                    return true;
                })
                .orElse(false);
    }

    private boolean isListable(AgendaItem item) {
        return kind(item).flatMap(kind -> kind.unlistable(item.record())).isEmpty();
    }

    private List<AgendaItem> standing(Shown shown, UUID meeting) {
        List<AgendaItem> all = items.of(meeting).stream()
                .filter(one -> !one.off() && !one.isHeard())
                .toList();
        all.forEach(one -> shown.add(one.record()));
        return all;
    }

    private Optional<Listed> kind(AgendaItem item) {
        return Optional.ofNullable(kinds.get(item.kind()));
    }

    private List<Meeting> others(Meeting held) {
        return meetings.nextOf(held.board(), MOST).stream()
                .filter(one -> !one.id().equals(held.id()))
                .toList();
    }

    private Meeting theTarget(Meeting held, UUID to) {
        Meeting other = meetings.find(to).filter(Meeting::keeps).orElseThrow(Absent::new);
        if (other.coreOnly() || !other.board().equals(held.board())) {
            throw new Absent();
        }
        if (other.cancelled()) {
            throw new Refused(Rules.CANCELLED);
        }
        if (isOver(other)) {
            throw new Refused(Rules.NOT_TO_COME);
        }
        return other;
    }

    private Meeting theOver(UUID meeting) {
        Meeting held = theKept(meeting);
        if (!isOver(held)) {
            throw new Absent();
        }
        return held;
    }

    private Meeting theKept(UUID meeting) {
        return meetings.find(meeting).filter(Meeting::keeps).orElseThrow(Absent::new);
    }

    /// The item as it stands when nobody else can change it.
    private AgendaItem theHeld(Shown shown, UUID meeting, UUID item) {
        AgendaItem found = the(shown, meeting, item);
        kind(found).ifPresent(kind -> kind.hold(found.record()));
        items.hold(item);
        return the(shown, meeting, item);
    }

    private AgendaItem the(Shown shown, UUID meeting, UUID item) {
        AgendaItem found =
                items.find(item).filter(one -> one.meeting().equals(meeting)).orElseThrow(Absent::new);
        shown.add(found.record());
        return found;
    }

    private static Deed deed(Verb verb, UUID meeting) {
        return Deed.of(verb, AGENDA).with("meeting", meeting.toString());
    }
}
