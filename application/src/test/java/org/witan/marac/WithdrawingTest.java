package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Withdrawal.Outcome;
import org.witan.marac.Withdrawal.Reason;
import org.witan.marac.protection.LinkingSchemes;
import org.witan.marac.protection.SchemeLink;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.site.Days;

/// A referral is withdrawn when the coordinator agrees, and never by itself: nothing leaves triage or an agenda
/// unseen, and nothing is lost.
class WithdrawingTest extends AConference {
    private static final int ROUNDS = 8;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Researching researching;

    @Autowired
    private TriageQueue queue;

    @Autowired
    private LinkingSchemes linking;

    @Autowired
    private Receiving receiving;

    private static final Withdrawing.ReasonWords WORDS = reason -> "Kind: " + reason;
    private UUID referral;

    @BeforeEach
    void aReferral() {
        referral = referred("Borisav", 2);
    }

    private UUID asked(UUID which, Reason reason) {
        UUID id = UUID.randomUUID();
        withdrawing.ask(nurse, id, which, reason, "Invented: she asked us to");
        return id;
    }

    private boolean waitsInTriage() {
        return queue.read(coordinator).referrals().stream()
                .anyMatch(one -> one.referral().equals(referral));
    }

    private Referral read(Viewer viewer) {
        return reading.read(viewer, referral);
    }

