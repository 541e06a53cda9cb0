package org.witan.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Changes what an action is, who does it and by when; and writes what somebody is told who works with the alleged
/// perpetrator. For whoever keeps the board.
@Component
public class ArrangingActions {
    private static final String ACTION = "action";
    private final Witnessing witnessing;
    private final Records records;
    private final Actions actions;
    private final Clock clock;

    ArrangingActions(Witnessing witnessing, Records records, Actions actions, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.actions = actions;
        this.clock = clock;
    }

    /// Who may do an action for an agency.
    public List<Colleague> colleagues(Viewer viewer, UUID agency) {
        var deed = Deed.of(Verb.LIST, "colleague").with("agency", agency.toString());
        return witnessing.witness(viewer, deed, _ -> actions.colleagues(agency));
    }

    /// Changes an action. Another agency takes part in it from now on, and the one before no longer.
    ///
    /// @param version of the action that was on the page
    /// @throws Absent when it is not this viewer's to arrange
    public void arrange(Viewer viewer, UUID action, int version, Action.Term term, Action.Content content) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, ACTION), shown -> {
            arrange(viewer, shown, action, version, term, content);
            return action;
        });
    }

    /// The same, inside a witnessed piece of work.
    public void arrange(
            Viewer viewer, Shown shown, UUID action, int version, Action.Term term, Action.Content content) {
        Action before = theArranged(viewer, shown, action);
        UUID owner = term.owner();
        UUID agency = term.agency();
        if (owner != null && (agency == null || !actions.actsFor(owner, agency))) {
            throw new Refused(Rules.NOT_THERE);
        }
        Absent.whereRefused(() -> {
            step(action, version);
            if (!term.equals(new Action.Term(before.agency(), before.owner(), before.due()))) {
                handOn(before, term);
                actions.arrange(Identity.at(clock.instant()), action, term, viewer.account());
            }
            if (!content.equals(before.content())) {
                actions.word(Identity.at(clock.instant()), action, content, viewer.account());
            }
            return action;
        });
    }

    /// Writes what somebody is told who works with the alleged perpetrator: they read nothing else of the action.
    ///
    /// @throws Absent when this viewer is no coordinator, or the action is not there for them
    public void tellWorker(Viewer viewer, UUID action, int version, String words) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, ACTION).with("for", "worker"), shown -> {
            theArranged(viewer, shown, action);
            return Absent.whereRefused(() -> {
                step(action, version);
                actions.tellWorker(Identity.at(clock.instant()), action, words, viewer.account());
                return action;
            });
        });
    }

    private void handOn(Action before, Action.Term term) {
        UUID formerAgency = before.agency();
        UUID agency = term.agency();
        if (!Objects.equals(formerAgency, agency)) {
            if (agency != null) {
                records.addParty(before.id(), agency);
            }
            if (formerAgency != null) {
                records.endParty(before.id(), formerAgency);
            }
        }
        UUID formerOwner = before.owner();
        UUID owner = term.owner();
        if (!Objects.equals(formerOwner, owner)) {
            if (owner != null) {
                records.assign(before.id(), owner);
            }
            if (formerOwner != null) {
                records.endAssignment(before.id(), formerOwner);
            }
        }
    }

    private void step(UUID action, int version) {
        if (!actions.step(action, version)) {
            throw new Refused(Rules.STALE);
        }
    }

    private Action theArranged(Viewer viewer, Shown shown, UUID action) {
        Action found = actions.find(action)
                .filter(one -> one.content() != null)
                .filter(_ -> viewer.role().leads())
                .orElseThrow(Absent::new);
        shown.add(action);
        return found;
    }
}
