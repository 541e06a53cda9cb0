package org.witan.meeting;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Writes what a meeting decides about an item. A correction stands beside what it puts right.
@Component
public class Deciding {
    private final Witnessing witnessing;
    private final AgendaItems items;
    private final Clock clock;

    Deciding(Witnessing witnessing, AgendaItems items, Clock clock) {
        this.witnessing = witnessing;
        this.items = items;
        this.clock = clock;
    }

    /// Writes a decision.
    ///
    /// @param corrects the decision that it puts right; null for a new one
    /// @throws Absent when the item is not there for this viewer, or they write no minutes of it
    public UUID decide(Viewer viewer, UUID item, String words, @Nullable UUID corrects) {
        return witnessing.witness(
                viewer, Deed.of(Verb.ADD, "decision"), shown -> decide(viewer, shown, item, words, corrects));
    }

    /// The same, inside a witnessed piece of work.
    public UUID decide(Viewer viewer, Shown shown, UUID item, String words, @Nullable UUID corrects) {
        AgendaItem found = items.find(item).orElseThrow(Absent::new);
        shown.add(found.record());
        UUID id = Identity.at(clock.instant());
        return Absent.whereRefused(() -> Rules.once(Rules.STALE, () -> {
            items.decide(id, found, words, corrects, viewer.account());
            return id;
        }));
    }
}
