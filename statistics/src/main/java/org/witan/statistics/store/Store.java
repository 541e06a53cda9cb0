package org.witan.statistics.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A folder of snapshots.
public final class Store {
    private final Path folder;

    public Store(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public Optional<Snapshot> findCurrent() {
        throw new UnsupportedOperationException();
    }

    /// The snapshot of that id.
    ///
    /// @throws BadInput when there is none
    public Snapshot the(String id) {
        throw new UnsupportedOperationException();
    }

    /// Newest first.
    public List<Snapshot> all() {
        throw new UnsupportedOperationException();
    }

    /// SQL that reads one table of a snapshot, for a `FROM` clause: `read_parquet([…])`. With no file: an empty
    /// relation with the same columns.
    public String relation(Snapshot snapshot, Table table) {
        throw new UnsupportedOperationException();
    }
}
