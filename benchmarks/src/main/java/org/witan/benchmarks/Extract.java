package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import org.witan.statistics.synthetic.SyntheticExtract;

/// The invented extract that everything is measured on, and the store made from it.
///
/// Both are kept between measurements. A file whose size is not the one that was noted when it was finished is
/// written again.
record Extract(Path folder, long rows) {
    static final String FOLDER = "witan.benchmark.folder";
    static final String ROWS = "witan.benchmark.rows";
    private static final long SEED = 1;

    /// The extract that the system properties name: ten million rows unless they say otherwise.
    static Extract chosen() {
        Path home = Path.of(System.getProperty("witan.home", "."));
        String folder = System.getProperty(
                FOLDER, home.resolve("benchmarks/target/benchmark-data").toString());
        return new Extract(Path.of(folder).toAbsolutePath(), Long.getLong(ROWS, 10_000_000L));
    }

    /// The CSV file, written first where it is missing.
    Path file() throws IOException {
        Path file = folder.resolve("extract-" + rows + ".csv");
        Path noted = folder.resolve("extract-" + rows + ".size");
        if (!Files.exists(file)
                || !Files.exists(noted)
                || Long.parseLong(Files.readString(noted)) != Files.size(file)) {
            Files.createDirectories(folder);
            Path part = folder.resolve("extract.part");
            SyntheticExtract.write(part, rows, SEED);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(noted, Long.toString(Files.size(file)));
        }
        return file;
    }

    /// A store that holds the extract and nothing else.
    Store store() throws IOException {
        Store store = new Store(folder.resolve("store-" + rows));
        if (store.findCurrent().isEmpty()) {
            new Loading(store, definitions(), Clock.systemUTC()).load(List.of(file()), Progress.SILENT);
        }
        return store;
    }

    static Definitions definitions() {
        return Definitions.shippedWith(null);
    }

    /// Removes what a measurement wrote.
    static void remove(Path written) throws IOException {
        if (!Files.exists(written)) {
            return;
        }
        try (var found = Files.walk(written)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
