package org.witan.statistics.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/// The engine that reads the store's files: a database in memory that keeps nothing, writes nothing to disk and
/// fetches nothing from outside.
public final class Engine {
    private Engine() {}

    /// A database for readers; each reading takes a duplicate of the connection.
    public static DuckDBConnection open() throws SQLException {
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

    /// What went wrong in one line, without the statement.
    public static String firstLine(SQLException e) {
        var message = e.getMessage();
        return message == null ? "unknown reason" : message.lines().findFirst().orElse("unknown reason");
    }
}
