package org.witan.statistics.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// A store for a test, loaded on a fixed day and looked into by SQL of the test's own.
final class LoadedStore {
    private static final Definitions DEFINITIONS = Definitions.shippedWith(null);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-01T12:00:00Z"), ZoneOffset.UTC);

    private final Store store;

    private LoadedStore(Store store) {
        this.store = store;
    }

    static LoadedStore in(Path folder) {
        return new LoadedStore(new Store(folder));
    }

    LoadReport load(Path... files) {
        return new Loading(store, DEFINITIONS, CLOCK).load(List.of(files), Progress.SILENT);
    }

    Path folder() {
        return store.folder();
    }

    Snapshot current() {
        return store.findCurrent().orElseThrow();
    }

    long crimes(String expression) {
        return number(current(), Table.CRIME, expression);
    }

    long crimes(String snapshot, String expression) {
        return number(store.the(snapshot), Table.CRIME, expression);
    }

    long number(Table table, String expression) {
        return number(current(), table, expression);
    }

    private long number(Snapshot snapshot, Table table, String expression) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + expression + " FROM " + store.relation(snapshot, table))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All that the store's files hold, as text: to prove that something is not in there. Parquet pages are read
    /// through SQL, since they are compressed.
    String everyByte() {
        try (var files = Files.walk(store.folder())) {
            return files.filter(Files::isRegularFile).map(LoadedStore::content).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            if (!file.toString().endsWith(".parquet")) {
                return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT string_agg(to_json(t)::VARCHAR, '\n') FROM read_parquet(" + Store.quoted(file) + ") t")) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
