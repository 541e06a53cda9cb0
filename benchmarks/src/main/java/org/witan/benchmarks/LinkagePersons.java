package org.witan.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.linkage.command.PeopleCommand;

/// How fast invented persons are linked, from file to file, each run in a process of its own.
///
/// @param names where the names of births stand
/// @param work where files may be written
record LinkagePersons(Path names, Path work) {
    private static final String SAYS = "people-side ";

    /// What one run took.
    record Run(double seconds, double busy, double megabytes) {}

    /// The run of median wall time.
    Run median(int persons, int runs) throws IOException, InterruptedException {
        Path file = work.resolve("persons-" + persons + ".csv");
        if (!Files.exists(file)) {
            new InventedPersons(names, 1).write(file, persons);
        }
        List<Run> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            all.add(run(file, persons));
        }
        all.sort((one, other) -> Double.compare(one.seconds, other.seconds));
        return all.get(all.size() / 2);
    }

    private Run run(Path file, int persons) throws IOException, InterruptedException {
        int megabytes = (int) Math.max(1_024, Math.min(3_300L * persons / 1_000_000, 11_000));
        long began = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseParallelGC",
                        "-XX:MaxNewSize=1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        "people-side",
                        file.toString(),
                        work.resolve("pairs.csv").toString(),
                        work.resolve("groups.csv").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double busy = 0;
        double peak = 0;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SAYS)) {
                    String[] figures = line.substring(SAYS.length()).split(" ", -1);
                    busy = Double.parseDouble(figures[0]);
                    peak = Double.parseDouble(figures[1]);
                } else {
                    System.out.println(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("people link failed");
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d invented persons: %.1f s by the clock, %.1f s of CPU time, %,.0f MB%n%n",
                persons,
                seconds,
                busy,
                peak);
        return new Run(seconds, busy, peak);
    }

    /// Links in this process, which does nothing else, and prints what it took.
    static void side(String file, String pairs, String groups) throws IOException {
        var words = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int code = PeopleCommand.run(
                words,
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                "link",
                file,
                "--truth",
                "person",
                "--out",
                pairs,
                "--clusters",
                groups);
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT, "%s%.1f %.0f%n", SAYS, system.getProcessCpuTime() / 1e9, LoadSide.peakMegabytes());
        System.exit(code);
    }
}
