package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.protection.KeepingOrders;
import org.witan.marac.protection.KeepingOrders.Beginning;
import org.witan.marac.protection.KeepingOrders.Change;
import org.witan.marac.protection.ListingOrders;
import org.witan.marac.protection.ListingOrders.Which;
import org.witan.marac.protection.OrderStep;
import org.witan.marac.protection.OrderTerms;
import org.witan.marac.protection.OrderType;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.marac.protection.RecordingBreaches;
import org.witan.marac.protection.RecordingBreaches.Told;

/// Protective orders: written down once, changed without loss, brought to mind before they end, and a breach of
/// one is further abuse.
class OrdersTest extends AConference {
    @Autowired
    private KeepingOrders keeping;

    @Autowired
    private ListingOrders orders;

    @Autowired
    private RecordingBreaches breaches;

    @Autowired
    private TriageQueue queue;

    @Autowired
    private Witnessing witnessing;

    private UUID referral;

    @BeforeEach
    void aCaseThatAMeetingHeard() {
        referral = heard("Borisav", 30, 20);
    }

    private OrderTerms terms(String type, int from, @Nullable Integer until) {
        OrderType found = keeping.types(coordinator).stream()
                .filter(one -> one.code().equals(type))
                .findFirst()
                .orElseThrow();
        return new OrderTerms(
                found,
                "Invented Magistrates",
                null,
                null,
                today.plusDays(from),
                until == null ? null : today.plusDays(until),
                "Not to go to Invented Street");
    }

    private UUID written(Viewer viewer, OrderTerms terms) {
        UUID order = UUID.randomUUID();
        Beginning beginning = keeping.begin(viewer, referral);
        keeping.write(
                viewer,
                order,
                referral,
                terms,
                beginning.harmers().stream().map(one -> one.id()).toList(),
                List.of(beginning.others().getFirst().id()));
        return order;
    }

    private List<UUID> listed(Viewer viewer, Which which) {
        return orders.list(viewer, which, Verb.LIST).stream()
                .map(ProtectiveOrder::id)
                .toList();
    }

