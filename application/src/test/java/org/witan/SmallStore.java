package org.witan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import org.witan.statistics.synthetic.SyntheticExtract;
import org.witan.statistics.synthetic.SyntheticOptions;

/// A store with two invented years of Staffordshire, made once for all tests that need one.
public final class SmallStore {
    private static final long SEED = 20211;

    private SmallStore() {}

    private static final class Once {
        private static final Path FOLDER = make();
    }

    /// The folder of the store.
    public static Path folder() {
        return Once.FOLDER;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("witan-small-store");
            folder.toFile().deleteOnExit();
            Path extract = folder.resolve("extract.csv");
            var options = SyntheticOptions.demo().withYears(Set.of(2020, 2021));
            SyntheticExtract.write(extract, SyntheticExtract.naturalRows(options), SEED, options);
            new Loading(new Store(folder.resolve("store")), Definitions.shippedWith(null), Clock.systemUTC())
                    .load(List.of(extract), Progress.SILENT);
            Files.delete(extract);
            return folder.resolve("store");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
