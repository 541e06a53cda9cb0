package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.marac.protection.KeepingOrders;
import org.witan.marac.protection.LinkingSchemes;
import org.witan.marac.protection.OrderTerms;
import org.witan.marac.protection.OrderType;
import org.witan.marac.protection.RecordingBreaches;
import org.witan.marac.protection.SchemeLink;
import org.witan.meeting.Mark;
import org.witan.people.Standing;
import org.witan.shared.WorkingDays;

/// A case goes to another MARAC as a sealed file, and comes back in as another partnership would receive it.
class TransferTest extends AConference {
    private static final String TO = "Invented Other MARAC";

    @Autowired
    private Transferring transferring;

    @Autowired
    private ReceivingTransfers receiving;

    @Autowired
    private Researching researching;

    @Autowired
    private TransferFiles files;

    @Autowired
    private KeepingOrders orders;

    @Autowired
    private RecordingBreaches breaches;

    @Autowired
    private LinkingSchemes linking;

    private UUID referral;

    @BeforeEach
    void aCaseThatWasHeard() {
        referral = referred("Borisav", 40);
        UUID meeting = listed(referral, 30);
        UUID item = item(meeting, referral);
        UUID spoken = UUID.randomUUID();
        researching.add(police, meeting, referral, spoken, given("three calls", true));
        researching.add(police, meeting, referral, UUID.randomUUID(), given("an informant", false));
        conferring.tick(coordinator, meeting, item, spoken);
        conferring.write(
                coordinator,
                meeting,
                item,
                UUID.randomUUID(),
                LineKind.RISK_TO_VICTIM,
                "Invented: it gets worse.",
                null);
        conferring.heard(coordinator, meeting, item);
    }

    private static Research.Given given(String words, boolean share) {
        return new Research.Given(
                Standing.VICTIM, true, "in March", words, "it escalates", share, share ? "" : "third party");
    }

    private UUID begun(UUID of, boolean hidden) {
        UUID id = UUID.randomUUID();
        var terms = new Transfer.Terms(
                TO,
                "Invented Person",
                "by telephone",
                TransferWhy.MOVED,
                "Invented: he knows the town.",
                hidden,
                hidden ? "they must warn her" : "");
        transferring.begin(coordinator, id, of, terms);
        transferring.begin(coordinator, id, of, terms);
        return id;
    }

    private TransferContent content(UUID of) {
        return transferring.preview(coordinator, begun(of, true)).content();
    }

    private String sealed(UUID transfer, String phrase) {
        return new String(transferring.seal(coordinator, transfer, phrase, _ -> "readable"), StandardCharsets.US_ASCII);
    }

    @Test
    void aTransferThatWasBegunIsNotChangedByGoingBack() {
        UUID id = begun(referral, false);
        var others = new Transfer.Terms(TO, "Invented Other", "by post", TransferWhy.MOVED, "", false, "");
        assertRefused(() -> transferring.begin(coordinator, id, referral, others), "marac.refused.transfer.begun");
        assertThat(transferring.preview(coordinator, id).transfer().toPerson()).isEqualTo("Invented Person");
    }

    private void assertRefused(Runnable work, String reason) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void whatGoesOutComesInAlikeAndGoesOutAgainAlike() {
        UUID transfer = begun(referral, true);
        TransferContent out = transferring.preview(coordinator, transfer).content();
        String phrase = transferring.phrase();
        String file = sealed(transfer, phrase);
        assertThat(receiving.open(coordinator, file, phrase)).isEqualTo(out);
        UUID in = receiving.receive(coordinator, file, phrase);
        TransferContent again = content(in);
        assertThat(again.persons()).isEqualTo(out.persons()).hasSize(3);
        assertThat(again.between()).isEqualTo(out.between()).isNotEmpty();
        assertThat(again.referral().said()).isEqualTo(out.referral().said()).isNotEmpty();
        assertThat(again.referral().grounds()).isEqualTo(out.referral().grounds());
        assertThat(again.referral().sharing()).isEqualTo(out.referral().sharing());
        assertThat(again.hearings()).isEqualTo(out.hearings()).hasSize(1);
        assertThat(again.actions()).isEqualTo(out.actions());
        assertThat(again.assessments()).isEqualTo(out.assessments());
        assertThat(partnership().count("select count(*) from marac.referred_person where record_id = ?", in))
                .isEqualTo(out.persons().size());
    }

