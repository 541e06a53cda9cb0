package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.witan.statistics.store.Store;

/// How fast the trail is sealed at chains of several lengths, how fast it is verified, and what entering and finishing
/// cost a read; and whether sealing keeps up with reads. The database is the application's own, with all its settings
/// for
/// safety; the application is started to make it, and is let seal only while reads are committed.
record TrailMeasurement(Path folder) {
    private static final String JAR = "application/target/application-0.1.0-SNAPSHOT.jar";
    private static final int BATCH = 5_000;
    private static final int SAMPLE = 100_000;
    private static final int READS = 2_000;
    private static final int READERS = 8;
    private static final int READS_A_SECOND = 1_000;
    private static final int SECONDS_OF_READS = 30;

    void run(int longest) throws IOException, InterruptedException, SQLException {
        Path jar = Path.of(System.getProperty("witan.home", ".")).resolve(JAR);
        Path home = Files.createTempDirectory(Files.createDirectories(folder), "trail");
        System.out.printf("%nTrail: a backlog of %,d entries at each length%n", SAMPLE);
        System.out.println("| chain | sealed/s | batches | median ms a batch |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        try (var server = PageServer.start(jar, new Store(home.resolve("store")), home);
                var connection = connect(home.resolve("postgres"))) {
            // What is held here no other node can have, so the application seals nothing.
            run(connection, "select pg_advisory_lock(hashtext('access.seal'))");
            var rows = new TrailRowsMade(connection, home.resolve("trail.key"));
            double first = sealed(connection, rows, 0);
            double last = first;
            for (int length : List.of(SAMPLE, longest)) {
                grow(connection, rows, length);
                last = sealed(connection, rows, length);
            }
            System.out.printf("Rate at %,d by the rate at 0: %.2f%n", longest, last / first);
            entering(connection);
            System.out.printf("Peak memory of the application: %.0f MB%n", server.peakMegabytes());
        }
        verify(jar, home);
        underReads(jar);
    }

    private void underReads(Path jar) throws IOException, InterruptedException, SQLException {
        Path home = Files.createTempDirectory(folder, "reads");
        var connections = new ArrayList<Connection>();
        try (var server = PageServer.start(jar, new Store(home.resolve("store")), home)) {
            while (connections.size() <= READERS) {
                connections.add(connect(home.resolve("postgres")));
            }
            new SealingUnderReads(connections, READS_A_SECOND).run(SECONDS_OF_READS);
            System.out.printf("Peak memory of the application: %.0f MB%n", server.peakMegabytes());
        } finally {
            for (Connection one : connections) {
                one.close();
            }
        }
    }

    private static double sealed(Connection connection, TrailRowsMade rows, int length) throws SQLException {
        rows.add(SAMPLE);
        run(
                connection,
                "vacuum analyze access.trail_waiting, access.trail_entry, access.trail_outcome, access.trail_seal");
        var times = new ArrayList<Double>();
        long began = System.nanoTime();
        for (int done = 0; done < SAMPLE; done += BATCH) {
            times.add(millis(() -> run(connection, "select * from access.seal(" + BATCH + ")")));
        }
        double rate = SAMPLE / ((System.nanoTime() - began) / 1e9);
        System.out.printf("| %,d | %,.0f | %d | %.0f |%n", length, rate, times.size(), new Spread(times).median());
        return rate;
    }

    private static void grow(Connection connection, TrailRowsMade rows, int length) throws SQLException {
        while (rows.made() < length) {
            rows.add(Math.min(SAMPLE, length - rows.made()));
            for (int done = 0; done < SAMPLE; done += BATCH) {
                run(connection, "select * from access.seal(" + BATCH + ")");
            }
        }
    }

    private static void entering(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var bare = new ArrayList<Double>();
        var witnessed = new ArrayList<Double>();
        for (int i = 0; i < READS; i++) {
            bare.add(millis(() -> {
                run(connection, "select count(*) from access.agency");
                connection.commit();
            }));
            witnessed.add(millis(() -> {
                run(connection, SealingUnderReads.READ);
                connection.rollback();
            }));
        }
        connection.setAutoCommit(true);
        double plain = new Spread(bare).median();
        double entered = new Spread(witnessed).median();
        System.out.printf(
                "A read: %.2f ms; with entering and finishing, without the wait for the disk: %.2f ms (median of %,d, in turn)%n",
                plain, entered, READS);
    }

    private static void verify(Path jar, Path home) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "audit",
                        "verify",
                        "--home",
                        home.toString())
                .inheritIO()
                .start();
        int code = process.waitFor();
        System.out.printf(
                "audit verify with 256 MB of heap, start of the database included: %.1f s, code %d%n",
                (System.nanoTime() - began) / 1e9, code);
    }

    static Connection connect(Path data) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip();
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty(
                "password",
                Files.readString(data.resolveSibling(data.getFileName() + ".secret"))
                        .strip());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/witan", properties);
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static double millis(Work work) throws SQLException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    /// What is measured.
    private interface Work {
        void run() throws SQLException;
    }
}
