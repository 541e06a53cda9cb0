package org.witan.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.RecordKind;

/// A record on an agenda.
///
/// @param reference of the record
/// @param place in its section; smaller comes first
/// @param events what happened to it, oldest first
/// @param decisions what was decided, oldest first; empty for whoever may not see the minutes of the record
/// @param off whether it was taken off or deferred
public record AgendaItem(
        UUID id,
        UUID meeting,
        UUID record,
        RecordKind kind,
        String reference,
        Section section,
        int place,
        Set<Mark> marks,
        List<Event> events,
        List<Decision> decisions,
        boolean off) {

    AgendaItem with(List<Event> itsEvents, List<Decision> itsDecisions) {
        return new AgendaItem(
                id, meeting, record, kind, reference, section, place, marks, itsEvents, itsDecisions, off);
    }

    /// Whether a meeting heard it, and nobody took that back.
    public boolean isHeard() {
        return events.stream()
                .map(Event::what)
                .filter(what -> what == Happening.HEARD || what == Happening.NOT_HEARD)
                .reduce((_, last) -> last)
                .equals(Optional.of(Happening.HEARD));
    }

    /// That it was not heard after all, each time that somebody said so.
    public List<Event> takenBack() {
        return events.stream()
                .filter(event -> event.what() == Happening.NOT_HEARD)
                .toList();
    }

    /// That it left this agenda, for another or for none; empty while it stands on it.
    public Optional<Event> left() {
        return off ? events.stream().filter(Event::leaves).reduce((_, last) -> last) : Optional.empty();
    }

    /// Something that happened to an item.
    ///
    /// @param to the meeting to which it was moved; null when it was not moved, or that meeting is not
    ///     there for whoever looks
    public record Event(
            UUID id,
            Happening what,
            String words,
            Instant at,
            String by,
            @Nullable To to) {

        /// Whether the item left its agenda by it.
        boolean leaves() {
            return what == Happening.DEFERRED || what == Happening.TAKEN_OFF;
        }

        @Override
        public String toString() {
            return "event " + what;
        }
    }

    /// A meeting to which something was moved.
    public record To(UUID meeting, Instant startsAt) {}

    /// Something that was decided. What was put right is not among them.
    public record Decision(UUID id, String words, Instant at, String by) {

        @Override
        public String toString() {
            return "decision " + id;
        }
    }
}
