package org.witan.statistics.comparison;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.store.Engine;

/// Runs scans in an in-memory database that only reads the store's files. Safe for several threads: each
/// reading has a
/// connection of its own.
final class Readings implements AutoCloseable {
    private @Nullable DuckDBConnection database;

    /// One group of a scan.
    ///
    /// @param slot 0 or 1 for the earlier and later period, or the number of the month (`year * 12 + month
    /// - 1`)
    record Group(long slot, @Nullable String key, @Nullable String offence, long n, long part, List<Long> extras) {}

    List<Group> read(Scan scan) {
        try (var connection = connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(scan.sql())) {
            var groups = new ArrayList<Group>();
            while (result.next()) {
                groups.add(group(result, scan.extras().size()));
            }
            return groups;
        } catch (SQLException e) {
            throw new IllegalStateException("The store could not be read: " + Engine.firstLine(e), e);
        }
    }

    private static Group group(ResultSet result, int extras) throws SQLException {
        var counts = new ArrayList<Long>();
        for (int i = 0; i < extras; i++) {
            counts.add(result.getLong(6 + i));
        }
        return new Group(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getLong(4),
                result.getLong(5),
                List.copyOf(counts));
    }

    /// Opened at the first question, because a page of definitions needs no engine.
    private synchronized Connection connection() throws SQLException {
        var open = database;
        if (open == null) {
            open = Engine.open();
            database = open;
        }
        return open.duplicate();
    }

    /// Loads the engine's native code, which takes longer than most questions. A failure shows at the first
    /// reading.
    static void loadEngine() {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException e) {
            return;
        }
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            try {
                database.close();
            } catch (SQLException e) {
                throw new IllegalStateException("The reading database could not be closed", e);
            }
            database = null;
        }
    }
}
