package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnoxTestTest {
    private static final KnoxBands DAYS = new KnoxBands(KnoxBands.USUAL_DISTANCES, List.of(7, 14, 28));

    /// Every event asks every other, anew for each permutation.
    private static long[] slowly(List<Event> events, int[] times, KnoxBands bands) {
        int width = bands.times().size();
        var counts = new long[bands.distanceBands() * width];
        for (int i = 0; i < events.size(); i++) {
            for (int j = 0; j < i; j++) {
                double metres = Math.hypot(
                        events.get(i).point().east() - events.get(j).point().east(),
                        events.get(i).point().north() - events.get(j).point().north());
                int apart = Math.abs(times[i] - times[j]);
                for (int d = 0; d < bands.distanceBands(); d++) {
                    for (int t = 0; t < width; t++) {
                        boolean near = d == 0
                                ? metres == 0
                                : metres > (d == 1 ? 0 : bands.distances().get(d - 2))
                                        && metres <= bands.distances().get(d - 1);
                        boolean soon = apart <= bands.times().get(t)
                                && (t == 0 || apart > bands.times().get(t - 1));
                        counts[d * width + t] += near && soon ? 1 : 0;
                    }
                }
            }
        }
        return counts;
    }

    private static NearRepeats tested(List<Event> events, int permutations, long seed) {
        return Invented.found(new KnoxTest(DAYS, "day").run(events, permutations, seed));
    }

    @Test
    void everyFigureIsThatOfThePlainReckoning() {
        var events = Invented.events(250, 2_500, 120, 5).stream()
                .sorted(Event.ANY_FIXED_ORDER)
                .toList();
        var times = events.stream().mapToInt(Event::time).toArray();
        var observed = slowly(events, times, DAYS);
        var sum = new long[observed.length];
        var asMany = new long[observed.length];
        for (int number = 0; number < 49; number++) {
            var dealt = slowly(events, KnoxTest.shuffled(times, 8, number), DAYS);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += dealt[i];
                asMany[i] += dealt[i] >= observed[i] ? 1 : 0;
            }
        }
        var cells = tested(events, 49, 8).cells();
        assertThat(cells).hasSameSizeAs(observed);
        assertThat(observed[0]).as("some pairs share a point").isPositive();
        for (int i = 0; i < observed.length; i++) {
            assertThat(cells.get(i).observed()).isEqualTo(observed[i]);
            assertThat(cells.get(i).expected()).isEqualTo(sum[i] / 49.0);
            assertThat(cells.get(i).p()).isEqualTo((1 + asMany[i]) / 50.0);
        }
    }

    @Test
    void aDealingKeepsEveryTimeAndEachIsAnother() {
        var times = Invented.events(100, 100, 1_000, 1).stream()
                .mapToInt(Event::time)
                .toArray();
        var first = KnoxTest.shuffled(times, 1, 0);
        assertThat(first).containsExactlyInAnyOrder(times).isNotEqualTo(times);
        assertThat(KnoxTest.shuffled(times, 1, 0)).isEqualTo(first);
        assertThat(KnoxTest.shuffled(times, 1, 1)).isNotEqualTo(first);
        assertThat(KnoxTest.shuffled(times, 2, 0)).isNotEqualTo(first);
    }

    @Test
    void neitherTheOrderOfTheEventsNorTheNumberOfThreadsChangesAnything() {
        var events = new ArrayList<>(Invented.events(600, 4_000, 200, 21));
        var before = tested(events, 99, 3);
        for (int threads : new int[] {1, 2, 5}) {
            Collections.shuffle(events, new Random(threads));
            assertThat(Invented.found(new KnoxTest(DAYS, "day", threads).run(events, 99, 3)))
                    .isEqualTo(before);
        }
        assertThat(tested(events, 99, 4)).isNotEqualTo(before);
    }

    @Test
    void whereTimeAndPlaceHaveNothingToDoWithEachOtherTheRatiosAreNearOne() {
        var repeats = tested(Invented.events(3_000, 3_000, 365, 77), 199, 1);
        assertThat(repeats.cells()).allSatisfy(cell -> {
            assertThat(cell.ratio()).isNotNull().isCloseTo(1.0, within(4 / Math.sqrt(cell.expected())));
            assertThat(cell.expected()).isGreaterThan(20);
            assertThat(cell.p()).isBetween(0.005, 1.0);
        });
        assertThat(repeats.cells().stream().filter(cell -> cell.p() < 0.01).count())
                .isLessThan(3);
    }

    @Test
    void injectedNearRepeatsAreFoundWhereTheyAreAndNotElsewhere() {
        var events = new ArrayList<>(Invented.events(1_500, 8_000, 365, 31));
        var random = new Random(32);
        for (var event : List.copyOf(events.subList(0, 150))) {
            events.add(new Event(
                    new Point(event.point().east() + 50, event.point().north() + 30),
                    event.time() + random.nextInt(6)));
        }
        var cells = tested(events, 199, 1).cells();
        var near = cells.get(3);
        assertThat(near.distance()).isEqualTo("over 0 to 100 m");
        assertThat(near.time()).isEqualTo("0 to 7 days");
        assertThat(near.ratio()).isNotNull().isGreaterThan(3);
        assertThat(near.p()).isEqualTo(0.005);
        assertThat(cells.get(5).p()).isGreaterThan(0.05);
    }

    @Test
    void repeatsOnOneMapPointHaveABandOfTheirOwn() {
        var events = new ArrayList<>(Invented.events(500, 20_000, 365, 41));
        var point = events.getFirst().point();
        for (int day = 0; day < 30; day++) {
            events.add(new Event(point, 100 + day % 5));
        }
        var cells = tested(events, 99, 1).cells();
        assertThat(cells.getFirst().samePoint()).isTrue();
        assertThat(cells.getFirst().distance()).isEqualTo("same map point");
        assertThat(cells.getFirst().p()).isEqualTo(0.01);
        assertThat(cells.stream().filter(NearRepeats.Cell::samePoint)).hasSize(3);
    }

    @Test
    void whatCannotBeTestedIsRefusedInWords() {
        var events = Invented.events(50, 500, 100, 1);
        var test = new KnoxTest(DAYS, "day");
        var point = events.getFirst().point();
        assertThat(Invented.refusal(test.run(List.of(), 99, 1))).isEqualTo("too-few-events");
        assertThat(Invented.refusal(test.run(events.subList(0, 1), 99, 1))).isEqualTo("too-few-events");
        assertThat(Invented.refusal(test.run(
                        events.stream()
                                .map(event -> new Event(point, event.time()))
                                .toList(),
                        99,
                        1)))
                .isEqualTo("one-place");
        assertThat(Invented.refusal(test.run(
                        events.stream()
                                .map(event -> new Event(event.point(), 3))
                                .toList(),
                        99,
                        1)))
                .isEqualTo("one-time");
        var far = new ArrayList<Event>();
        for (int i = 0; i < 20; i++) {
            far.add(new Event(new Point(300_000 + i * 1_000.0, 300_000), i));
        }
        assertThat(Invented.refusal(test.run(far, 99, 1))).isEqualTo("no-close-pairs");
        assertThat(Invented.refusal(test.run(events, 3, 1))).isEqualTo("bands");
        for (var bands : List.of(
                new KnoxBands(List.of(), List.of(7)),
                new KnoxBands(List.of(100.0), List.of()),
                new KnoxBands(List.of(200.0, 100.0), List.of(7)),
                new KnoxBands(List.of(0.0), List.of(7)),
                new KnoxBands(List.of(Double.NaN), List.of(7)),
                new KnoxBands(List.of(100.0), List.of(7, 7)))) {
            assertThat(Invented.refusal(new KnoxTest(bands, "day").run(events, 99, 1)))
                    .isEqualTo("bands");
        }
    }
}
