package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.witan.meeting.Deadlines.What;
import org.witan.shared.WorkingDays;

/// The dates of a meeting, and whether those are there without whom it is not complete.
class DeadlinesTest {
    private static final LocalDate MEETING = LocalDate.of(2026, 4, 9);

    @Test
    void datesAreCountedInWorkingDaysAcrossEaster() {
        var dates = Deadlines.of(MEETING, settings(), WorkingDays.ofEngland());
        assertThat(dates.day(What.CUT_OFF)).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(dates.day(What.LIST_OUT)).isEqualTo(LocalDate.of(2026, 3, 26));
        assertThat(dates.day(What.RESEARCH_DUE)).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(dates.day(What.MEETING)).isEqualTo(MEETING);
        assertThat(dates.day(What.MINUTES_DUE)).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(dates.all()).extracting(Deadlines.Deadline::what).containsExactlyInAnyOrder(What.values());
    }

    @Test
    void aDayThatThePartnershipTakesOffMovesThem() {
        var days = WorkingDays.ofEnglandWith(Map.of(LocalDate.of(2026, 4, 8), true));
        assertThat(Deadlines.of(MEETING, settings(), days).day(What.RESEARCH_DUE))
                .isEqualTo(LocalDate.of(2026, 4, 2));
    }

    @Test
    void theQuorumNamesWhoIsMissingAndAnObserverSpeaksForNobody() {
        var members =
                List.of(member(1, "Invented police", true), member(2, "Invented IDVAs", true), member(3, "X", false));
        var there = List.of(came(1, Came.PRESENT, Capacity.DEPUTY), came(2, Came.PRESENT, Capacity.OBSERVER));
        Quorum quorum = Quorum.of(members, there);
        assertThat(quorum.complete()).isFalse();
        assertThat(quorum.missing()).containsExactly("Invented IDVAs");
        var all = List.of(there.getFirst(), came(2, Came.PRESENT, Capacity.REPRESENTATIVE));
        assertThat(Quorum.of(members, all).complete()).isTrue();
        assertThat(Quorum.of(members, List.of(came(1, Came.APOLOGIES, Capacity.REPRESENTATIVE)))
                        .missing())
                .containsExactly("Invented police", "Invented IDVAs");
    }

    private static Settings settings() {
        var values = Map.of(
                Setting.CUT_OFF_DAYS,
                9,
                Setting.LIST_OUT_DAYS,
                8,
                Setting.RESEARCH_DUE_DAYS,
                2,
                Setting.CHASE_DAYS,
                5,
                Setting.MINUTES_DUE_DAYS,
                3);
        return new Settings(Arrays.stream(Setting.values())
                .map(one -> new Settings.Line(one, "", "", values.getOrDefault(one, 1), 0, 99, "", null))
                .toList());
    }

    private static Member member(int id, String name, boolean core) {
        return new Member(new UUID(0, id), new UUID(9, id), name, core, 0, false);
    }

    private static Attendance came(int agency, Came came, Capacity capacity) {
        return new Attendance(
                new UUID(5, agency),
                new UUID(9, agency),
                "",
                null,
                "Invented Person",
                capacity,
                came,
                null,
                null,
                null,
                java.time.Instant.EPOCH,
                "");
    }
}
