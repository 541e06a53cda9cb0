package org.witan.statistics.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A store whose new data files land on a device that is always full.
final class OnAFullDisk {
    private static final Path FULL = Path.of("/dev/full");

    private OnAFullDisk() {}

    static void load(Path folder, Path file) throws IOException {
        var store = new org.witan.statistics.store.Store(folder);
        var clock = java.time.Clock.systemUTC();
        var definitions = org.witan.statistics.reference.Definitions.shippedWith(null);
        new Loading(store, definitions, clock).load(java.util.List.of(file), new Progress() {
            @Override
            public void stage(String name, String stage) {
                if (stage.equals("read")) {
                    link(folder.resolve("staging").resolve("staged.parquet"));
                    link(folder.resolve("staging").resolve("tmp_staged.parquet"));
                }
            }

            @Override
            public void done(double share) {}
        });
    }

    private static void link(Path path) {
        try {
            Files.createSymbolicLink(path, FULL);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
