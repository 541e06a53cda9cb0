package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import org.witan.meeting.Meeting;

/// What waits for somebody stands on a list of theirs, from when it waits until it is done.
class NothingOutOfSightTest extends AConference {
    @Autowired
    private Witnessing witnessing;

    @Autowired
    private AwaitingConference accepted;

    @Autowired
    private Leading leading;

    @Autowired
    private AnsweringReturns returns;

    @Autowired
    private OwingContact owing;

    @Autowired
    private Contacting contacting;

    @Autowired
    private TriageQueue queue;

    private Viewer idva;
    private UUID referral;

    @BeforeEach
    void aReferral() {
        idva = partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC);
        referral = referred("Borisav", 2);
    }

    private <T> T witnessed(Viewer viewer, Function<Shown, T> work) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "test"), work);
    }

    private List<Unlisted> unlisted(Viewer viewer) {
        return witnessed(viewer, accepted::read).stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
    }

    private void decide(TriageOutcome outcome) {
        Ground ground = outcome.isHeard() ? Ground.ESCALATION : null;
        triaging.decide(coordinator, referral, outcome, ground, "Invented: what happened in March?", _ -> "invented");
    }

    @Test
    void whatIsAcceptedWaitsUntilItStandsOnAnAgendaAndAgainWhenItsMeetingIsCancelled() {
        assertThat(unlisted(coordinator)).as("not decided").isEmpty();
        decide(TriageOutcome.ACCEPTED);
        assertThat(unlisted(coordinator)).singleElement().satisfies(one -> {
            assertThat(one.missed()).isFalse();
            assertThat(one.byWhen()).isNull();
        });
        for (Viewer other : List.of(police, housing, nurse, idva)) {
            assertThat(unlisted(other)).isEmpty();
        }
        UUID meeting = meeting(-5);
        listing.list(coordinator, referral, meeting);
        assertThat(unlisted(coordinator)).as("listed").isEmpty();
        scheduling.cancel(coordinator, meeting, version(meeting), "Invented: snow");
        assertThat(unlisted(coordinator)).singleElement().matches(Unlisted::missed);
        assertThat(queue.read(coordinator).unlisted())
                .extracting(Unlisted::referral)
                .contains(referral);
    }

    private int version(UUID meeting) {
        return scheduling.coming(coordinator).stream()
                .filter(one -> one.id().equals(meeting))
                .map(Meeting::version)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAMeetingDidNotHearWaitsAndWhatItHeardDoesNot() {
        UUID meeting = listed(referral, 1);
        assertThat(unlisted(coordinator))
                .as("over and not heard")
                .singleElement()
                .matches(Unlisted::missed);
        conferring.heard(coordinator, meeting, item(meeting, referral));
        assertThat(unlisted(coordinator)).isEmpty();
        leading.notHeard(coordinator, meeting, item(meeting, referral), "Invented: the wrong case");
        assertThat(unlisted(coordinator)).hasSize(1);
    }

    @Test
    void anEmergencyHasItsHoursAndADecisionThatIsTakenBackWaitsForNobody() {
        decide(TriageOutcome.EMERGENCY);
        assertThat(unlisted(coordinator)).singleElement().satisfies(one -> {
            assertThat(one.byWhen()).isNotNull();
            assertThat(one.presses()).isTrue();
        });
        triaging.undo(coordinator, referral, decision());
        assertThat(unlisted(coordinator)).isEmpty();
        decide(TriageOutcome.OTHER_AREA);
        assertThat(unlisted(coordinator)).isEmpty();
    }

    private UUID decision() {
        return reading.read(coordinator, referral).decision().orElseThrow().id();
    }

    private List<TurnedAway> owed(Viewer viewer) {
        return returns.list(viewer).stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
    }

    @Test
    void whatIsReturnedWaitsForWhoReferredAndTheirAnswerBringsItBackToTriage() {
        decide(TriageOutcome.RETURNED);
        assertThat(owed(nurse))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("Invented: what happened in March?"));
        for (Viewer other : List.of(coordinator, police, idva)) {
            assertThat(owed(other)).isEmpty();
            assertThatThrownBy(() -> returns.answer(other, UUID.randomUUID(), referral, decision(), true, "x"))
                    .isInstanceOf(Absent.class);
        }
        assertThat(reading.read(nurse, referral).canBeAnswered()).isTrue();
        UUID id = UUID.randomUUID();
        UUID turned = decision();
        returns.answer(nurse, id, referral, turned, true, "Invented: he broke the door");
        returns.answer(nurse, id, referral, turned, true, "Invented: he broke the door");
        assertThat(owed(nurse)).isEmpty();
        assertThat(queue.read(coordinator).referrals())
                .extracting(TriageQueue.Waiting::referral)
                .contains(referral);
        assertThat(reading.read(coordinator, referral).answers())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.again()).isTrue();
                    assertThat(one.words()).isEqualTo("Invented: he broke the door");
                });
        assertThatThrownBy(() -> returns.answer(nurse, UUID.randomUUID(), referral, turned, true, "another"))
                .as("from a stale tab")
                .isInstanceOf(Refused.class);
        decide(TriageOutcome.ACCEPTED);
        assertThat(unlisted(coordinator)).hasSize(1);
    }

    @Test
    void anAgencyLeavesItAtThatAndTheDecisionStands() {
        decide(TriageOutcome.OTHER_AREA);
        returns.answer(nurse, UUID.randomUUID(), referral, decision(), false, "");
        assertThat(owed(nurse)).isEmpty();
        assertThat(reading.read(coordinator, referral).decision())
                .hasValueSatisfying(one -> assertThat(one.outcome()).isEqualTo(TriageOutcome.OTHER_AREA));
        assertThat(queue.read(coordinator).referrals())
                .extracting(TriageQueue.Waiting::referral)
                .doesNotContain(referral);
        Viewer speaks = partnership().viewer(nurse.agency(), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThatThrownBy(() -> returns.answer(speaks, UUID.randomUUID(), referral, decision(), true, "more"))
                .isInstanceOf(Refused.class);
    }

    private List<OwedContact> owedContact(Viewer viewer) {
        return owing.list(viewer).stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
    }

    @Test
    void anIdvaHasWhomNobodyTriedToReachAndThenWhomNobodyTold() {
        assertThat(owedContact(idva)).singleElement().satisfies(one -> {
            assertThat(one.after()).isFalse();
            assertThat(one.conference()).isNull();
            assertThat(one.since()).isEqualTo(today.minusDays(2));
        });
        for (Viewer other : List.of(coordinator, police, nurse)) {
            assertThat(owedContact(other)).isEmpty();
        }
        UUID meeting = listed(referral, 0);
        assertThat(owedContact(idva))
                .singleElement()
                .satisfies(one -> assertThat(one.conference()).isEqualTo(today));
        contacting.write(
                idva, UUID.randomUUID(), referral, false, today, Contact.Outcome.NOT_SAFE, "Invented: he was there");
        assertThat(owedContact(idva)).as("a try counts").isEmpty();
        conferring.heard(coordinator, meeting, item(meeting, referral));
        assertThat(owedContact(idva)).singleElement().matches(OwedContact::after);
        contacting.write(idva, UUID.randomUUID(), referral, true, today, Contact.Outcome.REACHED, "");
        assertThat(owedContact(idva)).isEmpty();
    }

    @Test
    void whatIsNotTakenNeedsNoContactForTheConference() {
        decide(TriageOutcome.CHILDRENS_ROUTE);
        assertThat(owedContact(idva)).isEmpty();
    }
}
