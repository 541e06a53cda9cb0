package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Loads the extract and lets the engine copy it, in turn, each in a process of its own.
///
/// Neighbours on the machine disturb both sides of a pair alike, so the ratios are taken pair by pair.
record LoadMeasurement(Extract extract) {
    static final String ONE_SIDE = "one-side";

    private record Run(double wall, double cpu, double peak, Map<String, Double> stages) {}

    void run(int pairs) throws IOException, InterruptedException {
        Path file = extract.file();
        readOnce(file);
        System.out.printf("%nLoad of %,d rows, %,d bytes%n", extract.rows(), Files.size(file));
        System.out.println("| side | wall s | CPU s | peak MB |\n| --- | --- | --- | --- |");
        List<Run> ours = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            ours.add(measure(LoadSide.WITAN, file));
            theirs.add(measure(LoadSide.DUCKDB, file));
        }
        print(ours, theirs);
    }

    private Run measure(LoadSide side, Path file) throws IOException, InterruptedException {
        Path out = extract.folder().resolve("written-by-" + side);
        Extract.remove(out);
        try {
            Run run = run(side, file, out);
            System.out.printf("| %s | %.1f | %.1f | %.0f |%n", side, run.wall, run.cpu, run.peak);
            return run;
        } finally {
            Extract.remove(out);
        }
    }

    private static Run run(LoadSide side, Path file, Path out) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        ONE_SIDE,
                        side.name(),
                        file.toString(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(side + " failed");
        }
        return read(lines);
    }

    private static Run read(List<String> lines) {
        Map<String, Double> stages = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (line.startsWith(LoadSide.STAGE)) {
                stages.merge(words[1], Double.parseDouble(words[2]), Double::sum);
            } else if (line.startsWith(LoadSide.MEASURED)) {
                return new Run(
                        Double.parseDouble(words[1]),
                        Double.parseDouble(words[2]),
                        Double.parseDouble(words[3]),
                        stages);
            }
        }
        throw new IllegalStateException("The process did not say what it measured");
    }

    private static void print(List<Run> ours, List<Run> theirs) {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            wall.add(ours.get(pair).wall / theirs.get(pair).wall);
            cpu.add(ours.get(pair).cpu / theirs.get(pair).cpu);
        }
        System.out.printf("Ratio pair by pair, wall: %s; CPU: %s%n", rounded(wall), rounded(cpu));
        System.out.printf(
                "Median ratio: %.2f wall (bar 2), %.2f CPU. Largest peak: %.0f MB (bar 2,048).%n",
                new Spread(wall).median(),
                new Spread(cpu).median(),
                new Spread(ours.stream().map(Run::peak).toList()).largest());
        ours.getFirst()
                .stages
                .keySet()
                .forEach(stage -> System.out.printf(
                        "  %s: %.2f s%n",
                        stage,
                        new Spread(ours.stream()
                                        .map(run -> run.stages.get(stage))
                                        .toList())
                                .median()));
    }

    private static String rounded(List<Double> ratios) {
        return String.join(
                ", ", ratios.stream().map(ratio -> "%.2f".formatted(ratio)).toList());
    }

    /// So that the first run does not pay for the disk.
    private static void readOnce(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 20];
            while (in.read(buffer) >= 0) {}
        }
    }
}
