package org.witan.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.NotAViewer;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Decides who reads exact figures: those who work on crime in the partnership, and only with a row in the trail. For
/// everybody else small numbers are hidden, whatever the address asks for.
@Component
final class Exactness {
    private static final Set<Role> WITHIN =
            Set.of(Role.ANALYST, Role.TASKING_MEMBER, Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR);
    private final Witnessing witnessing;

    Exactness(Witnessing witnessing) {
        this.witnessing = witnessing;
    }

    /// What was typed, with exact figures for whoever may read them.
    Typed typed(Map<String, String> parameters, Optional<Viewer> viewer) {
        var typed = Typed.from(parameters);
        return isFor(viewer, typed.asked() ? typed.query() : "") ? typed.exactly() : typed;
    }

    /// Whether somebody reads exact figures.
    ///
    /// @param question what they ask, for the trail; it names nobody
    boolean isFor(Optional<Viewer> viewer, String question) {
        return viewer.filter(reader -> WITHIN.contains(reader.role()))
                .filter(reader -> isWitnessed(reader, question))
                .isPresent();
    }

    private boolean isWitnessed(Viewer reader, String question) {
        try {
            return witnessing.witness(reader, Deed.of(Verb.READ, "figure").with("question", question), _ -> true);
        } catch (NotAViewer _) {
            return false;
        }
    }
}
