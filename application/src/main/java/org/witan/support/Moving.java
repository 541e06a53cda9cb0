package org.witan.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;

/// Managed house moves: a landlord is asked without a name, offers one property that does not lie where the person must
/// not live, and is told who it is when the property is taken.
///
/// The rule `noPropertyNearTheAllegedPerpetrator`: the landlord hears that a property cannot be offered, and never why.
@Component
public class Moving {
    private static final int TRIES = 5;
    private final Witnessing witnessing;
    private final Offers offers;
    private final ReadingPlans plans;
    private final MovesKept moves;
    private final OfferWrites writes;

    Moving(Witnessing witnessing, Offers offers, ReadingPlans plans, MovesKept moves, OfferWrites writes) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.plans = plans;
        this.moves = moves;
        this.writes = writes;
    }

    /// A move.
    ///
    /// @param properties the newest first
    /// @param unchecked what could not be compared by ward, for those who offer; empty for a landlord
    public record Move(Offer offer, MoveNeed need, List<Property> properties, List<Unchecked> unchecked) {

        /// The property that waits for an answer.
        public Optional<Property> open() {
            return properties.stream().filter(one -> one.answer() == null).findFirst();
        }

        /// Whether a landlord may offer one now: none was offered, or the last was not safe.
        public boolean wantsOne() {
            return !offer.now().what().isOver()
                    && properties.stream().allMatch(one -> one.answer() == Property.Answer.NOT_SAFE);
        }
    }

    /// Something that could not be compared by ward.
    ///
    /// @param area what was written down as an area to avoid; empty for everything else
    public record Unchecked(What what, String area) {

        /// What it is.
        public enum What {
            PROPERTY,
            PERPETRATOR,
            AREA
        }
    }

    /// Opens a move.
    ///
    /// @throws Absent when there is none for this viewer
    public Move open(Viewer viewer, UUID offer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "move"), shown -> the(offer, shown));
    }

    /// Offers a property. Sent twice, it is offered once.
    ///
    /// @return whether it can be offered; not where the person must not live
    /// @throws Refused when one was offered already, or too many were tried
    public boolean propose(Viewer viewer, UUID offer, Property property) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "property"), shown -> {
            Move move = the(offer, shown);
            if (move.properties.stream().anyMatch(one -> one.id().equals(property.id()))) {
                return true;
            }
            if (viewer.role() != Role.SUPPORT_WORKER) {
                throw new Absent();
            }
            if (!move.wantsOne()) {
                throw new Refused("support.refused.one-offer");
            }
            if (moves.tries(offer) >= TRIES) {
                throw new Refused("support.refused.tries");
            }
            return Absent.whereRefused(() -> moves.isAvoided(offer, property)
                    ? moves.tried(viewer, offer)
                    : moves.offered(viewer, offer, property));
        });
    }

    /// Says what came of a property. When it is taken, the landlord is told who it is, and a property is owed.
    ///
    /// @throws Refused when none waits for an answer
    public void answer(Viewer viewer, UUID offer, Property.Answer answer) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "property").with("what", answer.name()), shown -> {
            Move move = the(offer, shown);
            Property property = move.open().orElseThrow(() -> new Refused("support.refused.not-next"));
            if (answer == Property.Answer.TAKEN && move.offer.isStopped()) {
                throw new Refused("support.refused.stopped");
            }
            return Absent.whereRefused(() -> {
                int answered = moves.answer(viewer, property, answer);
                if (answered == 0) {
                    throw new Absent();
                }
                if (answer == Property.Answer.TAKEN) {
                    moves.owe(property);
                    tell(move.offer, shown);
                }
                return answered;
            });
        });
    }

    /// What one landlord owes another: how many properties.
    public record Debt(String debtor, String creditor, long properties) {}

    /// Who owes whom, after what each owes the other is set off.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public List<Debt> ledger(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "ledger"), _ -> moves.ledger());
    }

    private Move the(UUID offer, Shown shown) {
        Offer found = offers.find(offer)
                .filter(one -> one.kind() == OfferKind.MANAGED_MOVE)
                .orElseThrow(Absent::new);
        shown.add(offer);
        List<Property> properties = moves.properties(offer);
        return new Move(found, moves.need(offer), properties, moves.unchecked(offer, properties));
    }

    private void tell(Offer offer, Shown shown) {
        UUID whole = offer.whole();
        UUID person = offer.person();
        if (whole == null || person == null) {
            throw new Absent();
        }
        Plan plan = plans.the(whole, shown);
        SourceRecord found = plan.persons().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(Absent::new);
        writes.told(offer.id(), found.standing().part().name(), Told.of(plan, found, offer.isDirect()));
    }
}
