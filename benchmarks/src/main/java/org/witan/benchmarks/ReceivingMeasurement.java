package org.witan.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Receiving one record after another among a million: stored, matched and its person brought up to date in the one
/// transaction, with the rule and the trail.
record ReceivingMeasurement(Path folder) {
    static final String SAYS = "received in ";
    private static final int RECORDS = 1_000;
    private static final double BAR = 50;

    void run(int persons) throws IOException, InterruptedException, SQLException {
        var prepared = PreparedPersons.in(folder, persons);
        // Makes the persons when they are not there, and stops: the application is started anew, with the measurement
        // in it.
        prepared.start().close();
        List<String> command = PreparedPersons.inTheApplication(
                ReceivingSide.class, String.valueOf(RECORDS), prepared.data().toString());
        command.addAll(prepared.arguments());
        var process = new ProcessBuilder(command)
                .directory(prepared.home().toFile())
                .redirectErrorStream(true)
                .start();
        List<Double> times = new ArrayList<>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(line -> line.startsWith(SAYS))
                    .forEach(line -> times.add(Double.valueOf(line.substring(SAYS.length()))));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The application did not receive them.");
        }
        var spread = new Spread(times);
        System.out.printf(
                "%nReceiving a record among %,d: %,d records, median %.1f ms, p95 %.1f ms, largest %.1f ms%n%n",
                persons, spread.size(), spread.median(), spread.percentile(95), spread.largest());
        var bars = new Bars();
        bars.atMost(
                "one record against an index of %,d: p95".formatted(persons), BAR, spread.percentile(95), " ms", "-");
        bars.print();
    }
}