    @Test
    void askingChangesNothingUntilTheCoordinatorAgrees() {
        UUID withdrawal = asked(referral, Reason.VICTIM_ASKS);
        assertThat(waitsInTriage()).isTrue();
        assertThat(withdrawing.list(coordinator)).extracting(Withdrawal::id).contains(withdrawal);
        assertThat(read(nurse).withdrawals()).singleElement().matches(Withdrawal::waits);
        withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS);
        assertThat(waitsInTriage()).isFalse();
        assertThat(read(nurse).decision()).hasValueSatisfying(one -> {
            assertThat(one.outcome()).isEqualTo(TriageOutcome.WITHDRAWN);
            assertThat(one.reason()).isEqualTo("Kind: VICTIM_ASKS");
        });
        assertThat(read(nurse).persons()).as("it stays readable").isNotEmpty();
    }

    @Test
    void onAnAgendaItIsTakenOffWithItsReasonAndResearchIsNoLongerNeeded() {
        UUID meeting = listed(referral, -5);
        researching.nothing(police, meeting, referral);
        UUID withdrawal = asked(referral, Reason.RISK_CHANGED);
        assertThat(onAgenda(meeting)).as("asking takes nothing off").isEqualTo(1);
        assertThat(withdrawing.open(coordinator, withdrawal).listed()).isTrue();
        withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS);
        assertThat(onAgenda(meeting)).isZero();
        assertThat(partnership()
                        .asked(
                                "select words from meeting.item_event where record_id = ? and what = 'TAKEN_OFF'",
                                referral))
                .containsExactly("Kind: RISK_CHANGED");
        for (Viewer agency : List.of(police, housing)) {
            assertThat(researching.noLongerNeeded(agency))
                    .extracting(Researching.NoLonger::referral)
                    .contains(referral);
            assertThat(researching.list(agency))
                    .extracting(Researching.Asked::referral)
                    .doesNotContain(referral);
        }
        assertThat(partnership().count("select count(*) from marac.research where record_id = ?", referral))
                .as("what was answered stays")
                .isEqualTo(1);
    }

    private long onAgenda(UUID meeting) {
        return partnership()
                .count(
                        "select count(*) from meeting.item where meeting_id = ? and record_id = ? and off_at is null",
                        meeting,
                        referral);
    }

    @Test
    void theCoordinatorKeepsACaseAndSaysWhy() {
        UUID meeting = listed(referral, -5);
        UUID withdrawal = asked(referral, Reason.VICTIM_ASKS);
        withdrawing.decide(coordinator, withdrawal, Outcome.KEPT, "Invented: the risk is high", WORDS);
        assertThat(onAgenda(meeting)).isEqualTo(1);
        assertThat(read(nurse).withdrawals()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.KEPT);
            assertThat(one.answer()).isEqualTo("Invented: the risk is high");
        });
        assertThatThrownBy(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                .as("of a stale tab")
                .isInstanceOf(Refused.class);
        assertThat(read(nurse).canBeWithdrawn()).as("it may be asked again").isTrue();
    }

    @Test
    void onlyTheAgencyThatReferredAsksAndOnlyACoordinatorDecides() {
        listed(referral, -5);
        Viewer colleague = partnership().viewer(nurse.agency(), Role.REFERRER, Purpose.MARAC);
        for (Viewer one : List.of(police, housing, coordinator, colleague)) {
            assertThatThrownBy(() -> withdrawing.ask(one, UUID.randomUUID(), referral, Reason.OTHER, "no"))
                    .isInstanceOf(Absent.class);
            assertThat(one.equals(colleague) || !read(one).canBeWithdrawn()).isTrue();
        }
        UUID withdrawal = asked(referral, Reason.OTHER);
        for (Viewer one : List.of(nurse, police, housing)) {
            assertThatThrownBy(() -> withdrawing.decide(one, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                    .isInstanceOf(Absent.class);
        }
    }

    @Test
    void sentTwiceItIsAskedOnceAndTwoAsksAreOne() {
        UUID id = UUID.randomUUID();
        withdrawing.ask(nurse, id, referral, Reason.OTHER, "Invented");
        withdrawing.ask(nurse, id, referral, Reason.OTHER, "Invented");
        assertThatThrownBy(() -> asked(referral, Reason.SENT_TWICE)).isInstanceOf(Refused.class);
        assertThat(partnership().count("select count(*) from marac.withdrawal where record_id = ?", referral))
                .isEqualTo(1);
        withdrawing.decide(coordinator, id, Outcome.WITHDRAWN, "", WORDS);
        assertThatThrownBy(() -> asked(referral, Reason.OTHER))
                .as("withdrawn already")
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatWasHeardIsNotWithdrawn() {
        UUID meeting = listed(referral, 0);
        UUID withdrawal = asked(referral, Reason.OTHER);
        conferring.heard(coordinator, meeting, item(meeting, referral));
        assertThatThrownBy(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                .as("heard while it waited")
                .isInstanceOf(Refused.class);
        withdrawing.decide(coordinator, withdrawal, Outcome.KEPT, "Invented: it was heard", WORDS);
        assertThat(read(nurse).canBeWithdrawn()).isFalse();
        assertThatThrownBy(() -> asked(referral, Reason.OTHER)).isInstanceOf(Refused.class);
    }

    @Test
    void heardAndWithdrawnAtTheSameMomentOneOfThemStands() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID one = referred("Borisav", 0);
            UUID meeting = listed(one, 0);
            UUID withdrawal = asked(one, Reason.OTHER);
            UUID item = item(meeting, one);
            var together = new CyclicBarrier(2);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var heard = both.submit(() -> {
                    together.await();
                    return stands(() -> conferring.heard(coordinator, meeting, item));
                });
                var withdrawn = both.submit(() -> {
                    together.await();
                    return stands(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS));
                });
                assertThat(List.of(heard.get(), withdrawn.get())).containsExactlyInAnyOrder(true, false);
            }
            assertThat(partnership().count("""
                            select (select count(*) from meeting.item_event where record_id = ? and what = 'HEARD')
                                 + (select count(*) from marac.triage where record_id = ? and undone_at is null
                                    and outcome = 'WITHDRAWN')
                            """, one, one)).isEqualTo(1);
        }
    }

    private static boolean stands(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refused | Absent _) {
            return false;
        }
    }

    @Test
    void aRepeatIsHeardUnlessItIsNone() {
        UUID again = referred("Borisav", 0);
        UUID withdrawal = asked(again, Reason.VICTIM_ASKS);
        assertThat(withdrawing.open(coordinator, withdrawal).repeat()).isTrue();
        assertThatThrownBy(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                .isInstanceOf(Refused.class);
        withdrawing.decide(coordinator, withdrawal, Outcome.KEPT, "Invented: a repeat is heard", WORDS);
        UUID twin = asked(again, Reason.SENT_TWICE);
        withdrawing.decide(coordinator, twin, Outcome.WITHDRAWN, "", WORDS);
        assertThat(reading.read(nurse, again).decision().orElseThrow().outcome())
                .isEqualTo(TriageOutcome.WITHDRAWN);
    }

    @Test
    void theWindowCountsAWithdrawnReferralButNotOneAboutTheWrongPerson() {
        withdrawing.decide(coordinator, asked(referral, Reason.VICTIM_ASKS), Outcome.WITHDRAWN, "", WORDS);
        abused();
        assertThat(incidents()).isEqualTo(1);
        assertThat(reading.read(coordinator, referred("Borisav", 0)).repeat()).isPresent();
    }

    @Test
    void ofTheWrongPersonNothingCounts() {
        UUID withdrawal = asked(referral, Reason.WRONG_PERSON);
        withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS);
        abused();
        assertThat(incidents()).isZero();
        UUID later = referred("Borisav", 0);
        assertThat(reading.read(coordinator, later).repeat()).isEmpty();
        // Taken up again, it counts again.
        triaging.undo(
                coordinator,
                referral,
                read(coordinator).decision().orElseThrow().id());
        assertThat(waitsInTriage()).isTrue();
        assertThat(reading.read(coordinator, later).repeat()).isPresent();
    }

    @Test
    void whyIsReadByTheCoordinatorAndTheAgencyThatAsksAlone() {
        listed(referral, -5);
        asked(referral, Reason.VICTIM_ASKS);
        assertThat(read(nurse).withdrawals()).hasSize(1);
        assertThat(read(coordinator).withdrawals()).hasSize(1);
        assertThat(read(police).withdrawals()).isEmpty();
        assertThat(read(housing).withdrawals()).isEmpty();
    }

    @Test
    void whatWasNotSentTwiceIsNotWithdrawnAsThat() {
        UUID withdrawal = asked(referral, Reason.SENT_TWICE);
        assertThat(withdrawing.open(coordinator, withdrawal).twin()).isFalse();
        assertThatThrownBy(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                .as("there is no other")
                .isInstanceOf(Refused.class);
        referred("Fox", 1);
        referred("Borisav", 60);
        assertThatThrownBy(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                .as("one with somebody else, and one of long ago")
                .isInstanceOf(Refused.class);
        UUID twin = referred("Borisav", 0);
        triaging.decide(coordinator, twin, TriageOutcome.OTHER_AREA, null, "Invented", _ -> "invented");
        assertThatThrownBy(() -> withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS))
                .as("one that was turned away")
                .isInstanceOf(Refused.class);
        referred("Borisav", 1);
        withdrawing.decide(coordinator, withdrawal, Outcome.WITHDRAWN, "", WORDS);
        assertThat(read(coordinator).decision().orElseThrow().outcome()).isEqualTo(TriageOutcome.WITHDRAWN);
    }

    @Test
    void ofTwoTwinsTheOneThatStandsCounts() {
        UUID twin = referred("Borisav", 0);
        assertThat(reading.read(coordinator, twin).repeat()).isPresent();
        UUID link = UUID.randomUUID();
        linking.add(
                coordinator,
                link,
                referral,
                new SchemeLink.Told("MAPPA", "M-17", null, null, today, null, "Invented Probation", ""));
        withdrawing.decide(coordinator, asked(referral, Reason.SENT_TWICE), Outcome.WITHDRAWN, "", WORDS);
        assertThat(reading.read(coordinator, twin).repeat()).isEmpty();
        assertThat(reading.read(coordinator, twin).links())
                .as("what was written down with the other stands")
                .extracting(SchemeLink::id)
                .containsExactly(link);
        UUID other = asked(twin, Reason.SENT_TWICE);
        assertThatThrownBy(() -> withdrawing.decide(coordinator, other, Outcome.WITHDRAWN, "", WORDS))
                .as("its twin is withdrawn")
                .isInstanceOf(Refused.class);
        abused();
        assertThat(incidents()).isZero();
        assertThat(partnership().count("select count(*) from marac.incident where record_id = ?", twin))
                .isEqualTo(1);
    }

    @Test
    void askedAgainWithOtherWordsItIsNotDroppedUnseen() {
        UUID id = UUID.randomUUID();
        withdrawing.ask(nurse, id, referral, Reason.OTHER, "Invented");
        assertThatThrownBy(() -> withdrawing.ask(nurse, id, referral, Reason.OTHER, "Invented: something else"))
                .isInstanceOf(Refused.class)
                .hasMessage("marac.refused.sent-before");
    }

    private void abused() {
        receiving.receive(
                police,
                Given.of(
                                Source.AGENCY_FORM,
                                GivenPerson.of(Standing.VICTIM, new Name("Katherine", family), Days.typed(born)),
                                GivenPerson.of(
                                        Standing.PERPETRATOR,
                                        new Name("Borisav", "borisav" + family),
                                        Days.typed(born.minusDays(1000))))
                        .with(new GivenConcern(null, today, "", "Invented: he came again")));
        partnership()
                .asked("select marac.find_incident(id)::text from people.concern order by received_at desc limit 1");
    }

    private long incidents() {
        return partnership().count("select count(*) from marac.incident where record_id = ?", referral);
    }

    @Test
    void whatTheCodeKnowsIsWhatTheDatabaseKnows() {
        assertThat(partnership().asked("select code from marac.withdrawal_reason order by place"))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Enum::name).toList());
        assertThat(partnership().asked("select code from marac.withdrawal_reason where of_repeat order by place"))
                .containsExactlyElementsOf(Arrays.stream(Reason.values())
                        .filter(Reason::isOfRepeat)
                        .map(Enum::name)
                        .toList());
    }
}
