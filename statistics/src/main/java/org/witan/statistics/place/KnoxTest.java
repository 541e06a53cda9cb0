package org.witan.statistics.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The Knox test for near repeats: pairs close in space are counted by the time between them, and again after
/// the times have been dealt out anew among the events, 999 times as a rule.
///
/// Each dealing has a random sequence of its own, made from the seed and its number, so the answer does not hang
/// on how many threads take part; events are put into a fixed order first, so it does not hang on theirs either.
/// After Knox (1964) and, for the permutations, Besag and Diggle (1977), as used by Johnson and others (2007).
public final class KnoxTest {
    public static final int USUAL_PERMUTATIONS = 999;

    private static final int FEWEST_EVENTS = 10;
    private static final int LONGEST_TIME = 100_000;
    private static final long MOST_PAIRS = 30_000_000;
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private final KnoxBands bands;
    private final String unit;
    private final int threads;

    /// @param unit what the events' times and the bands' are counted in, in the singular: `day`
    public KnoxTest(KnoxBands bands, String unit) {
        this(bands, unit, 2);
    }

    KnoxTest(KnoxBands bands, String unit, int threads) {
        this.bands = bands;
        this.unit = unit;
        this.threads = threads;
    }

    /// Runs the test.
    public Outcome<NearRepeats> run(List<Event> events, int permutations, long seed) {
        var refused = objection(events, permutations);
        if (refused != null) {
            return refused;
        }
        var sorted = events.stream().sorted(Event.ANY_FIXED_ORDER).toList();
        var pairs = ClosePairs.among(sorted, bands, MOST_PAIRS);
        if (pairs.number() > MOST_PAIRS) {
            return new Outcome.Refused<>(
                    "too-many-pairs",
                    "More than %,d pairs of events lie within %.0f m: take shorter distances, fewer months or a smaller area."
                            .formatted(MOST_PAIRS, bands.farthest()));
        }
        if (pairs.number() == 0) {
            return new Outcome.Refused<>(
                    "no-close-pairs",
                    "No two events lie within %.0f m of each other, so nothing can be said of near repeats."
                            .formatted(bands.farthest()));
        }
        return new Outcome.Found<>(tested(sorted, pairs, permutations, seed));
    }

    private Outcome.@Nullable Refused<NearRepeats> objection(List<Event> events, int permutations) {
        var objection = bands.objection();
        if (objection.isPresent()) {
            return new Outcome.Refused<>("bands", objection.get());
        }
        if (bands.times().getLast() > LONGEST_TIME || permutations < 19 || permutations > 99_999) {
            return new Outcome.Refused<>(
                    "bands", "Permutations must be 19 to 99,999 and the last band of time at most 100,000.");
        }
        if (events.size() < FEWEST_EVENTS) {
            return new Outcome.Refused<>(
                    "too-few-events",
                    "There are %d events; below %d chance alone makes any pattern."
                            .formatted(events.size(), FEWEST_EVENTS));
        }
        if (events.stream().map(Event::point).distinct().count() == 1) {
            return new Outcome.Refused<>(
                    "one-place", "All events lie on one point, so near and far cannot be told apart.");
        }
        if (events.stream().map(Event::time).distinct().count() == 1) {
            return new Outcome.Refused<>(
                    "one-time", "All events have the same time, so soon and late cannot be told apart.");
        }
        return null;
    }

    private NearRepeats tested(List<Event> events, ClosePairs pairs, int permutations, long seed) {
        var times = events.stream().mapToInt(Event::time).toArray();
        var timeBands = bands.timeBandByDifference();
        int width = bands.times().size();
        var observed = pairs.counted(times, timeBands, width);
        var tally = new Tally(observed);
        for (var part : dealt(pairs, times, timeBands, permutations, seed, observed)) {
            tally.add(part);
        }
        return new NearRepeats(events.size(), pairs.number(), permutations, seed, cells(tally, permutations));
    }

    /// Every thread deals every so-many-th permutation and keeps sums of whole numbers, which add up the same in
    /// any order.
    private List<Tally> dealt(
            ClosePairs pairs, int[] times, int[] timeBands, int permutations, long seed, long[] observed) {
        var work = new ArrayList<Callable<Tally>>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            work.add(() -> {
                var tally = new Tally(observed);
                for (int number = first; number < permutations; number += threads) {
                    tally.count(pairs.counted(
                            shuffled(times, seed, number),
                            timeBands,
                            bands.times().size()));
                }
                return tally;
            });
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Tally>();
            for (var part : pool.invokeAll(work)) {
                parts.add(part.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A permutation failed", e);
        }
    }

    static int[] shuffled(int[] times, long seed, int number) {
        var random = new SplittableRandom(seed * STEP + number);
        var dealt = times.clone();
        for (int i = dealt.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = dealt[i];
            dealt[i] = dealt[j];
            dealt[j] = kept;
        }
        return dealt;
    }

    private List<NearRepeats.Cell> cells(Tally tally, int permutations) {
        var cells = new ArrayList<NearRepeats.Cell>();
        int width = bands.times().size();
        for (int i = 0; i < tally.observed.length; i++) {
            double expected = (double) tally.sum[i] / permutations;
            cells.add(new NearRepeats.Cell(
                    bands.distanceLabel(i / width),
                    bands.timeLabel(i % width, unit),
                    i < width,
                    tally.observed[i],
                    expected,
                    tally.sum[i] == 0 ? null : tally.observed[i] / expected,
                    (1.0 + tally.asMany[i]) / (1.0 + permutations)));
        }
        return cells;
    }

    /// Sums over permutations for each band of distance and time.
    private static final class Tally {
        private final long[] observed;
        private final long[] sum;
        private final long[] asMany;

        Tally(long[] observed) {
            this.observed = observed;
            this.sum = new long[observed.length];
            this.asMany = new long[observed.length];
        }

        void count(long[] dealt) {
            for (int i = 0; i < dealt.length; i++) {
                sum[i] += dealt[i];
                asMany[i] += dealt[i] >= observed[i] ? 1 : 0;
            }
        }

        void add(Tally other) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other.sum[i];
                asMany[i] += other.asMany[i];
            }
        }
    }
}
