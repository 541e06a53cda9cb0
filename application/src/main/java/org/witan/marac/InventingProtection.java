package org.witan.marac;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.witan.marac.protection.Disclosing;
import org.witan.marac.protection.DisclosureRequest.Applicant;
import org.witan.marac.protection.DisclosureRequest.Route;
import org.witan.marac.protection.KeepingOrders;
import org.witan.marac.protection.KeepingOrders.Beginning;
import org.witan.marac.protection.LinkingSchemes;
import org.witan.marac.protection.OrderTerms;
import org.witan.marac.protection.RecordingBreaches;
import org.witan.marac.protection.RecordingBreaches.Told;
import org.witan.marac.protection.SchemeLink;
import org.witan.people.SourceRecord;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Gives a demonstration what protects the people of its first cases: an order that ends soon, one that ran
/// out, one that was broken, a disclosure-scheme request that is late, and a link to MAPPA.
///
/// It does so once: where an order is there already, nothing is given.
@Component
@Order(15)
class InventingProtection implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingProtection.class);
    private static final int CASES = 3;
    private final Witnessing witnessing;
    private final KeepingOrders orders;
    private final RecordingBreaches breaches;
    private final Disclosing disclosing;
    private final LinkingSchemes linking;
    private final JdbcClient database;
    private final Days days;
    private final Clock clock;

    InventingProtection(
            Witnessing witnessing,
            KeepingOrders orders,
            RecordingBreaches breaches,
            Disclosing disclosing,
            LinkingSchemes linking,
            JdbcClient database,
            Days days,
            Clock clock) {
        this.witnessing = witnessing;
        this.orders = orders;
        this.breaches = breaches;
        this.disclosing = disclosing;
        this.linking = linking;
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Acting.of(people, Role.COORDINATOR, Purpose.MARAC).stream().findFirst().ifPresent(this::invent);
    }

    private void invent(Viewer coordinator) {
        List<UUID> cases = witnessing.witness(coordinator, Deed.of(Verb.LIST, "referral"), shown -> {
            List<UUID> first = database.sql("""
                            select r.id from marac.referral r
                            where not exists (select from marac.protective_order)
                            order by r.referred_at, r.id limit :most
                            """)
                    .param("most", CASES)
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .list();
            first.forEach(shown::add);
            return first;
        });
        if (cases.size() < CASES) {
            return;
        }
        LocalDate today = days.today();
        UUID broken = order(coordinator, cases.getFirst(), "NON_MOLESTATION", today.minusDays(170), today.plusDays(9));
        breaches.write(
                coordinator,
                id(),
                broken,
                new Told(today.minusDays(1), "Invented: he stood outside the school and waved.", "police"));
        order(coordinator, cases.getFirst(), "BAIL", today.minusDays(30), today.minusDays(2));
        order(coordinator, cases.get(1), "RESTRAINING", today.minusDays(90), null);
        disclosing.request(coordinator, id(), cases.get(1), Route.RIGHT_TO_ASK, Applicant.VICTIM, today.minusDays(31));
        linking.add(
                coordinator,
                id(),
                cases.getLast(),
                new SchemeLink.Told(
                        "MAPPA",
                        "INV-0017",
                        "LEVEL_2",
                        "CATEGORY_2",
                        today.minusDays(60),
                        null,
                        "Invented Probation",
                        "MAPPA coordinator"));
        LOG.info("The demonstration has protective orders");
    }

    private UUID order(Viewer viewer, UUID referral, String type, LocalDate from, @Nullable LocalDate until) {
        Beginning beginning = orders.begin(viewer, referral);
        UUID id = id();
        var terms = new OrderTerms(
                beginning.types().stream()
                        .filter(one -> one.code().equals(type))
                        .findFirst()
                        .orElseThrow(),
                "Invented Court",
                from,
                from,
                from,
                until,
                "Not to go to Invented Row.\nNot to speak or write to her, also through others.");
        orders.write(viewer, id, referral, terms, ids(beginning.harmers()), ids(beginning.others()));
        return id;
    }

    private static List<UUID> ids(List<SourceRecord> all) {
        return all.stream().map(SourceRecord::id).toList();
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
