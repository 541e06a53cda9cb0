package org.witan.marac;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Scheduling;

/// Who may be told that something of a case has changed: whoever may see its minutes.
@Component
public class Following {
    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final Hearings hearings;
    private final Turns turns;
    private final JdbcClient database;

    Following(Witnessing witnessing, Scheduling scheduling, Hearings hearings, Turns turns, JdbcClient database) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.hearings = hearings;
        this.turns = turns;
        this.database = database;
    }

    /// What a page that follows a case may be told.
    ///
    /// @throws Absent when there is no such meeting or item for this viewer, or they may not see its minutes
    public Followed follow(Viewer viewer, UUID meeting, UUID item) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "news"), shown -> {
            AgendaItem found = theItem(shown, meeting, item);
            long version = turns.version(item, found.record()).orElseThrow(Absent::new);
            return new Followed(item, version, turns.acted(found.record()), turns.open(meeting));
        });
    }

    /// What a page that follows a case may be told.
    ///
    /// @param version how often something of the case has changed that they may see
    /// @param acted how much of that is of its actions
    /// @param cases items of the meeting of which the viewer may be told that the conference begins or leaves them
    public record Followed(UUID item, long version, long acted, Set<UUID> cases) {}

    /// Tells the others who follow a case that somebody writes.
    ///
    /// @param about in which field: no word of what is written
    /// @throws Absent when there is no such item for this viewer, or they write no minutes of it
    public void writing(Viewer viewer, UUID meeting, UUID item, LineKind about) {
        witnessing.witness(viewer, Deed.of(Verb.READ, "news").with("writes", about.name()), shown -> {
            AgendaItem found = theItem(shown, meeting, item);
            boolean writes = viewer.role().leads();
            if (!writes || turns.version(item, found.record()).isEmpty()) {
                throw new Absent();
            }
            database.sql("select pg_notify('witan_conference', 'writing ' || :item || ' ' || :about || ' ' || :by)")
                    .param("item", item.toString())
                    .param("about", about.name())
                    .param("by", viewer.account().toString())
                    .query(_ -> {});
            return about;
        });
    }

    /// An item of a meeting that is there for whoever looks.
    private AgendaItem theItem(Shown shown, UUID meeting, UUID item) {
        return hearings.theItem(shown, scheduling.the(shown, meeting).id(), item);
    }
}
