package org.witan.statistics.comparison;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

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
            throw new IllegalStateException("The store could not be read: " + firstLine(e), e);
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

    private synchronized Connection connection() throws SQLException {
        var open = database;
        if (open == null) {
            open = open();
            database = open;
        }
        return open.duplicate();
    }

    /// Opened at the first question, because a page of definitions needs no engine.
    private static DuckDBConnection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty(
                "threads", Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors())));
        settings.setProperty("memory_limit", "1GB");
        var connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_progress_bar = false");
            statement.execute("set parquet_metadata_cache = true");
            statement.execute("set temp_directory = ''");
        }
        return connection.unwrap(DuckDBConnection.class);
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

    private static String firstLine(SQLException e) {
        var message = e.getMessage();
        return message == null ? "unknown reason" : message.lines().findFirst().orElse("unknown reason");
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
