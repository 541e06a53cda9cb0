package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Calendars;
import org.witan.meeting.Mark;
import org.witan.meeting.Meeting;

/// An emergency meeting is held for one case with the core agencies, and the next ordinary one is told.
class EmergencyTest extends AConference {
    private static final Caller NOBODY = new Caller(null, Origin.job("calendar"));

    @Autowired
    private ReadingMinutes minutes;

    @Autowired
    private Emergencies emergencies;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Following following;

    @Autowired
    private Flagging flagging;

    @Autowired
    private MeasuringPerformance measuring;

    private UUID decided() {
        UUID referral = referred("Borisav", 0);
        triaging.decide(coordinator, referral, TriageOutcome.EMERGENCY, Ground.PROFESSIONAL_JUDGEMENT, "", _ -> "why");
        return referral;
    }

    @Test
    void itIsHeldWithTheCoreAgenciesAloneAndTheNextMeetingIsTold() {
        UUID referral = decided();
        var calling = emergencies.calling(coordinator, referral);
        Instant decision =
                reading.read(coordinator, referral).decision().orElseThrow().at();
        assertThat(calling.byWhen()).isEqualTo(decision.plus(Duration.ofDays(3)));
        assertThat(calling.boards())
                .filteredOn(one -> one.board().equals(board))
                .singleElement()
                .satisfies(one -> assertThat(one.agencies()).hasSize(2));
        UUID meeting = UUID.randomUUID();
        Instant at = Instant.now().plusSeconds(7200);
        emergencies.call(coordinator, meeting, referral, board, at, "Invented Hall");
        emergencies.call(coordinator, meeting, referral, board, at, "Invented Hall");
        assertThat(reading.read(police, referral).persons()).as("a core agency").hasSize(3);
        assertThatThrownBy(() -> reading.read(housing, referral)).as("not core").isInstanceOf(Absent.class);
        assertThat(scheduling.coming(police)).extracting(Meeting::id).contains(meeting);
        assertThat(scheduling.coming(housing)).extracting(Meeting::id).doesNotContain(meeting);
        assertThatThrownBy(() -> scheduling.open(housing, meeting)).isInstanceOf(Absent.class);
        assertThat(inCalendarOf(police)).contains(meeting);
        assertThat(inCalendarOf(housing)).doesNotContain(meeting);
        assertThat(partnership().asked("select mark from meeting.item_mark where item_id = ?", item(meeting, referral)))
                .containsExactly(Mark.EMERGENCY.name());
        conferring.heard(coordinator, meeting, item(meeting, referral));
        UUID next = meeting(-9);
        var told = conferring.coming(coordinator).stream()
                .filter(one -> one.meeting().id().equals(next))
                .findFirst()
                .orElseThrow();
        assertThat(told.emergencies()).singleElement().satisfies(one -> {
            assertThat(one.referral()).isEqualTo(referral);
            assertThat(one.heard()).isTrue();
        });
        assertThat(partnership().count("select count(*) from marac.emergency where record_id = ?", referral))
                .isEqualTo(1);
    }

    private List<UUID> inCalendarOf(Viewer viewer) {
        return calendars.read(NOBODY, calendars.make(viewer)).stream()
                .map(Calendars.Entry::meeting)
                .toList();
    }

