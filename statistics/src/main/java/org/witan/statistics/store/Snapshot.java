package org.witan.statistics.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of the store after one load. It never changes.
///
/// @param id `S0001`, `S0002`, … in the order of loading
/// @param parent the snapshot it was made from
/// @param files Parquet files by table, as paths relative to the store's folder
/// @param definitions the version of the reference data that classified the newest load
public record Snapshot(
        String id,
        Instant takenAt,
        @Nullable String parent,
        List<Source> sources,
        Map<Table, List<String>> files,
        Coverage coverage,
        String definitions) {

    /// True when any row of this table in the snapshot is invented.
    public boolean synthetic(Table table) {
        return sources.stream().anyMatch(source -> source.kind() == table && source.synthetic());
    }
}
