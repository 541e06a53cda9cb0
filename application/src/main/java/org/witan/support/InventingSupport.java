package org.witan.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.support.Answering.Said;
import org.witan.support.Offering.Given;

/// Gives a demonstration offers of support for its first cases: one that waits for an answer, one that runs and is
/// measured, one that was refused, and a programme that is suggested.
///
/// It does so once: where an offer is there already, nothing is given.
@Component
@Order(18)
class InventingSupport implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingSupport.class);
    private static final int CASES = 3;
    private final Witnessing witnessing;
    private final ReadingPlans plans;
    private final Offering offering;
    private final Answering answering;
    private final Vacancies vacancies;
    private final JdbcClient database;
    private final Days days;
    private final Clock clock;

    InventingSupport(
            Witnessing witnessing,
            ReadingPlans plans,
            Offering offering,
            Answering answering,
            Vacancies vacancies,
            JdbcClient database,
            Days days,
            Clock clock) {
        this.witnessing = witnessing;
        this.plans = plans;
        this.offering = offering;
        this.answering = answering;
        this.vacancies = vacancies;
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Optional<Viewer> idva =
                Acting.of(people, Role.IDVA, Purpose.SUPPORT).stream().findFirst();
        Optional<Viewer> refuge =
                Acting.of(people, Role.SUPPORT_WORKER, Purpose.SUPPORT).stream().findFirst();
        if (idva.isEmpty() || refuge.isEmpty()) {
            return;
        }
        List<UUID> cases = cases(idva.get());
        if (cases.size() < CASES) {
            return;
        }
        invent(idva.get(), refuge.get(), cases);
        Optional<Viewer> coordinator =
                Acting.of(people, Role.COORDINATOR, Purpose.MARAC).stream().findFirst();
        Optional<Viewer> programme = Acting.of(people, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR).stream()
                .findFirst();
        if (coordinator.isPresent() && programme.isPresent()) {
            suggest(coordinator.get(), programme.get(), cases.getFirst());
        }
        LOG.info("The demonstration has offers of support");
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

    private void invent(Viewer idva, Viewer refuge, List<UUID> cases) {
        vacancies.tell(refuge, id(), 1, 4, false, true);
        offer(idva, refuge, cases.getFirst(), Standing.VICTIM, OfferKind.REFUGE, null);
        UUID counselling =
                offer(idva, refuge, cases.getFirst(), Standing.VICTIM, OfferKind.VICTIM_SERVICE, "COUNSELLING");
        LocalDate today = days.today();
        answering.answer(refuge, counselling, id(), 1, Said.only(StepKind.ACCEPTED, today));
        answering.answer(
                refuge,
                counselling,
                id(),
                2,
                new Said(StepKind.STARTED, today, null, "", null, null, Map.of("SAFE", 2, "WELL", 3)));
        answering.answer(
                refuge,
                counselling,
                id(),
                3,
                new Said(StepKind.SESSION, today, null, "", Boolean.TRUE, 4_500, Map.of()));
        offer(idva, refuge, cases.getFirst(), Standing.CHILD, OfferKind.CHILDREN_WRAP_AROUND, null);
        UUID refused = offer(idva, refuge, cases.get(1), Standing.VICTIM, OfferKind.REFUGE, null);
        answering.answer(
                refuge, refused, id(), 1, new Said(StepKind.UNABLE, today, "FAMILY_SIZE", "", null, null, Map.of()));
    }

    private UUID offer(
            Viewer idva, Viewer provider, UUID whole, Standing standing, OfferKind kind, @Nullable String strand) {
        UUID id = id();
        offering.offer(
                idva,
                id,
                whole,
                person(idva, whole, standing),
                new Given(
                        kind,
                        strand,
                        provider.agency(),
                        false,
                        true,
                        "Invented: she asked for it.",
                        "Invented: mornings, no stairs.",
                        null,
                        null,
                        kind.isARoof() ? new Family(1, 1, false, false) : null,
                        null));
        return id;
    }

    private void suggest(Viewer coordinator, Viewer programme, UUID whole) {
        offering.offer(
                coordinator,
                id(),
                whole,
                person(coordinator, whole, Standing.PERPETRATOR),
                new Given(
                        OfferKind.PERPETRATOR_PROGRAMME,
                        "ONE_TO_ONE",
                        programme.agency(),
                        true,
                        true,
                        "",
                        "",
                        null,
                        new Offering.Suggestion("Invented: his probation order names the programme.", true),
                        null,
                        null));
    }

    private UUID person(Viewer viewer, UUID whole, Standing standing) {
        return plans.read(viewer, whole).persons().stream()
                .filter(one -> one.standing() == standing)
                .map(SourceRecord::id)
                .findFirst()
                .orElseThrow();
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
