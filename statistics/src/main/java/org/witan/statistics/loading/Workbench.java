package org.witan.statistics.loading;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Areas;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.Offence;
import org.witan.statistics.store.Store;

/// The DuckDB session of one load, with the reference data as small look-up tables. Its memory is bounded and what
/// does not fit goes to the staging folder.
final class Workbench implements AutoCloseable {
    /// Leaves room below 2 GiB for the Java heap and DuckDB's own buffers.
    private static final String MEMORY_LIMIT = "1000MB";

    private final DuckDBConnection connection;

    private Workbench(DuckDBConnection connection) {
        this.connection = connection;
    }

    static Workbench open(Path staging, Definitions definitions) {
        try {
            Properties none = new Properties();
            Workbench bench = new Workbench((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", none));
            bench.run("SET memory_limit = '" + MEMORY_LIMIT + "'");
            bench.run("SET temp_directory = " + Store.quoted(staging.resolve("spill")));
            bench.run("SET enable_progress_bar = true");
            bench.run("SET enable_progress_bar_print = false");
            bench.fillLookUps(definitions);
            bench.makeTypes();
            return bench;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs one statement.
    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs one long statement and tells how far it is.
    void run(String sql, Progress progress) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory())) {
            DuckDBPreparedStatement query = statement.unwrap(DuckDBPreparedStatement.class);
            var ticks = watch.scheduleAtFixedRate(() -> tell(query, progress), 500, 500, TimeUnit.MILLISECONDS);
            try {
                statement.execute();
            } finally {
                ticks.cancel(false);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    long number(String sql) {
        return query(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    <T> T query(String sql, Reader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The optimiser may turn a look-up join round and build its hash table from the file, which it cannot size: then
    /// ten million rows are kept in memory instead of streamed. Within this, joins stay as they are written.
    void streaming(Runnable work) {
        run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
        try {
            work.run();
        } finally {
            run("SET disabled_optimizers = ''");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void tell(DuckDBPreparedStatement query, Progress progress) {
        try {
            double share = query.getQueryProgress().getPercentage() / 100;
            if (share >= 0) {
                progress.done(Math.min(1, share));
            }
        } catch (SQLException e) {
            // The statement ended between two ticks.
        }
    }

    private void fillLookUps(Definitions definitions) throws SQLException {
        run("CREATE TEMP TABLE offence_form (printed VARCHAR, code VARCHAR)");
        run("CREATE TEMP TABLE street_category (slug VARCHAR)");
        run("CREATE TEMP TABLE force_name (printed VARCHAR, code VARCHAR)");
        run("CREATE TEMP TABLE partnership_name (printed VARCHAR, code VARCHAR)");
        run("CREATE TEMP TABLE placed_code (printed VARCHAR, vintage SMALLINT, lsoa VARCHAR, ward VARCHAR,"
                + " district VARCHAR, force VARCHAR)");
        fill("offence_form", appender -> {
            for (var form : definitions.offences().printedForms().entrySet()) {
                row(appender, form.getKey(), form.getValue().value());
                String lower = form.getKey().toLowerCase(Locale.ROOT);
                if (!lower.equals(form.getKey())) {
                    row(appender, lower, form.getValue().value());
                }
            }
        });
        fill("street_category", appender -> {
            for (String slug : streetCategories(definitions)) {
                row(appender, slug);
            }
        });
        fill("force_name", appender -> rows(appender, definitions.areas().forceNames()));
        fill("partnership_name", appender -> {
            for (var area : definitions.areas().all()) {
                if (area.kind() == AreaKind.PARTNERSHIP) {
                    row(appender, area.code(), area.code());
                    row(appender, area.name(), area.code());
                }
            }
        });
        fill("placed_code", appender -> {
            for (Areas.Placing placing : definitions.areas().placings().values()) {
                appender.beginRow();
                appender.append(placing.code());
                appender.append((short) placing.vintage());
                appender.append(placing.lsoa());
                appender.append(placing.ward());
                appender.append(placing.district());
                appender.append(placing.force());
                appender.endRow();
            }
        });
    }

    /// What look-ups bring to a row travels as small numbers too.
    private void makeTypes() {
        CodedColumn.all().stream().map(CodedColumn::createType).distinct().forEach(this::run);
        enumerate("offence_code", "SELECT code FROM offence_form");
        enumerate("force_code", "SELECT code FROM force_name UNION SELECT force FROM placed_code");
        enumerate("district_code", "SELECT district FROM placed_code");
        enumerate("ward_code", "SELECT ward FROM placed_code");
        enumerate("lsoa_code", "SELECT lsoa FROM placed_code");
        run("ALTER TABLE offence_form ALTER code TYPE offence_code");
        run("ALTER TABLE force_name ALTER code TYPE force_code");
        run("ALTER TABLE placed_code ALTER force TYPE force_code");
        run("ALTER TABLE placed_code ALTER district TYPE district_code");
        run("ALTER TABLE placed_code ALTER ward TYPE ward_code");
        run("ALTER TABLE placed_code ALTER lsoa TYPE lsoa_code");
    }

    private void enumerate(String type, String values) {
        run("CREATE TYPE " + type + " AS ENUM (SELECT v FROM (" + values + ") t(v) WHERE v IS NOT NULL GROUP BY v"
                + " ORDER BY v)");
    }

    private static Iterable<String> streetCategories(Definitions definitions) {
        return Stream.concat(
                        definitions.offences().all().stream()
                                .map(Offence::policeUkCategory)
                                .filter(Objects::nonNull),
                        definitions.sets().all().stream().flatMap(set -> set.streetCategories().stream()))
                .distinct()
                .toList();
    }

    private void fill(String table, Filling filling) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("temp", "main", table)) {
            filling.fill(appender);
        }
    }

    private static void rows(DuckDBAppender appender, Map<String, String> rows) throws SQLException {
        for (var entry : rows.entrySet()) {
            row(appender, entry.getKey(), entry.getValue());
        }
    }

    private static void row(DuckDBAppender appender, String... values) throws SQLException {
        appender.beginRow();
        for (String value : values) {
            appender.append(value);
        }
        appender.endRow();
    }

    /// What went wrong in the engine, as something a person can act on where it is theirs to mend. The engine's own
    /// words may quote a row, so they never reach a message.
    private static RuntimeException failure(SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("max_temp_directory_size")) {
            return new BadInput("The disk is full. Nothing was loaded; the snapshot before is unchanged.", e);
        }
        if (message.contains("Permission denied") || message.contains("Read-only file system")) {
            return new BadInput("The store's folder cannot be written. Nothing was loaded.", e);
        }
        if (message.contains("Invalid unicode")) {
            return new NotUtf8(e);
        }
        return new IllegalStateException("The load failed inside the engine; nothing was loaded", e);
    }

    /// Text in a coded column is not UTF-8, which the engine's reader cannot pass over.
    static final class NotUtf8 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotUtf8(Throwable cause) {
            super("not UTF-8", cause);
        }
    }

    /// Reads a result.
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private interface Filling {
        void fill(DuckDBAppender appender) throws SQLException;
    }
}
