package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Drafting.Done;
import org.witan.marac.Drafting.Stale;
import org.witan.marac.Referring.NotYet;
import org.witan.marac.Referring.Referred;
import org.witan.marac.Triaging.Settlement;
import org.witan.people.Answer;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.risk.ReadingAssessments;
import org.witan.site.Days;

/// A referral is written, sent, read and decided, and what happens later to the same persons finds it.
class ReferringTest extends RunningApplication {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    @Autowired
    private ReadingReferrals reading;

    @Autowired
    private Triaging triaging;

    @Autowired
    private TriageQueue queue;

    @Autowired
    private Receiving receiving;

    @Autowired
    private AnsweringForYoung young;

    @Autowired
    private ReadingAssessments assessed;

    private final String family = letters() + "inv";
    private final LocalDate born =
            LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(18_000));
    private Viewer nurse;
    private Viewer officer;
    private Viewer coordinator;
    private Viewer idva;

    @BeforeEach
    void viewers() {
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        officer = partnership().viewer(partnership().agency("POLICE"), Role.REFERRER, Purpose.MARAC);
        coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        idva = partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC);
    }

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(9, 'a', 'x')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private UUID drafted(Viewer viewer, String victim, String harmer) {
        UUID draft = drafting.begin(viewer);
        keep(viewer, draft, "victim", "given", victim, "family", family, "born", Days.typed(born), "sex", "Female");
        keep(viewer, draft, "address", "lines", "3 Invented Street", "postcode", "XX1 1XX");
        keep(viewer, draft, "contact", "means", "PHONE", "value", "07700 900123", "safe", "NO");
        keep(
                viewer,
                draft,
                "perpetrator.1",
                "given",
                harmer,
                "family",
                family + "er",
                "born",
                Days.typed(born.minusDays(1000)));
        keep(viewer, draft, "other.1", "standing", "CHILD", "given", "Small", "family", family, "born", "1/9/2020");
        keep(viewer, draft, "happened", "words", "Invented: he came back.", "last", Days.typed(today));
        keep(viewer, draft, "judgement", "grounds", "PROFESSIONAL_JUDGEMENT", "words", "invented worry");
        keep(viewer, draft, "wants", "wants", "to stay in her home", "fears", "the weekend");
        keep(viewer, draft, "aware", "consent", "YES", "aware", "YES");
        return draft;
    }

    private Drafting.Kept keep(Viewer viewer, UUID draft, String page, String... fields) {
        var typed = new HashMap<String, List<String>>();
        for (int at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], List.of(fields[at + 1]));
        }
        String seen = drafting.open(viewer, draft).answers().mark(page);
        return drafting.keep(viewer, draft, page, typed, seen);
    }

    private UUID referred(Viewer viewer, String victim, String harmer) {
        return ((Referred) referring.refer(viewer, drafted(viewer, victim, harmer))).referral();
    }

    /// As if it had been referred some days ago.
    private void backdate(UUID referral, int days) {
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - ? * interval '1 day', referred_on = referred_on - ?, last_event_on = null where id = ?",
                        days,
                        days,
                        referral);
    }

    @Test
    void whatWasTypedArrivesInThePartsThatItBelongsTo() {
        UUID referral = referred(nurse, "Katherine", "Borisav");
        Referral read = reading.read(coordinator, referral);
        assertThat(read.persons())
                .extracting(one -> one.record().standing())
                .containsExactly(Standing.VICTIM, Standing.PERPETRATOR, Standing.CHILD);
        assertThat(read.about(Topic.WANTS).orElseThrow().words()).isEqualTo("to stay in her home");
        assertThat(read.grounds()).containsExactly(Ground.PROFESSIONAL_JUDGEMENT);
        assertThat(read.sharing()).isEmpty();
        assertThat(read.decision()).isEmpty();
        assertThat(read.lastEventOn()).isEqualTo(today);
        Referral theirs = reading.read(nurse, referral);
        assertThat(theirs.persons().getFirst().record().name().given()).isEqualTo("Katherine");
        assertThat(theirs.persons().getFirst().record().addresses())
                .as("closed to whoever refers")
                .isEmpty();
    }

    @Test
    void everyWayToReachTheVictimArrivesAndSoDoesWhatMustNotBeUsed() {
        UUID draft = drafted(nurse, "Katherine", "Borisav");
        keep(nurse, draft, "other-contact.1", "means", "EMAIL", "value", "katherine@example.org", "safe", "YES");
        keep(nurse, draft, "other-contact.2", "means", "THROUGH_SOMEBODY", "value", "Invented Aunt", "times", "Sunday");
        keep(nurse, draft, "other-contact.3", "means", "POST", "safe", "NO", "remark", "no letters at all");
        UUID referral = ((Referred) referring.refer(nurse, draft)).referral();
        Referral read = reading.read(idva, referral);
        assertThat(read.persons().getFirst().record().safeContacts())
                .extracting(one -> one.means() + " " + one.value() + " " + one.safe())
                .containsExactlyInAnyOrder(
                        "PHONE 07700 900123 NO",
                        "EMAIL katherine@example.org YES",
                        "THROUGH_SOMEBODY Invented Aunt NOT_ASKED");
        assertThat(read.about(Topic.CONTACT).orElseThrow().words())
                .as("without a number it is not lost")
                .isEqualTo("no letters at all");
    }

    private UUID referredAt17() {
        UUID draft = drafted(nurse, "Katherine", "Borisav");
        keep(nurse, draft, "victim", "given", "Katherine", "family", family, "born", Days.typed(today.minusYears(17)));
        keep(nurse, draft, "young", "worker", "NO", "siblings", "UNKNOWN", "siblings-words", "Invented: a brother");
        return ((Referred) referring.refer(nurse, draft)).referral();
    }

    @Test
    void theChecklistFor16And17IsKeptWithTheReferralAndNotAskedStaysApartFromNo() {
        Referral read = reading.read(coordinator, referredAt17());
        assertThat(read.about(Topic.YOUNG_WORKER).orElseThrow().answer()).isEqualTo(Answer.NO);
        assertThat(read.about(Topic.YOUNG_SIBLINGS).orElseThrow().words()).isEqualTo("Invented: a brother");
        assertThat(read.about(Topic.YOUNG_CARE)).isEmpty();
        assertThat(partnership()
                        .asked("select code || ' ' || part from marac.topic where code like 'YOUNG%' order by place"))
                .isEqualTo(Stream.of(YoungQuestion.values())
                        .map(one -> one.topic() + " " + one.part())
                        .toList());
    }

    @Test
    void theChecklistIsAnsweredAnewOnceAndEveryAnswerStays() {
        UUID referral = referredAt17();
        UUID form = UUID.randomUUID();
        var given = Map.of(
                YoungQuestion.WORKER,
                new AnsweringForYoung.Given(Answer.YES, "Invented Worker"),
                YoungQuestion.SIBLINGS,
                new AnsweringForYoung.Given(Answer.UNKNOWN, "Invented: a brother"));
        young.answer(idva, form, referral, given);
        young.answer(idva, form, referral, given);
        var known = young.open(coordinator, referral);
        assertThat(known.said()).hasSize(3);
        assertThat(known.stands(YoungQuestion.WORKER)).satisfies(one -> {
            assertThat(Objects.requireNonNull(one).answer()).isEqualTo(Answer.YES);
            assertThat(one.agency()).isNotEmpty();
        });
        assertThat(reading.read(coordinator, referral)
                        .about(Topic.YOUNG_WORKER)
                        .orElseThrow()
                        .words())
                .isEqualTo("Invented Worker");
        var other = Map.of(YoungQuestion.WORKER, new AnsweringForYoung.Given(Answer.NO, "Invented: gone"));
        assertThatThrownBy(() -> young.answer(nurse, UUID.randomUUID(), referral, other))
                .as("whoever refers answers nothing anew")
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> young.open(officer, referral)).isInstanceOf(Absent.class);
    }

    @Test
    void theRiskToolIsStoredWithTheReferralAndItsJudgementRaisesIt() {
        UUID draft = drafted(nurse, "Katherine", "Borisav");
        keep(nurse, draft, "tool", "which", "dash");
        keep(nurse, draft, "risk", "tool", "dash", "version", "1", "answer-injury", "YES", "source-injury", "nurse");
        UUID referral = ((Referred) referring.refer(nurse, draft)).referral();
        var assessments = assessed.of(coordinator, referral).assessments();
        assertThat(assessments).hasSize(1);
        assertThat(assessments.getFirst().result().isHigh()).isTrue();
        assertThat(assessments.getFirst().result().score().least()).isEqualTo(1);
    }

    @Test
    void theIdvaIsToldAtOnceAndNoOtherAgencyIs() {
        UUID referral = referred(nurse, "Katherine", "Borisav");
        Referral read = reading.read(idva, referral);
        assertThat(read.persons().getFirst().record().addresses()).hasSize(1);
        Viewer health = partnership().viewer(partnership().agency("PRIMARY_CARE"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThatThrownBy(() -> reading.read(health, referral)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reading.read(officer, referral)).isInstanceOf(Absent.class);
    }

    @Test
    void aDraftIsItsAuthorsAloneAndEmptyOnceItIsSent() {
        UUID draft = drafted(nurse, "Katherine", "Borisav");
        assertThatThrownBy(() -> drafting.open(coordinator, draft)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> referring.refer(officer, draft)).isInstanceOf(Absent.class);
        assertThat(drafting.mine(nurse)).extracting(Draft::id).contains(draft);
        referring.refer(nurse, draft);
        assertThat(drafting.mine(nurse)).extracting(Draft::id).doesNotContain(draft);
        assertThat(partnership().asked("select answers::text from marac.draft where id = ?", draft))
                .containsExactly("{}");
        assertThatThrownBy(() -> drafting.discard(nurse, draft)).isInstanceOf(Absent.class);
    }

    @Test
    void sentTwiceAtOnceItIsReferredOnce() throws Exception {
        UUID draft = drafted(nurse, "Katherine", "Borisav");
        Callable<UUID> send = () -> ((Referred) referring.refer(nurse, draft)).referral();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new HashSet<UUID>();
            for (var one : both.invokeAll(List.of(send, send, send))) {
                sent.add(one.get());
            }
            assertThat(sent).hasSize(1);
            assertThat(partnership()
                            .asked(
                                    "select count(*) from marac.referred_person where record_id = ?",
                                    sent.iterator().next()))
                    .containsExactly("3");
        }
    }

    @Test
    void whatIsNotCompleteIsKeptAndNotSent() {
        UUID draft = drafting.begin(nurse);
        keep(nurse, draft, "victim", "given", "Katherine");
        assertThat(referring.refer(nurse, draft)).isInstanceOf(NotYet.class);
        assertThat(drafting.open(nurse, draft).answers().text("victim.given")).isEqualTo("Katherine");
    }

    @Test
    void twoTabsOnTwoPagesLoseNothingAndOnOnePageTheLaterIsTold() {
        UUID draft = drafting.begin(nurse);
        String blank = drafting.open(nurse, draft).answers().mark("victim");
        assertThat(drafting.keep(nurse, draft, "victim", Map.of("given", List.of("One")), blank))
                .isInstanceOf(Done.class);
        assertThat(drafting.keep(nurse, draft, "wants", Map.of("wants", List.of("rest")), blank))
                .isInstanceOf(Done.class);
        assertThat(drafting.keep(nurse, draft, "victim", Map.of("given", List.of("Two")), blank))
                .isInstanceOf(Stale.class);
        assertThat(drafting.keep(nurse, draft, "victim", Map.of("given", List.of("One")), blank))
                .as("the same twice")
                .isInstanceOf(Done.class);
        assertThat(drafting.open(nurse, draft).answers().text("victim.given")).isEqualTo("One");
    }

    @Test
    void theSameVictimWithTheSameHarmerWithinTwelveMonthsIsARepeatWhoeverReferred() {
        UUID first = referred(nurse, "Katherine", "Borisav");
        backdate(first, 300);
        UUID second = referred(officer, "Katherine", "Borisav");
        Repeat repeat = reading.read(coordinator, second).repeat().orElseThrow();
        assertThat(repeat.earlier()).isEqualTo(first);
        assertThat(repeat.sameHarmers()).isEqualTo(Repeat.SameHarmers.ALL);
        assertThat(repeat.until()).isEqualTo(repeat.referredOn().plusMonths(12));
        assertThat(reading.read(officer, second).earlier())
                .as("tells the referrer nothing")
                .isEmpty();
    }

    @Test
    void afterTheWindowOrWithAnotherHarmerItIsNone() {
        UUID first = referred(nurse, "Katherine", "Borisav");
        backdate(first, 400);
        UUID late = referred(officer, "Katherine", "Borisav");
        assertThat(reading.read(coordinator, late).repeat()).isEmpty();
        assertThat(reading.read(coordinator, late).earlier()).hasSize(1);
        UUID other = referred(officer, "Katherine", "Wholly");
        Referral read = reading.read(coordinator, other);
        assertThat(read.earlier()).isNotEmpty().allMatch(one -> !one.earlier().equals(other));
    }

    @Test
    void aRepeatCannotBeSentBackUnheardAndItsWhyIsKept() {
        UUID first = referred(nurse, "Katherine", "Borisav");
        backdate(first, 20);
        UUID second = referred(nurse, "Katherine", "Borisav");
        assertThatThrownBy(() -> triaging.decide(
                        coordinator, second, TriageOutcome.RETURNED, null, "too low a score", one -> "why"))
                .isInstanceOf(Refused.class);
        triaging.decide(
                coordinator, second, TriageOutcome.ACCEPTED, Ground.REPEAT, "", one -> "repeats " + one.earlier());
        assertThat(reading.read(coordinator, second).decision().orElseThrow().repeatWhy())
                .isEqualTo("repeats " + first);
    }

    @Test
    void twoCoordinatorsDecideOnceAndADecisionIsTakenBack() {
        UUID referral = referred(nurse, "Katherine", "Borisav");
        assertThat(queue.read(coordinator).referrals())
                .extracting(TriageQueue.Waiting::referral)
                .contains(referral);
        triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", one -> "");
        assertThatThrownBy(() ->
                        triaging.decide(coordinator, referral, TriageOutcome.OTHER_AREA, null, "moved", one -> ""))
                .isInstanceOf(Refused.class);
        UUID first = decision(referral);
        triaging.undo(coordinator, referral, first);
        assertThatThrownBy(() -> triaging.undo(coordinator, referral, first)).isInstanceOf(Refused.class);
        triaging.decide(coordinator, referral, TriageOutcome.OTHER_AREA, null, "moved", one -> "");
        assertThat(reading.read(coordinator, referral).decisions()).hasSize(2);
        assertThatThrownBy(() -> triaging.undo(coordinator, referral, first))
                .as("a page from before the newer decision")
                .isInstanceOf(Refused.class);
        for (Viewer other : Arrays.asList(nurse, idva)) {
            assertThatThrownBy(() -> triaging.undo(other, referral, decision(referral)))
                    .isInstanceOf(Absent.class);
        }
    }

    private UUID decision(UUID referral) {
        return reading.read(coordinator, referral).decision().orElseThrow().id();
    }

    @Test
    void abuseInsideTheWindowIsARepeatAlsoWhenItIsReferredAfterIt() {
        UUID first = referred(nurse, "Katherine", "Borisav");
        backdate(first, 380);
        UUID second = referred(officer, "Katherine", "Borisav");
        assertThat(reading.read(coordinator, second).repeat()).isEmpty();
        partnership().run("update marac.referral set last_event_on = referred_on - 30 where id = ?", second);
        assertThat(reading.read(coordinator, second).repeat().orElseThrow().on())
                .isEqualTo(today.minusDays(30));
    }

    @Test
    void nobodyKnowingWhoCausesHarmIsNoOtherCase() {
        UUID first = referred(nurse, "Katherine", "Borisav");
        backdate(first, 30);
        UUID draft = drafted(nurse, "Katherine", "Borisav");
        keep(nurse, draft, "perpetrator.1", "unknown", "YES");
        UUID second = ((Referred) referring.refer(nurse, draft)).referral();
        assertThat(reading.read(coordinator, second).repeat().orElseThrow().sameHarmers())
                .isEqualTo(Repeat.SameHarmers.UNKNOWN);
    }

    @Test
    void aPoliceRecordBetweenTheSamePersonsWaitsForTheCoordinatorByItself() {
        UUID referral = referred(nurse, "Katherine", "Borisav");
        backdate(referral, 100);
        happened("Katherine", "Borisav", 3);
        happened("Katherine", "Borisav", 200);
        happened("Katherine", "Somebody", 3);
        untilAllIsTold();
        var found = queue.read(coordinator).incidents().stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
        assertThat(found).extracting(Incident::happenedOn).containsExactly(today.minusDays(3));
        assertThat(queue.read(nurse).incidents()).as("tells nobody else").isEmpty();
        UUID incident = found.getFirst().id();
        assertThatThrownBy(() -> triaging.settle(nurse, incident, Settlement.NO_ABUSE, "no"))
                .isInstanceOf(Absent.class);
        triaging.settle(coordinator, incident, Settlement.OTHER_PERSONS, "not them");
        assertThat(queue.read(coordinator).incidents()).extracting(Incident::id).doesNotContain(incident);
        assertThatThrownBy(() -> triaging.settle(coordinator, incident, Settlement.REFERRED, ""))
                .isInstanceOf(Absent.class);
    }

    /// What happened is told to the other modules by a task of its own.
    private void untilAllIsTold() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (partnership().count("""
                        select count(*) from people.news n join people.concern c on c.id = n.concern_id
                        where c.agency_id = ? and n.announced_at is null
                        """, officer.agency()) > 0) {
            assertThat(System.nanoTime()).as("it is told in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private void happened(String victim, String harmer, int days) {
        var persons = List.of(
                GivenPerson.of(Standing.VICTIM, new Name(victim, family), Days.typed(born)),
                GivenPerson.of(
                        Standing.PERPETRATOR, new Name(harmer, family + "er"), Days.typed(born.minusDays(1000))));
        receiving.receive(
                officer,
                new Given(
                        Source.POLICE_EXTRACT,
                        persons,
                        List.of(),
                        new GivenConcern(null, today.minusDays(days), "Invented", "Invented: a call.")));
    }

    @Test
    void emojiAndNamesFromRightToLeftAndLongWordsArriveAsTheyWere() {
        UUID draft = drafted(nurse, "كاثرين 😀", "Borisav");
        String longWords = "ß€".repeat(5000);
        keep(nurse, draft, "wants", "wants", longWords);
        UUID referral = ((Referred) referring.refer(nurse, draft)).referral();
        Referral read = reading.read(coordinator, referral);
        assertThat(read.persons().getFirst().record().name().given()).isEqualTo("كاثرين 😀");
        assertThat(read.about(Topic.WANTS).orElseThrow().words()).isEqualTo(longWords);
    }
}