    private UUID order(String conditions) {
        UUID order = UUID.randomUUID();
        KeepingOrders.Beginning beginning = orders.begin(coordinator, referral);
        OrderType type = beginning.types().getFirst();
        orders.write(
                coordinator,
                order,
                referral,
                new OrderTerms(
                        type,
                        "Invented Court",
                        today.minusDays(20),
                        null,
                        today.minusDays(19),
                        today.plusDays(40),
                        conditions),
                List.of(beginning.harmers().getFirst().id()),
                List.of(beginning.others().getFirst().id()));
        breaches.write(
                coordinator,
                UUID.randomUUID(),
                order,
                new RecordingBreaches.Told(today.minusDays(3), "Invented: he stood outside", "Invented Officer"));
        return order;
    }

    private void link() {
        linking.add(
                coordinator,
                UUID.randomUUID(),
                referral,
                new SchemeLink.Told(
                        "MAPPA",
                        "M-1",
                        "LEVEL_2",
                        null,
                        today.minusDays(90),
                        null,
                        "Invented Probation",
                        "the manager"));
    }

    @Test
    void ordersAndLinksTravelAndAreReadInWithTheMarkOfWhereTheyCameFrom() {
        order("Invented: not to come within 100 metres of 3 Invented Street");
        link();
        UUID transfer = begun(referral, true);
        TransferContent out = transferring.preview(coordinator, transfer).content();
        assertThat(out.orders()).singleElement().satisfies(one -> {
            assertThat(one.binds()).containsExactly(1);
            assertThat(one.protects()).containsExactly(0);
            assertThat(one.breaches()).hasSize(1);
            assertThat(one.held()).isFalse();
        });
        assertThat(out.links()).hasSize(1);
        long waits = partnership().count("select count(*) from marac.incident where record_id = ?", referral);
        String phrase = transferring.phrase();
        UUID in = receiving.receive(coordinator, sealed(transfer, phrase), phrase);
        Referral read = reading.read(coordinator, in);
        assertThat(read.orders())
                .filteredOn(one -> one.referral().equals(in))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.from()).isEqualTo(read.from());
                    assertThat(one.binds())
                            .extracting(bound -> bound.name().given())
                            .containsExactly("Borisav");
                    assertThat(one.now().terms().conditions()).contains("3 Invented Street");
                    assertThat(one.breached()).isOne();
                });
        assertThat(read.links())
                .filteredOn(one -> one.referral().equals(in))
                .singleElement()
                .satisfies(one -> assertThat(one.from()).isEqualTo(read.from()));
        assertThat(read.orders())
                .filteredOn(one -> one.referral().equals(referral))
                .singleElement()
                .satisfies(one -> assertThat(one.from()).isNull());
        assertThat(partnership().count("select count(*) from marac.incident where record_id = ?", referral))
                .as("a breach that came is no further abuse here")
                .isEqualTo(waits);
    }

    @Test
    void whatAnOrderForbidsStaysWhereItMayTellWhereSomebodyHides() {
        referral = referred("Dragomir", 3, "lines", "9 Secret Place", "postcode", "ZX16 1XX", "hidden", "YES");
        order("Invented: not to come near 9 Secret Place");
        assertThat(written(referral, false)).doesNotContain("Secret Place", "he stood outside");
        assertThat(written(referral, true)).contains("not to come near 9 Secret Place", "he stood outside");
        UUID transfer = begun(referral, false);
        String phrase = transferring.phrase();
        UUID in = receiving.receive(coordinator, sealed(transfer, phrase), phrase);
        assertThat(reading.read(coordinator, in).orders())
                .filteredOn(one -> one.referral().equals(in))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.isHeld()).isTrue();
                    assertThat(one.breaches().getFirst().words()).contains("was not sent");
                });
    }

    @Test
    void aFileThatWasSealedBeforeOrdersWentIsStillRead() {
        String today = new String(files.write(content(referral), ""), StandardCharsets.UTF_8);
        String older = today.replace("\"version\":3", "\"version\":2").replace(",\"orders\":[],\"links\":[]", "");
        assertThat(older).doesNotContain("orders");
        String phrase = transferring.phrase();
        UUID in =
                receiving.receive(coordinator, SealedFile.seal(older.getBytes(StandardCharsets.UTF_8), phrase), phrase);
        assertThat(reading.read(coordinator, in).from()).isNotNull();
    }

    @Test
    void whatComesInIsAReferralWithItsOriginAndARepeatIsFound() {
        UUID transfer = begun(referral, false);
        String phrase = transferring.phrase();
        String file = sealed(transfer, phrase);
        UUID in = receiving.receive(coordinator, file, phrase);
        Referral read = reading.read(coordinator, in);
        String from = Objects.requireNonNull(read.from());
        assertThat(read.repeat().orElseThrow().earlier()).isEqualTo(referral);
        assertThat(read.decision()).isEmpty();
        assertRefused(() -> receiving.receive(coordinator, file, phrase), "marac.refused.transfer.before");
        String other = transferring.phrase();
        String sealedAgain = sealed(transfer, other);
        assertRefused(() -> receiving.receive(coordinator, sealedAgain, other), "marac.refused.transfer.before");
        assertThat(partnership()
                        .count(
                                "select count(*) from marac.transfer_in t where t.record_id = ? and t.from_marac = ?",
                                in,
                                from))
                .isEqualTo(1);
        UUID meeting = listed(in, -3);
        assertThat(partnership()
                        .asked("select mark from meeting.item_mark where item_id = ? order by mark", item(meeting, in)))
                .containsExactly(Mark.REPEAT.name(), Mark.TRANSFERRED_IN.name());
        assertThat(reading.read(police, in).from()).isEqualTo(from);
    }

    @Test
    void whatAnAgencyWithheldNeverGoesAndHiddenAddressesOnlyForAReason() {
        String all = written(referral, true);
        assertThat(all).contains("three calls", "it gets worse", "07700 900123", "3 Invented Street");
        assertThat(all).doesNotContain("informant", "third party");
        UUID hides = referred("Dragomir", 3, "lines", "9 Secret Place", "postcode", "ZX16 1XX", "hidden", "YES");
        assertThat(written(hides, false)).doesNotContain("Secret Place", "ZX16");
        assertThat(written(hides, true)).contains("9 Secret Place");
    }

    /// Nor is a hidden address of somebody else sent because the victim hides from nobody.
    @Test
    void whatIsHiddenOfAnybodyGoesNeitherByAnotherWayNorBecauseTheVictimDoesNotHide() {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", letters() + "inv", "born", "1/2/1991");
        keep(draft, "address", "lines", "9 Secret Place", "postcode", "ZX16 1XX", "hidden", "YES");
        keep(draft, "contact", "means", "POST", "value", "9 Secret Place, ZX16 1XX", "safe", "YES");
        keep(draft, "perpetrator.1", "given", "Egbert", "lines", "4 Invented Yard", "postcode", "ZX18 1XX");
        keep(draft, "other.1", "standing", "CHILD", "given", "Small", "school", "Secret School");
        keep(draft, "judgement", "grounds", "ESCALATION");
        keep(draft, "aware", "consent", "YES");
        UUID hides = ((Referring.Referred) referring.refer(nurse, draft)).referral();
        assertThat(written(hides, false))
                .doesNotContain("Secret Place", "ZX16", "Secret School")
                .contains("Egbert", "4 Invented Yard");
        assertThat(written(hides, true)).contains("9 Secret Place", "Secret School");

        UUID open = referred("Dragomir", 3);
        partnership().run("""
                        insert into people.address (id, record_id, part, lines, town, postcode, protected)
                        select gen_random_uuid(), p.person_id, 'PERPETRATOR', '5 Hidden Yard', '', 'ZX17 1XX', true
                        from marac.referred_person p where p.record_id = ? and p.part = 'PERPETRATOR'
                        """, open);
        assertThat(written(open, false)).doesNotContain("5 Hidden Yard").contains("3 Invented Street");
        assertThat(written(open, true)).contains("5 Hidden Yard");
    }

    private String written(UUID of, boolean hidden) {
        TransferContent content =
                transferring.preview(coordinator, begun(of, hidden)).content();
        return new String(files.write(content, ""), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsMissingIsToldUntilItIsSettled() {
        UUID bare = referred("Dragomir", 3);
        UUID transfer = begun(bare, false);
        String phrase = transferring.phrase();
        UUID in = receiving.receive(coordinator, sealed(transfer, phrase), phrase);
        assertThat(receiving.read(coordinator, in).missing())
                .containsExactly(ReceivedKind.HEARINGS, ReceivedKind.ACTIONS, ReceivedKind.ASSESSMENTS);
        receiving.settle(coordinator, in, ReceivedKind.HEARINGS, "Invented: there was no meeting.");
        assertRefused(
                () -> receiving.settle(coordinator, in, ReceivedKind.HEARINGS, "again"),
                "marac.refused.transfer.settled");
        assertThat(receiving.read(coordinator, in).missing())
                .containsExactly(ReceivedKind.ACTIONS, ReceivedKind.ASSESSMENTS);
        assertThat(receiving.read(coordinator, in).settled()).hasSize(1);
        assertThatThrownBy(() -> receiving.read(coordinator, bare)).isInstanceOf(Absent.class);
    }

    @Test
    void whatCameByHandHasItsOriginToo() {
        var sent = new TransferContent.Sent(TO, "Invented Person", today, "ABC", TransferWhy.OTHER_AREA, "");
        receiving.cameFrom(coordinator, referral, sent);
        assertThat(reading.read(coordinator, referral).from()).isEqualTo(TO);
        assertRefused(() -> receiving.cameFrom(coordinator, referral, sent), "marac.refused.transfer.origin");
        assertThatThrownBy(() -> receiving.cameFrom(police, referral, sent)).isInstanceOf(Absent.class);
    }

    @Test
    void aTransferIsChasedInWorkingDaysUntilSomebodySaysThatItArrived() {
        UUID id = begun(referral, false);
        Transfer begun = transferring.preview(coordinator, id).transfer();
        assertThat(begun.chaseOn()).isEqualTo(WorkingDays.ofEngland().after(today, 2));
        assertRefused(
                () -> transferring.happened(coordinator, id, TransferStep.ACKNOWLEDGED, "they rang"),
                "marac.refused.transfer.ACKNOWLEDGED");
        sealed(id, transferring.phrase());
        transferring.happened(coordinator, id, TransferStep.CHASED, "");
        transferring.happened(coordinator, id, TransferStep.ACKNOWLEDGED, "Invented Person rang");
        Transfer done = transferring.preview(coordinator, id).transfer();
        assertThat(done.isAcknowledged()).isTrue();
        assertThat(done.chaseOn()).isNull();
        transferring.happened(coordinator, id, TransferStep.REOPENED, "a slip");
        assertThat(transferring.preview(coordinator, id).transfer().isOpen()).isTrue();
        transferring.happened(coordinator, id, TransferStep.WITHDRAWN, "she stays");
        assertRefused(() -> sealed(id, transferring.phrase()), "marac.refused.transfer.withdrawn");
        assertThat(partnership()
                        .asked("select what from marac.transfer_event where transfer_id = ? order by at, id", id))
                .containsExactly("SEALED", "CHASED", "ACKNOWLEDGED", "REOPENED", "WITHDRAWN");
        long open = transferring.list(coordinator).stream()
                .filter(one -> one.referral().equals(referral) && one.isOpen())
                .count();
        assertThat(open)
                .isEqualTo(partnership()
                        .count(
                                "select count(*) from marac.transfer t where t.record_id = ? and not exists (select from marac.transfer_event e where e.transfer_id = t.id and e.what = 'WITHDRAWN')",
                                referral));
    }

    @Test
    void onlyTheCoordinatorHandsOnAndReceives() {
        UUID id = begun(referral, false);
        String phrase = transferring.phrase();
        String file = sealed(id, phrase);
        var terms = new Transfer.Terms(TO, "Invented Person", "", TransferWhy.MOVED, "", false, "");
        assertThatThrownBy(() -> transferring.begin(police, UUID.randomUUID(), referral, terms))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> receiving.receive(police, file, phrase)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> transferring.preview(nurse, id)).isInstanceOf(Absent.class);
        assertRefused(
                () -> transferring.seal(coordinator, id, "AAAAA-AAAAA-AAAAA-AAAAA", _ -> ""),
                "marac.refused.transfer.own-phrase");
    }

    @Test
    void aFileThatHoldsSomethingElseIsRefusedAndNothingIsKept() {
        long before = partnership().count("select count(*) from marac.referral");
        TransferContent content = content(referral);
        String good = new String(files.write(content, ""), StandardCharsets.UTF_8);
        String phrase = transferring.phrase();
        for (String bad : List.of(
                "not json",
                "{}",
                "[]",
                good.replace("\"version\":3", "\"version\":4"),
                good.replace("\"version\":3", "\"version\":2"),
                good.replace("\"standing\":\"VICTIM\"", "\"standing\":\"OTHER\""),
                good.replace("\"one\":1", "\"one\":99"),
                good.replace("\"given\":\"Katherine\"", "\"given\":null"),
                good.replace("\"topic\":\"WANTS\"", "\"topic\":\"NONSENSE\""),
                good.replace("Katherine", "K".repeat(5000)),
                good.replace("Katherine", "Kath\\u0000erine"))) {
            String file = SealedFile.seal(bad.getBytes(StandardCharsets.UTF_8), phrase);
            assertRefused(() -> receiving.receive(coordinator, file, phrase), "marac.refused.transfer.content");
        }
        String older = SealedFile.seal(
                good.replace("\"version\":3", "\"version\":1")
                        .replace("\"inHousehold\"", "\"livesThere\"")
                        .getBytes(StandardCharsets.UTF_8),
                phrase);
        assertRefused(() -> receiving.receive(coordinator, older, phrase), "marac.refused.transfer.older");
        assertThat(partnership().count("select count(*) from marac.referral")).isEqualTo(before);
    }
}
