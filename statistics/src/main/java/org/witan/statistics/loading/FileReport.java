package org.witan.statistics.loading;

import java.util.List;
import org.witan.statistics.store.Table;

/// What became of one file. `read = accepted + cancelled + rejected` and `accepted = added + replaced`.
///
/// @param alreadyLoaded true when these very bytes are in the snapshot and nothing was done
/// @param read rows in the file, without its header
/// @param accepted rows now in the snapshot
/// @param added accepted rows that took no other's place
/// @param replaced accepted rows that took the place of an earlier version
/// @param displaced earlier rows that gave way: for records the same as `replaced` and `removed` together; a street
///     month or a table's quarter gives way as a whole
/// @param cancelled rows that cancel a crime
/// @param removed crimes that those rows took out
/// @param rejected rows left out, all reasons together
/// @param personColumns columns about persons, which were not read
/// @param ignoredColumns columns that no one asked for
/// @param notes what else the reader should know
public record FileReport(
        String name,
        Table kind,
        String sha256,
        boolean alreadyLoaded,
        boolean synthetic,
        long read,
        long accepted,
        long added,
        long replaced,
        long displaced,
        long cancelled,
        long removed,
        long rejected,
        List<Rejection> rejections,
        List<String> personColumns,
        List<String> ignoredColumns,
        List<String> notes) {

    public FileReport {
        if (read != accepted + cancelled + rejected || accepted != added + replaced) {
            throw new IllegalStateException("The totals of a load do not add up: read " + read + ", accepted "
                    + accepted
                    + " (added " + added + ", replaced " + replaced + "), cancelled " + cancelled + ", rejected "
                    + rejected);
        }
    }
}