    private ListingOrders.Ending ending(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "work"), (Shown _) -> orders.ending(viewer));
    }

    @Test
    void agenciesOfTheConferenceReadAnOrderAndOthersDoNot() {
        UUID order = written(police, terms("NON_MOLESTATION", -10, 100));
        ProtectiveOrder found = keeping.open(housing, order);
        assertThat(found.binds()).extracting(one -> one.name().given()).containsExactly("Borisav");
        assertThat(found.protects()).extracting(one -> one.name().given()).containsExactly("Katherine");
        assertThat(reading.read(housing, referral).orders())
                .extracting(ProtectiveOrder::id)
                .containsExactly(order);
        Viewer stranger =
                partnership().viewer(partnership().agency("HOUSING_ASSOCIATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThatThrownBy(() -> keeping.open(stranger, order)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> keeping.begin(stranger, referral)).isInstanceOf(Absent.class);
        assertThat(listed(stranger, Which.IN_FORCE)).doesNotContain(order);
    }

    @Test
    void whoeverOnlyReadsWritesNone() {
        Viewer chair = partnership().viewer(coordinator.agency(), Role.CHAIR, Purpose.MARAC);
        UUID order = written(police, terms("BAIL", -1, 60));
        assertThat(keeping.open(chair, order).now().terms().type().code()).isEqualTo("BAIL");
        assertThatThrownBy(() -> written(chair, terms("BAIL", -1, 60))).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> keeping.change(
                        chair,
                        order,
                        UUID.randomUUID(),
                        1,
                        new Change(OrderStep.RENEWED, terms("BAIL", -1, 90), null, "")))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> breaches.write(chair, UUID.randomUUID(), order, new Told(today, "no", "")))
                .isInstanceOf(Absent.class);
    }

    @Test
    void anOrderOfPersonsOfAnotherCaseIsNotWritten() {
        UUID other = referred("Nobody", 1);
        List<UUID> theirs = keeping.begin(coordinator, other).harmers().stream()
                .map(one -> one.id())
                .toList();
        assertThatThrownBy(() ->
                        keeping.write(police, UUID.randomUUID(), referral, terms("BAIL", -1, 9), theirs, List.of()))
                .isInstanceOf(Absent.class);
    }

    @Test
    void sentTwiceAtOnceItIsWrittenOnce() throws Exception {
        UUID order = UUID.randomUUID();
        Beginning beginning = keeping.begin(police, referral);
        OrderTerms terms = terms("RESTRAINING", -3, null);
        UUID harmer = beginning.harmers().getFirst().id();
        Callable<Boolean> write = () -> {
            keeping.write(police, order, referral, terms, List.of(harmer), List.of());
            return true;
        };
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all.invokeAll(List.of(write, write, write))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(partnership().count("select count(*) from marac.order_term where order_id = ?", order))
                .isEqualTo(1);
        UUID other = heard("Cvetan", 10, 5);
        assertThatThrownBy(() -> keeping.write(police, order, other, terms, List.of(), List.of()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatStoodStaysAndOfTwoThatChangeItTheSecondIsTold() {
        UUID order = written(police, terms("NON_MOLESTATION", -100, 10));
        UUID term = UUID.randomUUID();
        var renewed = new Change(OrderStep.RENEWED, terms("NON_MOLESTATION", -100, 200), null, "");
        assertThat(keeping.change(police, order, term, 1, renewed)).isTrue();
        assertThat(keeping.change(police, order, term, 1, renewed))
                .as("sent twice")
                .isTrue();
        var ended = new Change(
                OrderStep.ENDED_EARLY, terms("NON_MOLESTATION", -100, 10), today, "Invented: the court set it aside");
        assertThat(keeping.change(housing, order, UUID.randomUUID(), 1, ended))
                .as("of a stale page")
                .isFalse();
        ProtectiveOrder found = keeping.open(police, order);
        assertThat(found.terms()).extracting(one -> one.what()).containsExactly(OrderStep.RENEWED, OrderStep.WRITTEN);
        assertThat(found.terms().getLast().terms().endsOn()).isEqualTo(today.plusDays(10));
        assertThat(found.now().isInForce(today)).isTrue();
        assertThat(keeping.change(housing, order, UUID.randomUUID(), 2, ended)).isTrue();
        assertThat(keeping.open(police, order).now().isOver()).isTrue();
        assertThat(listed(police, Which.OVER)).contains(order);
        assertThat(listed(police, Which.IN_FORCE)).doesNotContain(order);
    }

    @Test
    void anOrderIsBroughtToMindBeforeItEndsAndUntilSomebodySaysWhatBecameOfIt() {
        UUID soon = written(police, terms("NON_MOLESTATION", -100, 28));
        UUID late = written(police, terms("NON_MOLESTATION", -100, 29));
        UUID out = written(police, terms("OCCUPATION", -100, -1));
        UUID further = written(police, terms("RESTRAINING", -100, null));
        assertThat(listed(police, Which.ENDING)).containsExactly(out, soon);
        assertThat(listed(police, Which.IN_FORCE)).containsExactly(soon, late, further);
        ListingOrders.Ending waits = ending(police);
        assertThat(waits.ending()).isEqualTo(1);
        assertThat(waits.ranOut()).isEqualTo(1);
        assertThat(waits.first()).isEqualTo(today.plusDays(28));
        assertThat(ending(housing).ending()).as("a landlord is not asked").isZero();
        assertThat(ending(coordinator).ranOut()).isGreaterThanOrEqualTo(1);
        keeping.change(
                police,
                out,
                UUID.randomUUID(),
                1,
                new Change(OrderStep.NOT_RENEWED, terms("OCCUPATION", -100, -1), today, "Invented: she moved"));
        assertThat(listed(police, Which.ENDING)).containsExactly(soon);
        assertThat(ending(police).ranOut()).isZero();
    }

    @Test
    void ofAnIdvaServiceWhoeverItIsAssignedToIsRemindedOrEverybodyWhileNobodyIs() {
        UUID service = partnership().agency("VICTIM_SERVICE");
        Viewer idva = partnership().viewer(service, Role.IDVA, Purpose.MARAC);
        Viewer colleague = partnership().viewer(service, Role.IDVA, Purpose.MARAC);
        referral = heard("Dragan", 9, 4);
        written(police, terms("NON_MOLESTATION", -5, 5));
        assertThat(ending(idva).ending()).isEqualTo(1);
        assertThat(ending(colleague).ending()).isEqualTo(1);
        partnership()
                .run(
                        "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                        referral,
                        idva.account());
        assertThat(ending(idva).ending()).isEqualTo(1);
        assertThat(ending(colleague).ending()).isZero();
    }

    @Test
    void aBreachInsideTheWindowWaitsForTheCoordinatorOnce() {
        UUID order = written(police, terms("NON_MOLESTATION", -10, 100));
        UUID breach = UUID.randomUUID();
        Told told = new Told(today, "Invented: he stood outside", "police");
        breaches.write(housing, breach, order, told);
        breaches.write(housing, breach, order, told);
        assertThat(keeping.open(police, order).breached()).isEqualTo(1);
        assertThat(incidents()).singleElement().satisfies(one -> {
            assertThat(one.happenedOn()).isEqualTo(today);
            assertThat(one.words()).contains("he stood outside");
        });
        breaches.write(housing, UUID.randomUUID(), order, new Told(today.minusDays(1), "Invented: he rang", ""));
        assertThat(incidents()).hasSize(2);
    }

    @Test
    void twoWhoWorkWithTheVictimForOneAgencyBothWriteDownABreach() {
        UUID order = written(police, terms("NON_MOLESTATION", -10, 100));
        UUID service = partnership().agency("VICTIM_SERVICE");
        for (int at = 1; at <= 2; at++) {
            Viewer worker = partnership().viewer(service, Role.SUPPORT_WORKER, Purpose.SUPPORT);
            for (UUID record : List.of(
                    referral,
                    keeping.begin(police, referral).others().getFirst().id())) {
                partnership()
                        .run(
                                "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                                record,
                                worker.account());
            }
            breaches.write(worker, UUID.randomUUID(), order, new Told(today.minusDays(at), "Invented: he rang", ""));
            assertThat(incidents()).hasSize(at);
        }
        assertThat(keeping.open(police, order).breached()).isEqualTo(2);
    }

    @Test
    void ofTwoThatSendDifferentThingsFromOneFormTheSecondIsTold() {
        UUID order = written(police, terms("NON_MOLESTATION", -10, 100));
        UUID breach = UUID.randomUUID();
        breaches.write(police, breach, order, new Told(today, "Invented: he rang", ""));
        assertSentBefore(() -> breaches.write(police, breach, order, new Told(today, "Invented: he struck her", "")));
        assertSentBefore(() -> breaches.write(housing, breach, order, new Told(today, "Invented: he rang", "")));
        assertThat(keeping.open(police, order).breached()).isEqualTo(1);
        Beginning beginning = keeping.begin(police, referral);
        List<UUID> binds = beginning.harmers().stream().map(one -> one.id()).toList();
        List<UUID> protects = List.of(beginning.others().getFirst().id());
        OrderTerms terms = terms("NON_MOLESTATION", -10, 100);
        keeping.write(police, order, referral, terms, binds, protects);
        assertSentBefore(
                () -> keeping.write(police, order, referral, terms("NON_MOLESTATION", -10, 90), binds, protects));
        assertSentBefore(() -> keeping.write(police, order, referral, terms, binds, List.of()));
        assertSentBefore(() -> keeping.write(coordinator, order, referral, terms, binds, protects));
        UUID term = UUID.randomUUID();
        keeping.change(police, order, term, 1, new Change(OrderStep.RENEWED, terms("BAIL", -10, 200), null, ""));
        var other = new Change(OrderStep.RENEWED, terms("BAIL", -10, 300), null, "");
        assertSentBefore(() -> keeping.change(police, order, term, 1, other));
        assertSentBefore(() -> keeping.change(police, order, term, 2, other));
    }

    private static void assertSentBefore(ThrowingCallable sends) {
        assertThatThrownBy(sends).isInstanceOf(Refused.class).hasMessage("marac.refused.sent-before");
    }

    @Test
    void aChangeSentTwiceAtOnceIsMadeOnce() throws Exception {
        UUID order = written(police, terms("NON_MOLESTATION", -100, 10));
        UUID term = UUID.randomUUID();
        var renewed = new Change(OrderStep.RENEWED, terms("NON_MOLESTATION", -100, 200), null, "");
        Callable<Boolean> change = () -> keeping.change(police, order, term, 1, renewed);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all.invokeAll(List.of(change, change, change))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(keeping.open(police, order).terms()).hasSize(2);
    }

    @Test
    void aBreachOutsideTheWindowDoesNotWait() {
        UUID order = written(police, terms("NON_MOLESTATION", -10, 100));
        moveBack(400);
        breaches.write(police, UUID.randomUUID(), order, new Told(today, "Invented: he rang", ""));
        assertThat(incidents()).isEmpty();
        assertThat(keeping.open(police, order).breached()).isEqualTo(1);
    }

    @Test
    void aBreachThatWasWrongIsStruckByItsAgencyAndStaysReadable() {
        UUID order = written(police, terms("NON_MOLESTATION", -10, 100));
        UUID breach = UUID.randomUUID();
        breaches.write(police, breach, order, new Told(today, "Invented: he rang", ""));
        assertThatThrownBy(() -> breaches.strike(housing, order, breach, "not ours"))
                .isInstanceOf(Absent.class);
        breaches.strike(police, order, breach, "Invented: another man");
        assertThatThrownBy(() -> breaches.strike(police, order, breach, "again"))
                .isInstanceOf(Refused.class);
        ProtectiveOrder found = keeping.open(housing, order);
        assertThat(found.breached()).isZero();
        assertThat(found.breaches()).extracting(one -> one.struckBecause()).containsExactly("Invented: another man");
    }

    @Test
    void datesThatLookWrongAreAskedAbout() {
        assertThat(terms("DVPN", 0, 2).doubts(today)).isEmpty();
        assertThat(terms("DVPN", 0, 3).doubts(today)).containsExactly(OrderTerms.Doubt.TOO_LONG);
        assertThat(terms("DVPN", 0, null).doubts(today)).containsExactly(OrderTerms.Doubt.TOO_LONG);
        assertThat(terms("DVPO", 0, 28).doubts(today)).isEmpty();
        assertThat(terms("DVPO", 0, 29).doubts(today)).containsExactly(OrderTerms.Doubt.TOO_LONG);
        assertThat(terms("DVPO", 0, 5).doubts(today)).containsExactly(OrderTerms.Doubt.TOO_SHORT);
        assertThat(terms("STALKING", 0, 700).doubts(today)).containsExactly(OrderTerms.Doubt.TOO_SHORT);
        assertThat(terms("STALKING", 0, null).doubts(today)).isEmpty();
        assertThat(terms("DAPO", -50, -1).doubts(today)).containsExactly(OrderTerms.Doubt.OVER_ALREADY);
        LocalDate made = today.plusDays(1);
        var odd = new OrderTerms(terms("BAIL", 0, null).type(), "", made, today, today, null, "");
        assertThat(odd.doubts(today))
                .containsExactly(OrderTerms.Doubt.MADE_AFTER_IT_STARTS, OrderTerms.Doubt.SERVED_BEFORE_IT_IS_MADE);
    }

    @Test
    void whatTheCodeKnowsIsWhatTheDatabaseKnows() {
        assertThat(partnership().asked("select code from marac.order_step order by place"))
                .containsExactlyElementsOf(
                        Arrays.stream(OrderStep.values()).map(Enum::name).toList());
        assertThat(keeping.types(coordinator)).extracting(OrderType::breach).contains(OrderType.Breach.values());
    }

    private List<Incident> incidents() {
        return queue.read(coordinator).incidents().stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
    }

    private void moveBack(int days) {
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - ? * interval '1 day', referred_on = referred_on - ? where id = ?",
                        days,
                        days,
                        referral);
    }
}
