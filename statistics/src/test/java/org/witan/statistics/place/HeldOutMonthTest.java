package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldOutMonthTest {
    private static HeldOutMonth month(int month, double share) {
        return new HeldOutMonth(month, List.of(), List.of(), 100, 300, share, 1);
    }

    /// One place where a tenth of all happens, month after month, and the rest anywhere.
    private static List<Event> concentrated(int months) {
        var random = new Random(6);
        var events = new ArrayList<Event>();
        for (int month = 0; month < months; month++) {
            for (var point : Invented.points(400, 4_000, month)) {
                events.add(new Event(random.nextInt(10) == 0 ? new Point(391_010, 321_010) : point, month));
            }
        }
        return events;
    }

    private static PredictiveAccuracy.Way way(PredictiveAccuracy accuracy, String name) {
        return accuracy.ways().stream()
                .filter(way -> way.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void countingByHandGivesTheSame() {
        var events = List.of(
                new Event(new Point(400_010, 300_010), 0),
                new Event(new Point(400_010, 300_010), 0),
                new Event(new Point(401_010, 300_010), 0),
                new Event(new Point(402_010, 300_010), 0),
                new Event(new Point(403_010, 300_010), 0),
                new Event(new Point(400_020, 300_020), 1),
                new Event(new Point(401_020, 300_020), 1),
                new Event(new Point(409_000, 300_000), 1));
        var accuracy = Invented.found(month(1, 0.5).measure(events));
        assertThat(accuracy.trained()).isEqualTo(5);
        assertThat(accuracy.tested()).isEqualTo(3);
        assertThat(accuracy.elsewhere()).isEqualTo(1);
        assertThat(accuracy.cells()).isEqualTo(4);
        assertThat(accuracy.chosen()).isEqualTo(2);
        // The first cell is chosen; the second is one of three that are equal: 1 + 1/3 of three crimes.
        var count = way(accuracy, "count");
        assertThat(count.hits()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(count.tied()).isEqualTo(3);
        assertThat(count.hitRate().value()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(count.index().value()).isCloseTo(8 / 9.0, within(1e-12));
        assertThat(way(accuracy, "at-random").hits()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aPlaceThatStaysHotIsFoldedIntoEveryWayButChance() {
        var accuracy = Invented.found(month(5, 0.02).measure(concentrated(6)));
        assertThat(way(accuracy, "count").index().low()).isGreaterThan(2);
        assertThat(way(accuracy, "kernel-density").index().low()).isGreaterThan(1.5);
        assertThat(way(accuracy, "at-random").index().value())
                .isCloseTo(1.0 - (double) accuracy.elsewhere() / accuracy.tested(), within(1e-9));
        assertThat(accuracy.ways()).allSatisfy(way -> {
            assertThat(way.hitRate().low()).isLessThanOrEqualTo(way.hitRate().value());
            assertThat(way.hitRate().high())
                    .isGreaterThanOrEqualTo(way.hitRate().value());
        });
    }

    @Test
    void theSameMonthOfTheYearBeforeIsAWayWhereItIsLoaded() {
        assertThat(Invented.found(month(5, 0.02).measure(concentrated(6))).ways())
                .extracting(PredictiveAccuracy.Way::name)
                .containsExactly("count", "kernel-density", "at-random");
        var lastYear = Collections.nCopies(20, new Point(391_010, 321_010));
        var accuracy =
                Invented.found(new HeldOutMonth(5, List.of(), lastYear, 100, 300, 0.001, 1).measure(concentrated(6)));
        assertThat(accuracy.ways())
                .extracting(PredictiveAccuracy.Way::name)
                .containsExactly("count", "kernel-density", "same-month-last-year", "at-random");
        assertThat(way(accuracy, "same-month-last-year").hits())
                .isCloseTo(way(accuracy, "count").hits(), within(1.0));
    }

    @Test
    void whatComesAfterTheHeldOutMonthIsNotLookedAt() {
        var events = concentrated(8);
        assertThat(month(5, 0.02).measure(events))
                .isEqualTo(month(5, 0.02)
                        .measure(events.stream()
                                .filter(event -> event.time() <= 5)
                                .toList()));
    }

    @Test
    void theOrderOfTheCrimesChangesNothingAndTheSeedOnlyTheLimits() {
        var events = new ArrayList<>(concentrated(6));
        var before = month(5, 0.02).measure(events);
        Collections.shuffle(events, new Random(5));
        assertThat(month(5, 0.02).measure(events)).isEqualTo(before);
        var other = Invented.found(new HeldOutMonth(5, List.of(), List.of(), 100, 300, 0.02, 2).measure(events));
        assertThat(other).isNotEqualTo(Invented.found(before));
        assertThat(way(other, "count").hits())
                .isEqualTo(way(Invented.found(before), "count").hits());
    }

    @Test
    void onPointsWithoutPatternNoWayIsBetterThanChance() {
        var events = new ArrayList<Event>();
        for (int month = 0; month < 6; month++) {
            int time = month;
            Invented.points(2_000, 3_000, 100 + month).forEach(point -> events.add(new Event(point, time)));
        }
        for (var way : Invented.found(month(5, 0.1).measure(events)).ways()) {
            assertThat(way.index().value()).as(way.name()).isBetween(0.75, 1.25);
        }
    }

    @Test
    void whatCannotBeTestedIsRefusedInWords() {
        var events = concentrated(3);
        assertThat(Invented.refusal(month(0, 0.1).measure(events))).isEqualTo("nothing-to-test");
        assertThat(Invented.refusal(month(7, 0.1).measure(events))).isEqualTo("nothing-to-test");
        assertThat(Invented.refusal(month(1, 0.1).measure(List.of()))).isEqualTo("nothing-to-test");
        assertThat(Invented.refusal(month(1, 0).measure(events))).isEqualTo("share");
        assertThat(Invented.refusal(month(1, Double.NaN).measure(events))).isEqualTo("share");
        assertThat(Invented.refusal(month(1, 1).measure(events))).isEqualTo("share");
        var one = new Point(400_010, 300_010);
        assertThat(Invented.refusal(
                        month(1, 0.1).measure(List.of(new Event(one, 0), new Event(one, 0), new Event(one, 1)))))
                .isEqualTo("too-few-cells");
    }
}
