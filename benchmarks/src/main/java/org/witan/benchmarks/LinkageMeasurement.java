package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How well and how fast records are linked: every bar with what was measured and what others published.
final class LinkageMeasurement {
    private static final int MILLION = 1_000_000;
    private static final int RUNS = 3;
    private static final double GIBIBYTE = 1_024;

    private final Path home = Path.of(System.getProperty("witan.home", ".")).toAbsolutePath();
    private final Path work = home.resolve("benchmarks/target/linkage");
    private final Bars bars = new Bars();

    /// Everything; persons are a million and five.
    void run() throws IOException, InterruptedException, RunnerException {
        Files.createDirectories(work);
        new LinkageSets(shared("linkage"), work).measure(bars);
        var million = persons().median(MILLION, RUNS);
        million(million);
        var five = persons().median(5 * MILLION, 1);
        bars.atMost(
                "5 million invented persons",
                8 * 60,
                five.seconds(),
                " s",
                "Splink: its most on a laptop of 4 cores and 16 GB");
        bars.atMost("5 million invented persons: memory", 12 * GIBIBYTE, five.megabytes(), " MB", "–");
        double growth = Math.log(5.0 * MILLION) / Math.log(MILLION) * 5;
        bars.atMost(
                "CPU time of 5 million, as a multiple of that of 1 million (n log n)",
                growth,
                five.busy() / million.busy(),
                "",
                "–");
        likeness();
        bars.print();
    }

    /// So many persons only, once.
    void persons(int persons) throws IOException, InterruptedException {
        Files.createDirectories(work);
        persons().median(persons, 1);
    }

    private void million(LinkagePersons.Run run) {
        bars.atMost("1 million invented persons", 60, run.seconds(), " s", "Splink, a laptop: around a minute");
        bars.atMost("1 million invented persons: memory", 4 * GIBIBYTE, run.megabytes(), " MB", "–");
    }

    private LinkagePersons persons() {
        return new LinkagePersons(shared("names"), work);
    }

    private Path shared(String folder) {
        return home.resolve("../shared/data").resolve(folder).normalize();
    }

    private void likeness() throws RunnerException {
        var options = new OptionsBuilder()
                .include(LikenessBenchmark.class.getSimpleName())
                .build();
        for (RunResult result : new Runner(options).run()) {
            boolean jaro = result.getPrimaryResult().getLabel().equals("jaroWinkler");
            bars.atLeast(
                    (jaro ? "Jaro-Winkler" : "Damerau-Levenshtein") + ", one core",
                    jaro ? 30 : 6,
                    result.getPrimaryResult().getScore(),
                    " million pairs/s",
                    "DuckDB, Apple M4, all cores: " + (jaro ? "63" : "2.1"));
        }
    }
}
