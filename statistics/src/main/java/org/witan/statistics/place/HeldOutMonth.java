package org.witan.statistics.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// Trains on the months before one, and tests on it. Months are the time of the events.
///
/// The area is made of the cells in which anything at all was published in the months before: fields and water,
/// where nobody needs telling, would make every way look better than it is.
///
/// @param month the one held out
/// @param everywhere points of all that was published before it, of whatever kind
/// @param lastYear points of the same crimes in the same month a year before; empty where it is not loaded
/// @param share of the area that each way may choose, more than 0 and less than 1
public record HeldOutMonth(
        int month,
        Collection<Point> everywhere,
        List<Point> lastYear,
        double cell,
        double bandwidth,
        double share,
        long seed) {
    public static final double USUAL_SHARE = 0.05;

    private static final int DRAWS = 1_000;

    /// Measures every way that the months allow.
    public Outcome<PredictiveAccuracy> measure(List<Event> events) {
        var before = points(events, Integer.MIN_VALUE, month - 1);
        var tested = points(events, month, month);
        if (before.isEmpty() || tested.isEmpty()) {
            return new Outcome.Refused<>(
                    "nothing-to-test",
                    before.isEmpty()
                            ? "There is no crime with a point before the held-out month, so nothing can be learnt for it."
                            : "There is no crime with a point in the held-out month, so nothing can be tested.");
        }
        if (!(share > 0 && share < 1)) {
            return new Outcome.Refused<>("share", "The share of the area must be more than 0 and less than 100 %.");
        }
        return KernelDensity.of(before, bandwidth, cell).then(surface -> measured(before, tested, surface));
    }

    private Outcome<PredictiveAccuracy> measured(
            List<Point> before, List<Point> tested, KernelDensity.Surface surface) {
        var cells = new TreeSet<Point>();
        everywhere.forEach(point -> cells.add(middle(point)));
        before.forEach(point -> cells.add(middle(point)));
        int chosen = (int) Math.round(share * cells.size());
        if (chosen < 1) {
            return new Outcome.Refused<>(
                    "too-few-cells",
                    "Anything was published in %d cells only, of which %.1f %% is less than one: take smaller cells, a larger share or a larger area."
                            .formatted(cells.size(), 100 * share));
        }
        var middles = List.copyOf(cells);
        var hits = counts(middles, tested);
        var ways = new ArrayList<PredictiveAccuracy.Way>();
        ways.add(way("count", counts(middles, before), hits, tested.size(), chosen));
        ways.add(way(
                "kernel-density", middles.stream().mapToDouble(surface::at).toArray(), hits, tested.size(), chosen));
        if (!lastYear.isEmpty()) {
            ways.add(way("same-month-last-year", counts(middles, lastYear), hits, tested.size(), chosen));
        }
        ways.add(way("at-random", new double[middles.size()], hits, tested.size(), chosen));
        int elsewhere = tested.size() - (int) Arrays.stream(hits).sum();
        return new Outcome.Found<>(
                new PredictiveAccuracy(before.size(), tested.size(), elsewhere, middles.size(), chosen, ways));
    }

    private static List<Point> points(List<Event> events, int from, int to) {
        return events.stream()
                .filter(event -> event.time() >= from && event.time() <= to)
                .map(Event::point)
                .toList();
    }

    private Point middle(Point point) {
        return Cells.middle(point, cell);
    }

    private double[] counts(List<Point> middles, List<Point> points) {
        Map<Point, Integer> counts = new TreeMap<>();
        points.forEach(point -> counts.merge(middle(point), 1, Integer::sum));
        return middles.stream()
                .mapToDouble(cell -> counts.getOrDefault(cell, 0))
                .toArray();
    }

    /// Chooses the cells with the highest figures. Where the last of them are equal, each has the same chance.
    private PredictiveAccuracy.Way way(String name, double[] figures, double[] hits, int tested, int chosen) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        double last = sorted[sorted.length - chosen];
        int above = 0;
        int equal = 0;
        double sure = 0;
        double likely = 0;
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] > last) {
                above++;
                sure += hits[i];
            } else if (figures[i] == last) {
                equal++;
                likely += hits[i];
            }
        }
        double all = sure + likely * (chosen - above) / equal;
        var rate = interval(name, all / tested, tested);
        return new PredictiveAccuracy.Way(
                name, all, equal == 1 ? 0 : equal, rate, rate.dividedBy((double) chosen / figures.length));
    }

    /// Draws the month's crimes again, as many as there were, each a hit as often as they were: the limits that
    /// chance in this month alone allows. Crimes that come together make true limits wider.
    private PredictiveAccuracy.Interval interval(String name, double rate, int tested) {
        var random = new SplittableRandom(seed * 31 + name.hashCode());
        var rates = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int hit = 0;
            for (int i = 0; i < tested; i++) {
                hit += random.nextDouble() < rate ? 1 : 0;
            }
            rates[draw] = (double) hit / tested;
        }
        Arrays.sort(rates);
        return new PredictiveAccuracy.Interval(rate, rates[DRAWS / 40 - 1], rates[DRAWS - DRAWS / 40]);
    }
}
