package org.witan.meeting;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Writes down an action that was proposed or agreed. It is a record of its own, within the record that it is for.
@Component
public class AgreeingActions {
    private final Witnessing witnessing;
    private final Records records;
    private final Actions actions;
    private final AgendaItems items;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreeingActions(
            Witnessing witnessing,
            Records records,
            Actions actions,
            AgendaItems items,
            ApplicationEventPublisher events,
            Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.actions = actions;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /// What a record is called that an action is for.
    ///
    /// @throws Absent when there is no such record for this viewer
    public String referenceOf(Viewer viewer, UUID record) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "record"), shown -> {
            shown.add(record);
            return records.find(record).orElseThrow(Absent::new).reference();
        });
    }

    /// Writes down an action.
    ///
    /// @throws Absent when the record is not there for this viewer, or they may write no action for that agency
    public void agree(Viewer viewer, Agreed agreed) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "action"), shown -> {
            agree(viewer, shown, agreed);
            return agreed.id();
        });
    }

    /// The same, inside a witnessed piece of work. An action that was written down before is not written again.
    public void agree(Viewer viewer, Shown shown, Agreed agreed) {
        shown.addAll(List.of(agreed.within(), agreed.id()));
        if (actions.find(agreed.id()).filter(agreed::isSame).isPresent()) {
            return;
        }
        checkItem(agreed);
        checkOwner(agreed.term());
        UUID agency = agreed.term().agency();
        UUID owner = agreed.term().owner();
        Absent.whereRefused(() -> {
            UUID keeper = agency == null ? viewer.agency() : agency;
            records.register(
                    agreed.id(),
                    RecordKind.ACTION,
                    keeper,
                    agreed.within(),
                    List.of(),
                    List.of(keeper),
                    owner == null ? List.of() : List.of(owner));
            actions.add(agreed.id(), agreed.board(), agreed.item(), viewer.account());
            actions.arrange(newId(), agreed.id(), agreed.term(), viewer.account());
            actions.word(newId(), agreed.id(), agreed.content(), viewer.account());
            var state = agreed.accepted() ? ActionState.ACCEPTED : ActionState.PROPOSED;
            actions.report(newId(), agreed.id(), state, null, viewer.account(), viewer.agency());
            return state;
        });
        if (agreed.accepted()) {
            events.publishEvent(new ActionAgreed(
                    agreed.id(),
                    agreed.within(),
                    agency,
                    agreed.content().area(),
                    agreed.content().subject()));
        }
    }

    private void checkItem(Agreed agreed) {
        UUID item = agreed.item();
        if (item != null
                && items.find(item)
                        .filter(one -> one.record().equals(agreed.within()))
                        .isEmpty()) {
            throw new Absent();
        }
    }

    private void checkOwner(Action.Term term) {
        UUID agency = term.agency();
        UUID owner = term.owner();
        if (owner != null && (agency == null || !actions.actsFor(owner, agency))) {
            throw new Refused(Rules.NOT_THERE);
        }
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }

    /// An action as it was agreed.
    ///
    /// @param id made with the form, so that a form that is sent twice writes one action
    /// @param board that follows it up
    /// @param within the record that it is for
    /// @param item of the agenda on which it was agreed; null when that was outside a meeting
    /// @param accepted whether its agency took it on; otherwise it is proposed
    public record Agreed(
            UUID id,
            UUID board,
            UUID within,
            @Nullable UUID item,
            Action.Term term,
            Action.Content content,
            boolean accepted) {

        private boolean isSame(Action other) {
            return content.equals(other.content());
        }

        @Override
        public String toString() {
            return "agreed " + id;
        }
    }
}
