package org.witan.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.witan.linkage.command.PeopleCommand;
import org.witan.linkage.model.Json;

/// How well and how fast records are linked, beside the bars and what others published.
///
/// The public sets lie in `shared/data/linkage` beside this checkout. Truth is used for measuring only: each set is
/// linked by the command
/// as anybody would, with nothing told about it.
final class LinkageMeasurement {
    private final Path home = Path.of(System.getProperty("witan.home", ".")).toAbsolutePath();
    private final Path work = home.resolve("benchmarks/target/linkage");

    private record Set(String name, String file, String truth, String bar, String peer) {}

    private static final List<Set> SETS = List.of(
            new Set("FEBRL 3", "dataset3.csv", "entity", "0.9954", "Splink 0.9954"),
            new Set(
                    "historical_50k",
                    "historical_figures_with_errors_50k.csv.gz",
                    "cluster",
                    "0.70, groups 0.85",
                    "Splink's demonstration 0.6005"),
            new Set("fake_1000", "fake_1000.csv", "cluster", "0.8617", "Splink 0.8617"));

    void run(int persons) throws IOException, InterruptedException, RunnerException {
        Files.createDirectories(work);
        System.out.println(
                "| set | best F1 | bar | published | P at 0.5 | R at 0.5 | groups F1 | mean of 0.9 to 1 | matching |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Set set : SETS) {
            System.out.println(row(set));
        }
        persons(persons);
        new Runner(new OptionsBuilder()
                        .include(LikenessBenchmark.class.getSimpleName())
                        .build())
                .run();
        System.out.println("Bars: Jaro-Winkler 30, Damerau-Levenshtein 6 million pairs a second and core. DuckDB on an "
                + "Apple M4, all cores (Splink's measurement of 2024): 63 and 2.1 million pairs a second.");
    }

    private String row(Set set) throws IOException {
        Path file = home.resolve("../shared/data/linkage").resolve(set.file).normalize();
        Path given = set.truth.equals("entity") ? withEntities(file) : file;
        var report = link(given, "--truth", set.truth);
        Map<?, ?> half = (Map<?, ?>) ((List<?>) the(report, "thresholds")).get(2);
        Map<?, ?> calibration = (Map<?, ?>) the(report, "calibration");
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %s | %s | %.5f | %.5f | %.4f | %.4f | %.4f |",
                set.name,
                number((Map<?, ?>) the(report, "best"), "f1"),
                set.bar,
                set.peer,
                number(half, "precision"),
                number(half, "recall"),
                number((Map<?, ?>) the(report, "clusters"), "f1"),
                number(calibration, "mean"),
                number(calibration, "matching"));
    }

    /// FEBRL's ids name the person (`rec-12-dup-1`); the person becomes a column of its own.
    private Path withEntities(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Path with = work.resolve("entities.csv");
        try (var out = new PrintWriter(Files.newBufferedWriter(with))) {
            out.println(lines.getFirst() + ", entity");
            for (String line : lines.subList(1, lines.size())) {
                out.println(line + ", " + line.split("-", -1)[1]);
            }
        }
        return with;
    }

    private Map<?, ?> link(Path file, String... more) {
        var out = new StringWriter();
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        List<String> words = new java.util.ArrayList<>(List.of(
                "link",
                file.toString(),
                "--json",
                "--out",
                work.resolve("pairs.csv").toString()));
        words.addAll(List.of(more));
        if (PeopleCommand.run(new PrintWriter(out), err, words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("people link failed");
        }
        return (Map<?, ?>) java.util.Objects.requireNonNull(Json.read(out.toString()));
    }

    private static Object the(Map<?, ?> map, String key) {
        return java.util.Objects.requireNonNull(map.get(key), key);
    }

    private static double number(Map<?, ?> map, String key) {
        return (Double) the(map, key);
    }

    /// In a process of its own with a heap of 3.5 GB for each million, from file to file.
    private void persons(int persons) throws IOException, InterruptedException {
        Path file = work.resolve("persons-" + persons + ".csv");
        if (!Files.exists(file)) {
            new InventedPersons(home.resolve("../shared/data/names").normalize(), 1).write(file, persons);
        }
        int megabytes = (int) Math.min(11_500, Math.max(1_024, 3_500L * persons / 1_000_000));
        long began = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        "people-side",
                        file.toString(),
                        work.resolve("pairs.csv").toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("people link failed");
        }
        System.out.printf(
                Locale.ROOT,
                "%,d invented persons: %.1f s by the clock (bar 60 s and 4 GiB for a million)%n",
                persons,
                (System.nanoTime() - began) / 1e9);
    }

    /// Links in this process, which does nothing else, and prints what it took.
    static void side(String file, String out) throws IOException {
        var words = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PeopleCommand.run(
                words,
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                "link",
                file,
                "--truth",
                "person",
                "--out",
                out);
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT, "CPU %.1f s, peak %.0f MB%n", system.getProcessCpuTime() / 1e9, LoadSide.peakMegabytes());
    }
}