    @Test
    void onlyWhatWasDecidedAsAnEmergencyIsCalledAndOnlyByTheCoordinator() {
        UUID referral = referred("Borisav", 0);
        assertThatThrownBy(() -> emergencies.calling(coordinator, referral)).isInstanceOf(Refused.class);
        UUID urgent = decided();
        assertThatThrownBy(() -> emergencies.call(
                        police, UUID.randomUUID(), urgent, board, Instant.now().plusSeconds(7200), ""))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aBoardWithoutCoreAgenciesCannotBeCalledAndNothingIsScheduled() {
        UUID urgent = decided();
        partnership().run("update meeting.board_agency set core = false where board_id = ?", board);
        UUID meeting = UUID.randomUUID();
        assertThatThrownBy(() -> emergencies.call(
                        coordinator, meeting, urgent, board, Instant.now().plusSeconds(7200), ""))
                .isInstanceOf(Refused.class);
        assertThat(partnership().count("select count(*) from meeting.meeting where id = ?", meeting))
                .isZero();
    }

    /// An emergency meeting that was called for the case.
    private UUID called(UUID referral, UUID where, Instant at) {
        UUID meeting = UUID.randomUUID();
        emergencies.call(coordinator, meeting, referral, where, at, "Invented Hall");
        return meeting;
    }

    @Test
    void noOtherCaseIsPutOnItsAgenda() {
        UUID meeting = called(decided(), board, Instant.now().plusSeconds(7200));
        assertThat(listing.conferences(coordinator)).extracting(Meeting::id).doesNotContain(meeting);
        UUID other = referred("Dragomir", 0);
        triaging.decide(coordinator, other, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "why");
        assertThatThrownBy(() -> listing.list(coordinator, other, meeting)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reading.read(housing, other)).isInstanceOf(Absent.class);
    }

    @Test
    void theAgencyThatRunsTheBoardIsNotCalledUnlessItIsCore() {
        UUID theirs = UUID.randomUUID();
        boards.add(coordinator, theirs, BoardKind.MARAC, "Invented MARAC " + theirs, "", police.agency());
        boards.addAgency(coordinator, theirs, housing.agency(), true);
        partnership()
                .run(
                        "update meeting.board_agency set core = false where board_id = ? and agency_id = ?",
                        theirs,
                        police.agency());
        UUID meeting = called(decided(), theirs, Instant.now().plusSeconds(7200));
        assertThat(scheduling.coming(housing)).extracting(Meeting::id).contains(meeting);
        assertThat(inCalendarOf(housing)).contains(meeting);
        assertThat(scheduling.coming(police)).extracting(Meeting::id).doesNotContain(meeting);
        assertThat(inCalendarOf(police)).doesNotContain(meeting);
        assertThat(scheduling.coming(coordinator)).extracting(Meeting::id).contains(meeting);
    }

    /// The case is opened to all agencies of the board later; that a meeting of core agencies was is not.
    @Test
    void whoeverWasNotCalledLearnsNothingOfItWhenTheCaseIsOpenedLater() {
        UUID referral = decided();
        UUID meeting = called(referral, board, Instant.now().plusSeconds(60));
        UUID item = item(meeting, referral);
        conferring.heard(coordinator, meeting, item);
        listing.list(coordinator, referral, meeting(-9));
        assertThat(reading.read(housing, referral).persons()).hasSize(3);
        assertThat(following.follow(police, meeting, item).item()).isEqualTo(item);
        assertThatThrownBy(() -> following.follow(housing, meeting, item)).isInstanceOf(Absent.class);
        assertThat(flagOf(police, referral).metOn()).isNotNull();
        assertThat(flagOf(housing, referral).metOn()).isNull();
        assertThat(flagOf(housing, referral).until())
                .isEqualTo(flagOf(police, referral).until());
    }

    private FlaggedCase flagOf(Viewer viewer, UUID referral) {
        return flagging.list(viewer, Verb.LIST).stream()
                .filter(one -> one.referral().equals(referral))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereItsCaseIsWithheldItIsStillNoOrdinaryMeeting() {
        UUID lapsed = heard("Borisav", 380, 370);
        partnership()
                .run(
                        "update marac.referral set referred_on = (access.today() - 10 - interval '12 months')::date where id = ?",
                        lapsed);
        UUID referral = referred("Dragomir", 2);
        triaging.decide(coordinator, referral, TriageOutcome.EMERGENCY, Ground.PROFESSIONAL_JUDGEMENT, "", _ -> "why");
        called(referral, board, Instant.now().minus(Duration.ofDays(3)));
        partnership()
                .run("update meeting.board_agency set from_at = from_at - interval '9 days' where board_id = ?", board);
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        referral,
                        coordinator.account(),
                        coordinator.account());
        String ofPolice = partnership()
                .asked("select name from access.agency where id = ?", police.agency())
                .getFirst();
        assertThat(measuring.read(coordinator, today.minusDays(5), today).attendance())
                .extracting(Performance.Came::agency)
                .doesNotContain(ofPolice);
        UUID next = meeting(-2);
        assertThat(minutes.lapsed(coordinator, next).cases())
                .extracting(FlaggedCase::referral)
                .as("since the ordinary meeting before, not since the emergency")
                .contains(lapsed);
    }
}
