package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.witan.statistics.store.Store;

/// A demonstration that grows to the size of a partnership of ten years, made once and kept: the last year first, so
/// that
/// what is measured stays the same while more years come to lie behind it.
///
/// @param home its folder
record PreparedPartnership(Path home) {
    private static final long SEED = 60_000;
    private static final int EVERY_WEEK = 7;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    static PreparedPartnership in(Path folder, int cases) {
        return new PreparedPartnership(folder.resolve("partnership-" + cases));
    }

    Path data() {
        return home.resolve("postgres");
    }

    PageServer start() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(home);
        var server =
                PageServer.start(PreparedPersons.jar(), new Store(home.resolve("store")), home, "--witan.demo=true");
        try (var database = TrailMeasurement.connect(data())) {
            once("agencies", () -> TrailMeasurement.run(database, InventedPartnership.AGENCIES));
        }
        return server;
    }

    /// Lets the years before a day have their cases.
    ///
    /// @param number of the span, from 2
    /// @param yearsAgo in which the span begins
    /// @param untilAgo in which it ends
    void grow(int number, double yearsAgo, double untilAgo, int cases)
            throws IOException, InterruptedException, SQLException {
        try (var database = TrailMeasurement.connect(data())) {
            once(span(number), () -> {
                System.out.printf("Inventing %,d cases, which takes minutes and is kept in %s%n", cases, home);
                TrailMeasurement.run(database, InventedPartnership.BEFORE_A_SPAN);
                write(number, yearsAgo, untilAgo, cases);
                TrailMeasurement.run(database, InventedPartnership.AFTER_A_SPAN);
                if (number == 2) {
                    TrailMeasurement.run(database, InventedPartnership.TO_COME);
                }
                TrailMeasurement.run(database, "vacuum analyze");
            });
        }
    }

    boolean isGrown(int number) {
        return Files.exists(made(span(number)));
    }

    private void write(int number, double yearsAgo, double untilAgo, int cases)
            throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(HERE);
        var writing = new ProcessBuilder(PreparedPersons.inTheApplication(
                        HistorySide.class,
                        data().toString(),
                        String.valueOf(SEED),
                        String.valueOf(number),
                        today.minusDays((long) (yearsAgo * DAYS_OF_A_YEAR)).toString(),
                        today.minusDays((long) (untilAgo * DAYS_OF_A_YEAR) + 1).toString(),
                        String.valueOf(cases),
                        String.valueOf(EVERY_WEEK)))
                .inheritIO()
                .start();
        if (writing.waitFor() != 0) {
            throw new IllegalStateException("The history was not written.");
        }
    }

    private void once(String what, Made made) throws IOException, InterruptedException, SQLException {
        Path done = made(what);
        if (!Files.exists(done)) {
            made.run();
            Files.writeString(done, "");
        }
    }

    private Path made(String what) {
        return home.resolve(what + "-are-made");
    }

    private static String span(int number) {
        return "span-" + number;
    }

    /// What is made once.
    private interface Made {
        void run() throws IOException, InterruptedException, SQLException;
    }
}
