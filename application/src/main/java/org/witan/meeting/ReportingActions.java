package org.witan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Says how an action stands: accepted, in progress, complete, not possible, not done, superseded, escalated.
@Component
public class ReportingActions {
    private final Witnessing witnessing;
    private final Actions actions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportingActions(Witnessing witnessing, Actions actions, ApplicationEventPublisher events, Clock clock) {
        this.witnessing = witnessing;
        this.actions = actions;
        this.events = events;
        this.clock = clock;
    }

    /// An action with all that was said of it.
    ///
    /// @throws Absent when it is not there for this viewer
    public Action.InFull open(Viewer viewer, UUID action) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "action"), shown -> {
            Action found = the(shown, action);
            return new Action.InFull(found, actions.reports(action));
        });
    }

    /// Reports an action.
    ///
    /// @param version of the action that was on the page
    /// @throws Absent when it is not this viewer's to report
    /// @throws Refused by the keys of [Rules], with [Rules#STALE] when somebody else was faster
    public void report(Viewer viewer, UUID action, int version, Said said) {
        var deed = Deed.of(Verb.CHANGE, "action").with("state", said.state().name());
        witnessing.witness(viewer, deed, shown -> {
            report(viewer, shown, action, version, said);
            return action;
        });
    }

    /// The same, inside a witnessed piece of work.
    public void report(Viewer viewer, Shown shown, UUID action, int version, Said said) {
        Action found = the(shown, action);
        if (!found.mine()) {
            throw new Absent();
        }
        if (found.version() != version && wasSaid(viewer, found, said)) {
            return;
        }
        Absent.whereRefused(() -> {
            if (!actions.step(action, version)) {
                throw new Refused(Rules.STALE);
            }
            return action;
        });
        check(viewer, found, said);
        Absent.whereRefused(() -> write(viewer, found, said));
        if (found.state() == ActionState.PROPOSED && said.state() == ActionState.ACCEPTED) {
            Action.Content content = Objects.requireNonNull(found.content());
            events.publishEvent(
                    new ActionAgreed(action, found.within(), found.agency(), content.area(), content.subject()));
        }
    }

    private UUID write(Viewer viewer, Action found, Said said) {
        UUID id = Identity.at(clock.instant());
        LocalDate doneOn = said.state() == ActionState.COMPLETE ? said.doneOn() : null;
        actions.report(id, found.id(), said.state(), doneOn, viewer.account(), viewer.agency());
        if (!said.words().isEmpty()) {
            boolean worker = viewer.role() == Role.PERPETRATOR_WORKER;
            actions.remark(id, found.id(), worker ? "PERPETRATOR_VIEW" : "ACTIONS", said.words());
        }
        return id;
    }

    private Action the(Shown shown, UUID action) {
        Action found = actions.find(action).orElseThrow(Absent::new);
        shown.add(action);
        return found;
    }

    /// What may be said of an action by somebody, in the order in which it is offered.
    public static List<ActionState> offered(Viewer viewer, Action action) {
        boolean keeper = viewer.role().followsActions();
        return action.state().next().stream()
                .filter(state -> keeper || !state.isForKeepers())
                // Who may not see what it is cannot take it on for an agency, nor open it again.
                .filter(state -> state != ActionState.ACCEPTED || action.content() != null)
                .toList();
    }

    private void check(Viewer viewer, Action found, Said said) {
        if (said.state().isForKeepers() && !offered(viewer, found).contains(said.state())) {
            throw new Refused(Rules.FOR_KEEPERS);
        }
        if (!offered(viewer, found).contains(said.state())) {
            throw new Refused(Rules.NOT_NEXT);
        }
        boolean dated = said.state() != ActionState.COMPLETE || said.doneOn() != null;
        if (!dated || (said.words().isEmpty() && said.state().needsWords(found.state()))) {
            throw new Refused(Rules.NO_WORDS);
        }
    }

    /// Whether the very same was said last by the same person: a form that was sent twice.
    private boolean wasSaid(Viewer viewer, Action found, Said said) {
        return found.state() == said.state()
                && wasSaidBy(viewer, actions.reports(found.id()).getLast(), said, found);
    }

    private boolean wasSaidBy(Viewer viewer, Action.Report last, Said said, Action found) {
        return said.words().equals(Objects.requireNonNullElse(last.words(), ""))
                && Objects.equals(last.doneOn(), said.doneOn())
                && actions.lastReporter(found.id()).equals(viewer.account());
    }

    /// What is said of an action.
    ///
    /// @param doneOn the day on which it was done, for what is complete; null otherwise
    /// @param words what was done, what changed, or why not
    public record Said(ActionState state, @Nullable LocalDate doneOn, String words) {

        @Override
        public String toString() {
            return "said " + state;
        }
    }
}
