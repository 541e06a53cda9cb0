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
import org.witan.access.Origin;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Calendars;
import org.witan.meeting.Mark;
import org.witan.meeting.Meeting;

/// An emergency meeting is held for one case with the core agencies, and the next ordinary one is told.
class EmergencyTest extends AConference {
    private static final Caller NOBODY = new Caller(null, Origin.job("calendar"));

    @Autowired
    private Emergencies emergencies;

    @Autowired
    private Calendars calendars;

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
}
