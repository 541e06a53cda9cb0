package org.witan.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.witan.linkage.command.PeopleCommand;
import org.witan.linkage.model.Json;

/// How well the public sets are linked, which lie in `shared/data/linkage` beside this checkout.
///
/// Truth is used for measuring only: each set is linked by the command as anybody would, with nothing told about it.
///
/// @param work where files may be written
record LinkageSets(Path sets, Path work) {
    private static final double NEAR = 0.03;

    void measure(Bars bars) throws IOException {
        Linked febrl = link(withEntities(sets.resolve("dataset3.csv")), "entity");
        bars.atLeast("FEBRL 3: best F1", 0.9954, febrl.best(), "", "Splink 0.9954");
        bars.atLeast("FEBRL 3: recall at 0.5", 0.986, febrl.half("recall"), "", "Splink 0.9862");
        bars.atLeast("FEBRL 3: precision at 0.5", 0.999, febrl.half("precision"), "", "Splink 0.9997");
        Linked history = link(sets.resolve("historical_figures_with_errors_50k.csv.gz"), "cluster");
        bars.atLeast("historical_50k: best F1", 0.70, history.best(), "", "Splink's demonstration 0.6005");
        bars.atLeast("historical_50k: F1 of groups", 0.85, history.groups(), "", "–");
        Linked fake = link(sets.resolve("fake_1000.csv"), "cluster");
        bars.atLeast("fake_1000: best F1", 0.8617, fake.best(), "", "Splink 0.8617");
        bars.atMost("FEBRL 3: from mean probability to share that match, 0.9 to 1", NEAR, febrl.off(), "", "–");
        bars.atMost("historical_50k: the same", NEAR, history.off(), "", "–");
        bars.atMost("fake_1000: the same", NEAR, fake.off(), "", "–");
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

    private Linked link(Path file, String truth) {
        var out = new StringWriter();
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String pairs = work.resolve("pairs.csv").toString();
        int code = PeopleCommand.run(
                new PrintWriter(out), err, "link", file.toString(), "--json", "--out", pairs, "--truth", truth);
        if (code != 0) {
            throw new IllegalStateException("people link failed");
        }
        return new Linked((Map<?, ?>) Objects.requireNonNull(Json.read(out.toString())));
    }

    /// The report of a run.
    private record Linked(Map<?, ?> report) {
        double best() {
            return number("best", "f1");
        }

        double groups() {
            return number("clusters", "f1");
        }

        /// At the probability 0.5, the third of the thresholds.
        double half(String what) {
            return number((Map<?, ?>) ((List<?>) the(report, "thresholds")).get(2), what);
        }

        double off() {
            return Math.abs(number("calibration", "mean") - number("calibration", "matching"));
        }

        private double number(String part, String name) {
            return number((Map<?, ?>) the(report, part), name);
        }

        private static double number(Map<?, ?> part, String name) {
            return (Double) the(part, name);
        }

        private static Object the(Map<?, ?> map, String key) {
            return Objects.requireNonNull(map.get(key), key);
        }
    }
}
