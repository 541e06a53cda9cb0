package org.witan.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The agenda of a meeting, as far as its records are open to whoever looks: in the order of its
/// sections, what was taken off or deferred at the end.
@Component
public class Agenda {
    private final Witnessing witnessing;
    private final Meetings meetings;
    private final AgendaItems items;

    Agenda(Witnessing witnessing, Meetings meetings, AgendaItems items) {
        this.witnessing = witnessing;
        this.meetings = meetings;
        this.items = items;
    }

    /// The agenda of a meeting.
    ///
    /// @throws Absent when there is no such meeting for this viewer
    public List<AgendaItem> of(Viewer viewer, UUID meeting) {
        var deed = Deed.of(Verb.READ, "agenda").with("meeting", meeting.toString());
        return witnessing.witness(viewer, deed, shown -> of(shown, meeting));
    }

    /// The same, inside a witnessed piece of work.
    public List<AgendaItem> of(Shown shown, UUID meeting) {
        if (meetings.find(meeting).isEmpty()) {
            throw new Absent();
        }
        List<AgendaItem> all = items.of(meeting);
        all.forEach(item -> shown.add(item.record()));
        return all;
    }

    /// The agendas of meetings that whoever looks has found, by meeting. Inside a witnessed piece of work.
    public Map<UUID, List<AgendaItem>> of(Shown shown, Collection<Meeting> found) {
        Map<UUID, List<AgendaItem>> all =
                items.of(found.stream().map(Meeting::id).toList());
        all.values().forEach(agenda -> agenda.forEach(item -> shown.add(item.record())));
        return all;
    }

    /// One item of a meeting.
    ///
    /// @throws Absent when it is not there for this viewer
    public AgendaItem item(Viewer viewer, UUID meeting, UUID id) {
        var deed = Deed.of(Verb.READ, "agenda").with("meeting", meeting.toString());
        return witnessing.witness(viewer, deed, shown -> {
            AgendaItem item = item(shown, id);
            if (!item.meeting().equals(meeting)) {
                throw new Absent();
            }
            return item;
        });
    }

    /// One item, inside a witnessed piece of work.
    ///
    /// @throws Absent when it is not there for whoever looks
    public AgendaItem item(Shown shown, UUID id) {
        AgendaItem item = items.find(id).orElseThrow(Absent::new);
        shown.add(item.record());
        return item;
    }
}
