package org.witan.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Writes what a meeting decides about an item. A correction stands beside what it puts right.
@Component
public class Deciding {
    private final Witnessing witnessing;
    private final AgendaItems items;

    Deciding(Witnessing witnessing, AgendaItems items) {
        this.witnessing = witnessing;
        this.items = items;
    }

    /// Writes a decision. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @param meeting on whose agenda the item is, or was
    /// @param corrects the decision that it puts right; null for a new one
    /// @throws Absent when the item is not there for this viewer, or they write no minutes of it
    /// @throws Refused when somebody put the same decision right meanwhile, or other words were sent
    ///     under this id
    public void decide(Viewer viewer, UUID id, UUID meeting, UUID item, String words, @Nullable UUID corrects) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "decision"), shown -> {
            AgendaItem found = items.find(item)
                    .filter(one -> one.meeting().equals(meeting))
                    .orElseThrow(Absent::new);
            shown.add(found.record());
            int written = Absent.whereRefused(
                    () -> Rules.once(Rules.STALE, () -> items.decide(id, found, words, corrects, viewer.account())));
            if (written == 0 && !items.isDecided(id, item, words, corrects, viewer.account())) {
                throw new Refused(Rules.SENT_BEFORE);
            }
            return id;
        });
    }
}
