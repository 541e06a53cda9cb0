package org.witan.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The open actions of one agency, what is due first: its action list.
@Component
public class ActionsOfAgency {
    private static final UUID NOBODY = new UUID(0, 0);
    private final Witnessing witnessing;
    private final Actions actions;

    ActionsOfAgency(Witnessing witnessing, Actions actions) {
        this.witnessing = witnessing;
        this.actions = actions;
    }

    /// The list of an agency, as far as the rule shows it to whoever looks.
    public List<Action> of(Viewer viewer, UUID agency) {
        var deed = Deed.of(Verb.LIST, "action").with("agency", agency.toString());
        return witnessing.witness(viewer, deed, shown -> of(shown, agency));
    }

    /// The same, inside a witnessed piece of work.
    public List<Action> of(Shown shown, UUID agency) {
        List<Action> all = actions.openOf(agency, NOBODY, OpenActions.MOST, 0);
        all.forEach(one -> shown.add(one.id()));
        return all;
    }
}
