package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Performance.Case;
import org.witan.meeting.Timing;

/// How conferences worked is measured from the records: waits, research, contact, attendance, and repeats over time.
class PerformanceTest extends AConference {
    @Autowired
    private MeasuringPerformance measuring;

    @Autowired
    private Contacting contacting;

    @Autowired
    private ClosingMinutes closing;

    @Autowired
    private Researching researching;

    @Test
    void waitsResearchAndContactAreMeasuredOfTheCasesOfThatTime() {
        Viewer idva = partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC);
        UUID referral = referred("Borisav", 3);
        triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "");
        UUID meeting = UUID.randomUUID();
        scheduling.schedule(
                coordinator, meeting, board, new Timing(Instant.now().minusSeconds(600), 180, "Invented Hall", ""));
        listing.list(coordinator, referral, meeting);
        researching.nothing(police, meeting, referral);
        contacting.write(
                idva, UUID.randomUUID(), referral, false, today, Contact.Outcome.REACHED, "Invented: wants to stay");
        conferring.heard(coordinator, meeting, item(meeting, referral));
        // The agencies took part already when it was held.
        partnership()
                .run("update meeting.board_agency set from_at = from_at - interval '1 day' where board_id = ?", board);
        Performance found = measuring.read(coordinator, today.minusDays(1), today);
        assertThat(found.cases())
                .filteredOn(one -> one.referral().equals(referral))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.waited()).isBetween(2L, 3L);
                    assertThat(one.tried()).isTrue();
                    assertThat(one.reached()).isTrue();
                    assertThat(one.repeat()).isFalse();
                    assertThat(one.next()).isNull();
                });
        // Research was due two working days before: the police answered late, and housing did not.
        assertThat(found.research()).extracting(Performance.Research::late).containsExactlyInAnyOrder(0, 1);
        assertThat(found.research()).extracting(Performance.Research::missing).containsExactlyInAnyOrder(0, 1);
        assertThat(found.attendance()).extracting(Performance.Came::came).containsOnly(0);
        assertThatThrownBy(() -> contacting.write(
                        police, UUID.randomUUID(), referral, false, today, Contact.Outcome.REACHED, "no"))
                .isInstanceOf(Absent.class);
        assertThat(contacting.open(coordinator, referral).contacts()).hasSize(1);
    }

    @Test
    void minutesAreOnTimeLateOrMissingByTheDayThatTheBoardSets() {
        UUID old = meeting(20);
        UUID fresh = meeting(1);
        Performance.Minuted before = minutes();
        closing.send(coordinator, UUID.randomUUID(), fresh);
        assertThat(minutes()).isEqualTo(new Performance.Minuted(before.onTime() + 1, before.late(), before.missing()));
        closing.send(coordinator, UUID.randomUUID(), old);
        closing.send(coordinator, UUID.randomUUID(), old);
        assertThat(minutes())
                .as("the first time counts")
                .isEqualTo(new Performance.Minuted(before.onTime() + 1, before.late() + 1, before.missing() - 1));
    }

    private Performance.Minuted minutes() {
        return measuring.read(coordinator, today.minusDays(21), today).minutes();
    }

    @Test
    void theMedianAndTheCurveAreThoseOfTheCases() {
        var cases = List.of(waited(1, 10), waited(2, null), waited(3, null), waited(40, null));
        var found = new Performance(
                today,
                today,
                today,
                1,
                cases,
                List.of(),
                List.of(),
                List.of(),
                new Performance.Minuted(0, 0, 0),
                new DataReturn(today, today, List.of(), ""));
        assertThat(found.wait(50)).isEqualTo(2);
        assertThat(found.wait(90)).isEqualTo(40);
        assertThat(found.wait(100)).isEqualTo(40);
        // All were watched for at least ten days, and one of four was referred again on the tenth.
        assertThat(found.untilRepeat().at(10).without()).isEqualTo(0.75);
        assertThat(found.untilRepeat().at(9).without()).isEqualTo(1);
    }

    private Case waited(int days, @Nullable Integer again) {
        var referred = today.minusDays(100);
        return new Case(
                UUID.randomUUID(),
                referred,
                referred.plusDays(days),
                again == null ? null : referred.plusDays(again),
                false,
                false,
                false);
    }
}
