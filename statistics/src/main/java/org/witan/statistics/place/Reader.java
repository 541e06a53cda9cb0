package org.witan.statistics.place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.store.Engine;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;

/// Runs one SQL at a time over the store's files. Safe for several threads: each reading has a connection of its
/// own.
final class Reader implements AutoCloseable {
    private @Nullable DuckDBConnection engine;

    /// Takes a row.
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /// The snapshot of an id, or the current one.
    static Snapshot snapshot(Store store, @Nullable String id) {
        return id != null
                ? store.the(id)
                : store.findCurrent()
                        .orElseThrow(() -> new BadInput("Nothing is loaded in this store yet: load a file first"));
    }

    void read(String sql, Taker taker) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The store could not be read: " + Engine.firstLine(e), e);
        }
    }

    /// Rows of whole numbers.
    List<List<Long>> numbers(String sql) {
        var all = new ArrayList<List<Long>>();
        read(sql, row -> {
            var numbers = new ArrayList<Long>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                numbers.add(row.getLong(i));
            }
            all.add(numbers);
        });
        return all;
    }

    private synchronized Connection connection() throws SQLException {
        var open = engine;
        if (open == null) {
            open = Engine.open();
            engine = open;
        }
        return open.duplicate();
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            try {
                engine.close();
            } catch (SQLException e) {
                throw new IllegalStateException("The reading database could not be closed", e);
            }
            engine = null;
        }
    }
}
