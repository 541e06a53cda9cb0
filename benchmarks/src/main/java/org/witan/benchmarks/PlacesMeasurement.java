package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.place.Event;
import org.witan.statistics.place.HeldOutMonth;
import org.witan.statistics.place.KernelDensity;
import org.witan.statistics.place.KnoxBands;
import org.witan.statistics.place.KnoxTest;
import org.witan.statistics.place.LookingAtPlaces;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.PlacesQuestion;
import org.witan.statistics.place.Point;
import org.witan.statistics.place.PredictiveAccuracy;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// How fast places are looked at, on invented points with fixed seeds, and how well hot places told the last
/// month of the published Staffordshire files, which lie in `shared/data/crime/staffordshire` beside this
/// checkout.
final class PlacesMeasurement {
    private static final int POINTS = 100_000;
    private static final int EVENTS = 10_000;
    private static final int PERMUTATIONS = 999;
    private static final int LINEAR = 9_990;
    private static final int RUNS = 5;
    private static final long SEED = 20_261_126;

    private static final List<String> SETS = List.of(
            "all-crime",
            "police-uk-anti-social-behaviour",
            "police-uk-violence-and-sexual-offences",
            "police-uk-burglary",
            "police-uk-vehicle-crime");

    private final Path files = Path.of(System.getProperty("witan.home", "."))
            .toAbsolutePath()
            .resolve("../shared/data/crime/staffordshire")
            .normalize();
    private final Bars bars = new Bars();

    void run() throws IOException {
        density();
        nearRepeats();
        bars.print();
        accuracy();
    }

    private void density() {
        var points = clustered(POINTS, 60_000, new Random(SEED));
        for (double bandwidth : new double[] {KernelDensity.USUAL_BANDWIDTH, 500, 1_000}) {
            var seconds = new ArrayList<Double>();
            for (int run = -2; run < RUNS; run++) {
                double took = seconds(() -> found(KernelDensity.of(points, bandwidth, KernelDensity.USUAL_CELL)));
                if (run >= 0) {
                    seconds.add(took);
                }
            }
            bars.atMost(
                    "kernel density, 100,000 points, bandwidth %.0f m, cells of 100 m (slowest of %d)"
                            .formatted(bandwidth, RUNS),
                    1,
                    new Spread(seconds).largest(),
                    " s",
                    "–");
        }
    }

    private void nearRepeats() {
        var random = new Random(SEED + 1);
        var events = clustered(EVENTS, 20_000, random).stream()
                .map(point -> new Event(point, random.nextInt(730)))
                .toList();
        var test = new KnoxTest(new KnoxBands(KnoxBands.USUAL_DISTANCES, List.of(7, 14, 21, 28)), "day");
        long pairs = found(test.run(events, PERMUTATIONS, SEED)).closePairs();
        bars.atMost(
                String.format(Locale.UK, "Knox, 10,000 events, %,d close pairs, 999 permutations", pairs),
                20,
                median(test, events, PERMUTATIONS),
                " s",
                "–");
        var ratios = new ArrayList<Double>();
        for (int run = -2; run < RUNS; run++) {
            double third = seconds(() -> found(test.run(events, LINEAR / 3, SEED)));
            double whole = seconds(() -> found(test.run(events, LINEAR, SEED)));
            if (run >= 0) {
                ratios.add(whole / third);
            }
        }
        bars.atMost(
                "9,990 permutations as a multiple of 3,330, median of %d in turn (3 is linear)".formatted(RUNS),
                3.3,
                new Spread(ratios).median(),
                "",
                "–");
    }

    private static double median(KnoxTest test, List<Event> events, int permutations) {
        var seconds = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            seconds.add(seconds(() -> found(test.run(events, permutations, SEED))));
        }
        return new Spread(seconds).median();
    }

    /// Towns of different size: points around 200 middles, half of them within 400 m.
    private static List<Point> clustered(int number, double side, Random random) {
        var middles = new ArrayList<Point>();
        for (int i = 0; i < 200; i++) {
            middles.add(new Point(360_000 + random.nextDouble() * side, 300_000 + random.nextDouble() * side));
        }
        var points = new ArrayList<Point>();
        for (int i = 0; i < number; i++) {
            var middle = middles.get((int) (200 * random.nextDouble() * random.nextDouble()));
            double spread = i % 2 == 0 ? 400 : 2_000;
            points.add(new Point(
                    middle.east() + random.nextGaussian() * spread, middle.north() + random.nextGaussian() * spread));
        }
        return points;
    }

    private void accuracy() throws IOException {
        var folder = Files.createTempDirectory("witan-places");
        try {
            var store = new Store(folder.resolve("store"));
            var definitions = Definitions.shippedWith(null);
            try (var found = Files.list(files)) {
                var street = found.filter(file -> file.toString().endsWith("-street.csv"))
                        .sorted()
                        .toList();
                new Loading(store, definitions, Clock.systemUTC()).load(street, Progress.SILENT);
            }
            accuracy(store, definitions);
        } finally {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void accuracy(Store store, Definitions definitions) {
        System.out.println("\n| set | trained on | tested on | way | hits | hit rate (95 %) | accuracy index (95 %) |");
        System.out.println("| --- | --- | --- | --- | ---: | --- | --- |");
        try (var looking = new LookingAtPlaces(store, definitions)) {
            for (var set : SETS) {
                for (var period : List.of("2018-19", "2023-24")) {
                    print(set, found(looking.hotPlaces(question(set, period))));
                }
            }
        }
    }

    private static PlacesQuestion question(String set, String period) {
        return new PlacesQuestion(
                set,
                "Staffordshire",
                Period.parse(period),
                KernelDensity.USUAL_CELL,
                KernelDensity.USUAL_BANDWIDTH,
                HeldOutMonth.USUAL_SHARE,
                10,
                SEED,
                null);
    }

    private static void print(String set, PlacesAnswer answer) {
        PredictiveAccuracy accuracy = found(answer.accuracy());
        for (var way : accuracy.ways()) {
            System.out.printf(
                    Locale.UK,
                    "| %s | %,d crimes | %,d of %s | %s | %,.1f | %.1f %% (%.1f to %.1f) | %.2f (%.2f to %.2f) |%n",
                    set,
                    accuracy.trained(),
                    accuracy.tested(),
                    answer.heldOut(),
                    way.name(),
                    way.hits(),
                    100 * way.hitRate().value(),
                    100 * way.hitRate().low(),
                    100 * way.hitRate().high(),
                    way.index().value(),
                    way.index().low(),
                    way.index().high());
        }
    }

    private static <T> T found(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Found<T>(T what) -> what;
            case Outcome.Refused<T>(String code, String reason) ->
                throw new IllegalStateException(code + ": " + reason);
        };
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
