package org.witan.statistics.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.StoreChange;
import org.witan.statistics.store.Table;

/// The stage that replaces: what earlier files hold of the same crimes, months or quarters gives way. A data file
/// never changes: one that holds such rows is written anew without them, and the snapshot before keeps the old one.
final class Replacing {
    private final Workbench bench;
    private final Store store;
    private final StoreChange change;
    private int written;

    Replacing(Workbench bench, Store store, StoreChange change) {
        this.bench = bench;
        this.store = store;
        this.change = change;
    }

    /// Takes out of the files what the staged rows stand for.
    ///
    /// [#keys] must have been called before.
    Replaced displace(Table table, List<String> files) {
        List<String> remaining = new ArrayList<>();
        long displaced = 0;
        for (String file : files) {
            String parquet = Store.reading(List.of(store.folder().resolve(file)));
            long hit = bench.number("SELECT count(*) FROM " + parquet + " e SEMI JOIN incoming i ON " + match(table));
            displaced += hit;
            if (hit == 0) {
                remaining.add(file);
            } else if (hit < bench.number("SELECT count(*) FROM " + parquet)) {
                Path rest = newFile(table);
                bench.run("COPY (SELECT * FROM " + parquet + " e ANTI JOIN incoming i ON " + match(table) + ") TO "
                        + Store.quoted(rest) + " (FORMAT parquet, COMPRESSION zstd)");
                remaining.add(change.relative(rest));
            }
        }
        return new Replaced(remaining, displaced);
    }

    /// Fills the temporary table `incoming` with what the staged rows stand for.
    void keys(Table table, Path staged) {
        String columns = switch (table) {
            case CRIME -> "force, reference, cancelled";
            case STREET -> "DISTINCT force, month";
            case COUNTED -> "DISTINCT force, coalesce(partnership, '') AS partnership, quarter";
        };
        bench.run("CREATE OR REPLACE TEMP TABLE incoming AS SELECT " + columns + " FROM " + kept(staged));
    }

    /// How many accepted rows stand for something that earlier files hold.
    long replaced(Table table, List<String> files, Path staged) {
        if (files.isEmpty()) {
            return 0;
        }
        String earlier =
                Store.reading(files.stream().map(store.folder()::resolve).toList());
        String accepted = "(SELECT * REPLACE (" + keyColumn(table) + ") FROM " + kept(staged) + " WHERE NOT cancelled)";
        return bench.number("SELECT count(*) FROM " + accepted + " i SEMI JOIN " + earlier + " e ON " + match(table));
    }

    /// Makes a data file of the accepted rows. When nothing is left out, the staged file itself becomes it.
    Path accept(Table table, Path staged, boolean whole) {
        Path file = newFile(table);
        if (whole) {
            try {
                return Files.move(staged, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        bench.run("COPY (SELECT " + table.columnNames() + " FROM " + kept(staged) + " WHERE NOT cancelled) TO "
                + Store.quoted(file) + " (FORMAT parquet, COMPRESSION zstd)");
        return file;
    }

    private Path newFile(Table table) {
        written++;
        return change.newDataFile(table.name().toLowerCase(Locale.ROOT) + "-" + written + ".parquet");
    }

    /// The staged rows that were not dropped, in the order of the file.
    String kept(Path staged) {
        return "(SELECT * FROM " + Store.reading(List.of(staged), "file_row_number = true")
                + " s ANTI JOIN dropped d ON s.file_row_number = d.ordinal)";
    }

    private static String keyColumn(Table table) {
        return switch (table) {
            case CRIME -> "reference AS reference";
            case STREET -> "month AS month";
            case COUNTED -> "coalesce(partnership, '') AS partnership";
        };
    }

    private static String match(Table table) {
        return switch (table) {
            case CRIME -> "e.force = i.force AND e.reference = i.reference";
            case STREET -> "e.force = i.force AND e.month = i.month";
            case COUNTED ->
                "e.force = i.force AND coalesce(e.partnership, '') = i.partnership AND e.quarter = i.quarter";
        };
    }

    /// @param files the files that hold what did not give way
    /// @param displaced rows that gave way
    record Replaced(List<String> files, long displaced) {}
}
