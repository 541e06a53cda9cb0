package org.witan.support;

import static org.witan.support.OfferKind.CHILDREN_WRAP_AROUND;
import static org.witan.support.OfferKind.EMERGENCY_ACCOMMODATION;
import static org.witan.support.OfferKind.HOME_SAFETY;
import static org.witan.support.OfferKind.MANAGED_MOVE;
import static org.witan.support.OfferKind.PERPETRATOR_PROGRAMME;
import static org.witan.support.OfferKind.REFUGE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.directory.GrantingMemberships;
import org.witan.access.directory.Membership;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.support.InventedOffers.Wanted;

/// Gives a demonstration every kind of support for its first cases, in every state: offered, accepted, waiting, late,
/// declined, refused, running, complete, stopped; with a home made safer after which something happened again, room in
/// refuges, and a property that one landlord owes another.
///
/// It does so once: where an offer is there already, nothing is given.
@Component
@Order(18)
class InventingSupport implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingSupport.class);
    private static final int CASES = 4;
    private final Witnessing witnessing;
    private final InventedOffers offers;
    private final InventedHomes homes;
    private final ConfirmingContact contact;
    private final Vacancies vacancies;
    private final KeepingGivers gives;
    private final KeepingDirectory directory;
    private final GrantingMemberships memberships;
    private final JdbcClient database;
    private final Days days;

    InventingSupport(
            Witnessing witnessing,
            InventedOffers offers,
            InventedHomes homes,
            ConfirmingContact contact,
            Vacancies vacancies,
            KeepingGivers gives,
            KeepingDirectory directory,
            GrantingMemberships memberships,
            JdbcClient database,
            Days days) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.homes = homes;
        this.contact = contact;
        this.vacancies = vacancies;
        this.gives = gives;
        this.directory = directory;
        this.memberships = memberships;
        this.database = database;
        this.days = days;
    }

    /// Those who offer support in the demonstration, and those who give it.
    private record Givers(
            Viewer idva,
            Viewer coordinator,
            Viewer police,
            Viewer refuge,
            Viewer landlord,
            Viewer council,
            Viewer programme) {}

    @Override
    public void invent(List<Acting> people) {
        Optional<Viewer> idva = first(people, Role.IDVA, Purpose.SUPPORT);
        if (idva.isEmpty()) {
            return;
        }
        List<UUID> cases = cases(idva.get());
        if (cases.size() == CASES) {
            givers(people, idva.get()).ifPresent(givers -> invent(givers, cases));
        }
    }

    private static Optional<Viewer> first(List<Acting> people, Role role, Purpose purpose) {
        return Acting.of(people, role, purpose).stream().findFirst();
    }

    private Optional<Givers> givers(List<Acting> people, Viewer idva) {
        Optional<Viewer> coordinator = first(people, Role.COORDINATOR, Purpose.MARAC);
        Optional<Viewer> administrator = first(people, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        Optional<Viewer> refuge = first(people, Role.SUPPORT_WORKER, Purpose.SUPPORT);
        Optional<Viewer> programme = first(people, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        Optional<Viewer> council = first(people, Role.HUB_COORDINATOR, Purpose.HUB);
        List<Viewer> representatives = Acting.of(people, Role.REPRESENTATIVE, Purpose.MARAC);
        if (coordinator.isEmpty()
                || administrator.isEmpty()
                || refuge.isEmpty()
                || programme.isEmpty()
                || council.isEmpty()
                || representatives.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Givers(
                idva,
                coordinator.get(),
                representatives.getFirst(),
                refuge.get(),
                worker(administrator.get(), representatives.getLast()),
                worker(administrator.get(), council.get()),
                programme.get()));
    }

    /// Somebody who gives support for their agency beside what they do for it already.
    private Viewer worker(Viewer administrator, Viewer person) {
        UUID membership = offers.id();
        memberships.grant(
                administrator,
                new Membership.Grant(
                        membership, person.account(), person.agency(), Role.SUPPORT_WORKER, false, days.today(), null));
        return new Viewer(
                person.account(), membership, person.agency(), Role.SUPPORT_WORKER, Purpose.SUPPORT, person.origin());
    }

    private List<UUID> cases(Viewer idva) {
        return witnessing.witness(idva, Deed.of(Verb.LIST, "plan"), shown -> {
            List<UUID> first = database.sql("""
                            select r.id from access.record r
                            where r.kind = 'CASE' and not exists (select from support.offer)
                            order by r.registered_at, r.id limit :most
                            """)
                    .param("most", CASES)
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .list();
            first.forEach(shown::add);
            return first;
        });
    }

    private void invent(Givers givers, List<UUID> cases) {
        vacancies.tell(givers.refuge, offers.id(), 1, 4, false, true);
        directory.write(givers.coordinator, InventedServices.all(offers::id, givers.refuge.agency()));
        gives.say(
                givers.coordinator,
                offers.id(),
                givers.council.agency(),
                EnumSet.of(HOME_SAFETY, EMERGENCY_ACCOMMODATION));
        runningAndWaiting(givers, cases.get(0));
        refusedAndLate(givers, cases.get(1));
        homes.madeSafer(givers.idva, givers.council, givers.landlord, givers.police, cases.get(1));
        declinedAndComplete(givers, cases.get(2));
        homes.moved(givers.coordinator, givers.idva, givers.landlord, givers.council.agency(), cases.get(2));
        stopped(givers, cases.get(3));
        LOG.info("The demonstration has offers of support");
    }

    private void runningAndWaiting(Givers givers, UUID whole) {
        offers.offer(givers.idva, givers.refuge, whole, Wanted.of(REFUGE, 0), null);
        UUID counselling = offers.offer(givers.idva, givers.refuge, whole, Wanted.service("COUNSELLING", 30), null);
        offers.says(givers.refuge, counselling, StepKind.ACCEPTED, 29, "");
        offers.scored(givers.refuge, counselling, StepKind.STARTED, 21, "", Map.of("SAFE", 2, "WELL", 3));
        offers.session(givers.refuge, counselling, 14, true);
        offers.session(givers.refuge, counselling, 7, false);
        offers.session(givers.refuge, counselling, 0, true);
        UUID child = offers.offer(
                givers.idva,
                givers.refuge,
                whole,
                new Wanted(Standing.CHILD, CHILDREN_WRAP_AROUND, null, true, 5),
                null);
        offers.says(givers.refuge, child, StepKind.ACCEPTED, 4, "");
        offers.says(givers.refuge, child, StepKind.WAITING, 4, "");
        UUID programme = offers.offer(
                givers.coordinator,
                givers.programme,
                whole,
                new Wanted(Standing.PERPETRATOR, PERPETRATOR_PROGRAMME, "ONE_TO_ONE", true, 40),
                null);
        offers.says(givers.programme, programme, StepKind.ACCEPTED, 38, "");
        offers.says(givers.programme, programme, StepKind.STARTED, 20, "");
        offers.session(givers.programme, programme, 13, true);
        offers.session(givers.programme, programme, 6, false);
    }

    private void refusedAndLate(Givers givers, UUID whole) {
        UUID refused = offers.offer(givers.idva, givers.refuge, whole, Wanted.of(REFUGE, 6), null);
        offers.says(givers.refuge, refused, StepKind.UNABLE, 6, "FAMILY_SIZE");
        UUID again = offers.offer(givers.idva, givers.refuge, whole, Wanted.of(REFUGE, 4), null);
        offers.says(givers.refuge, again, StepKind.UNABLE, 3, "NO_SPACE");
        UUID roof = offers.offer(givers.idva, givers.council, whole, Wanted.of(EMERGENCY_ACCOMMODATION, 3), null);
        homes.homeless(givers.idva, roof);
    }

    private void declinedAndComplete(Givers givers, UUID whole) {
        UUID options = offers.offer(givers.idva, givers.refuge, whole, Wanted.service("OPTIONS", 12), null);
        offers.says(givers.idva, options, StepKind.DECLINED, 11, "NOT_NOW");
        UUID legal = offers.offer(givers.idva, givers.refuge, whole, Wanted.service("LEGAL_PROCESS", 90), null);
        offers.scored(givers.refuge, legal, StepKind.STARTED, 85, "", Map.of("SAFE", 3, "CHOICES", 2));
        offers.session(givers.refuge, legal, 60, true);
        offers.scored(givers.refuge, legal, StepKind.ENDED, 10, "GOAL_REACHED", Map.of("SAFE", 8, "CHOICES", 7));
    }

    private void stopped(Givers givers, UUID whole) {
        offers.offer(
                givers.idva,
                givers.refuge,
                whole,
                new Wanted(Standing.VICTIM, OfferKind.VICTIM_SERVICE, "SIGNPOSTING", false, 2),
                null);
        UUID move =
                offers.offer(givers.idva, givers.landlord, whole, Wanted.of(MANAGED_MOVE, 8), givers.council.agency());
        offers.says(givers.landlord, move, StepKind.ACCEPTED, 7, "");
        UUID home = offers.offer(givers.idva, givers.council, whole, Wanted.of(HOME_SAFETY, 1), null);
        contact.raise(givers.idva, offers.id(), home, "Invented: he has her telephone now.");
    }
}
