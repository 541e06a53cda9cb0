package org.witan.access.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What counts as unusual, by numbers alone.
class UnusualRuleTest {
    private static final UnusualRule.Limits LIMITS = new UnusualRule.Limits(20, 3, 5);
    private static final List<UUID> NONE = List.of();

    @Test
    void manyIsFarAboveTheOwnUsualDayAndAboveOthers() {
        assertThat(found(volume(70, 20, 20))).containsExactly(UnusualRule.VOLUME);
        assertThat(found(volume(60, 20, 20)))
                .as("three times is not more than three times")
                .isEmpty();
        assertThat(found(volume(70, 30, 20))).as("usual for the person").isEmpty();
        assertThat(found(volume(70, 20, 30))).as("everybody had a busy day").isEmpty();
        assertThat(found(volume(19, 0, 0))).as("few are never many").isEmpty();
        assertThat(found(volume(20, 0, 0))).as("a first day with many").containsExactly(UnusualRule.VOLUME);
    }

    @Test
    void slipsAreNoSearch() {
        assertThat(found(turnedAway(4))).isEmpty();
        assertThat(found(turnedAway(5))).containsExactly(UnusualRule.TURNED_AWAY);
    }

    @Test
    void oneRowIsEnoughForTheOtherRules() {
        var one = List.of(UUID.randomUUID());
        var day = new DayOfAccess(UUID.randomUUID(), UUID.randomUUID(), 1, 1, 1, one, one, one, one, one, NONE, one);
        assertThat(found(day))
                .containsExactly(
                        UnusualRule.HOURS,
                        UnusualRule.OWN_NAME,
                        UnusualRule.OWN_POSTCODE,
                        UnusualRule.NO_TASK,
                        UnusualRule.GLASS);
        assertThat(UnusualRule.GLASS.counted(day, LIMITS)).isEqualTo(1);
        assertThat(found(day)).as("the same day gives the same answer").isEqualTo(found(day));
    }

    private static List<UnusualRule> found(DayOfAccess day) {
        return Stream.of(UnusualRule.values())
                .filter(rule -> !rule.rows(day, LIMITS).isEmpty())
                .toList();
    }

    private static DayOfAccess volume(int opened, int usual, int peers) {
        var rows = List.of(UUID.randomUUID());
        return new DayOfAccess(
                UUID.randomUUID(), UUID.randomUUID(), opened, usual, peers, rows, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    private static DayOfAccess turnedAway(int times) {
        var rows = Stream.generate(UUID::randomUUID).limit(times).toList();
        return new DayOfAccess(UUID.randomUUID(), UUID.randomUUID(), 0, 0, 0, NONE, NONE, NONE, NONE, NONE, rows, NONE);
    }
}
