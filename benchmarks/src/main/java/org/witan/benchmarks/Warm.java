package org.witan.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// The store, ready to be asked through Witan and through one connection of the engine.
final class Warm implements AutoCloseable {
    private final Definitions definitions = Extract.definitions();
    private final Comparing comparing;
    private final Connection connection;
    private final String relation;
    private int spelling;

    private Warm(Store store, Snapshot snapshot) throws SQLException {
        comparing = new Comparing(store, definitions);
        connection = DriverManager.getConnection("jdbc:duckdb:");
        relation = store.relation(snapshot, Table.CRIME);
        try (var statement = connection.createStatement()) {
            statement.execute("set parquet_metadata_cache = true");
        }
    }

    static Warm open(Extract extract) throws SQLException, IOException {
        Store store = extract.store();
        return new Warm(store, store.findCurrent().orElseThrow());
    }

    /// Counts, checks and writes the figure; never from what is kept.
    Figure answer(Asked asked) {
        spelling++;
        return comparing.answer(asked.question(spelling));
    }

    String sql(Asked asked) {
        return asked.sql(relation, definitions);
    }

    /// The counts alone: the crimes of the later year, and their part.
    long[] count(String sql) throws SQLException {
        long[] counts = new long[2];
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                counts[0] += rows.getLong(2);
                counts[1] += rows.getLong(3);
            }
        }
        return counts;
    }

    /// Both sides must count the same, or nothing is worth measuring.
    void demandAgreement(Asked asked) throws SQLException {
        long[] counts = count(sql(asked));
        long expected = asked.isShare() ? counts[1] : counts[0];
        double numerator = Objects.requireNonNull(answer(asked).numerator());
        if (numerator != expected || expected == 0) {
            throw new IllegalStateException(asked + ": " + numerator + " is not " + expected);
        }
    }

    @Override
    public void close() throws SQLException {
        comparing.close();
        connection.close();
    }
}
