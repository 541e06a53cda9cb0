package org.witan.hub;

import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Changes a case as one witnessed piece of work: once for each form, and only from the newest page.
@Component
class Changing {
    private final Witnessing witnessing;
    private final Cases cases;

    Changing(Witnessing witnessing, Cases cases) {
        this.witnessing = witnessing;
        this.cases = cases;
    }

    /// Changes a case.
    ///
    /// @param version of the case that was on the page
    /// @param what code of the words for what is changed
    /// @param isDone whether the form with this id was sent before
    /// @return whether it is done; false when somebody else was faster
    /// @throws Absent when there is no such case that this viewer may change
    boolean change(
            Viewer viewer, UUID id, UUID record, int version, String what, Predicate<UUID> isDone, Change change) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "hub-case").with("step", what), shown -> {
            shown.add(record);
            HubCase found = cases.find(record).orElseThrow(Absent::new);
            if (isDone.test(id)) {
                return true;
            }
            return Absent.whereRefused(() -> {
                if (!cases.step(record, version, what)) {
                    return false;
                }
                change.make(shown, found);
                return true;
            });
        });
    }

    /// What is written, about the case as it was found.
    @FunctionalInterface
    interface Change {
        void make(Shown shown, HubCase found);
    }
}
