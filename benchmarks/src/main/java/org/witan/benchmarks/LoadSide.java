package org.witan.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.store.Store;

/// The two that are compared: a load with all its stages, and the engine's bare copy of the same file.
enum LoadSide {
    WITAN {
        @Override
        void work(Path file, Path out) {
            var stages = new Stages();
            new Loading(new Store(out), Extract.definitions(), Clock.systemUTC()).load(List.of(file), stages);
            stages.stage("", "end");
        }
    },
    DUCKDB {
        @Override
        void work(Path file, Path out) throws SQLException {
            try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = connection.createStatement()) {
                statement.execute("COPY (FROM read_csv(" + Store.quoted(file) + ")) TO " + Store.quoted(out)
                        + " (FORMAT parquet)");
            }
        }
    };

    static final String MEASURED = "measured ";
    static final String STAGE = "stage ";

    abstract void work(Path file, Path out) throws SQLException;

    /// Works in this process, which does nothing else, and prints what it took. Unpacking the engine's library, the
    /// same on both sides, comes before.
    void measureHere(String file, String out) throws SQLException, IOException {
        DriverManager.getConnection("jdbc:duckdb:").close();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        work(Path.of(file), Path.of(out));
        double wall = (System.nanoTime() - began) / 1e9;
        double busy = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.println(MEASURED + wall + " " + busy + " " + peakMegabytes());
    }

    /// The most memory that this process ever held; Linux only.
    static double peakMegabytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /// Prints how long each stage of a load took.
    private static final class Stages implements Progress {
        private String name = "start";
        private long began = System.nanoTime();

        @Override
        public void stage(String file, String stage) {
            long now = System.nanoTime();
            System.out.println(STAGE + name.replace(' ', '-') + " " + (now - began) / 1e9);
            name = stage;
            began = now;
        }

        @Override
        public void done(double share) {}
    }
}
