package org.witan.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Our own PostgreSQL server: started with the application, stopped with it, its data kept in a folder.
///
/// A lock file beside the data lets one application use the folder at a time. Whoever holds it may stop a server
/// that a killed application left behind. The server asks everybody for a password.
final class EmbeddedServer implements Server {
    private static final String NAME = "witan";

    /// The library turns the writes to disk off for tests; then a loss of power may lose or break
    /// what was kept. Verbose, the server's log would quote the values that a row was refused for.
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "timezone", "UTC",
            "fsync", "on",
            "synchronous_commit", "on",
            "log_error_verbosity", "terse");

    private final EmbeddedPostgres postgres;
    private final FolderLock lock;

    private EmbeddedServer(EmbeddedPostgres postgres, FolderLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /// Starts the server on the data of a folder, with the programs unpacked beside it.
    static EmbeddedServer startIn(Path folder) {
        return startIn(folder, programsBeside(folder));
    }

    /// Starts the server on the data of a folder, which is made when absent.
    ///
    /// @throws DatabaseUnusable when another application uses the folder or the server does not start
    static EmbeddedServer startIn(Path folder, Path programs) {
        Path data = whole(folder);
        FolderLock lock = FolderLock.take(data)
                .orElseThrow(() -> new DatabaseUnusable("Another Witan uses the database in " + data
                        + ". Stop it, or give this one a folder of its own with witan.database.folder."));
        return startUnder(lock, data, programs);
    }

    static EmbeddedServer startUnder(FolderLock lock, Path data, Path programs) {
        try {
            Optional<Postmaster> former = Postmaster.of(data);
            if (former.isPresent()) {
                former.get().stop();
            }
            EmbeddedPostgres postgres = start(data, new Programs(whole(programs)));
            createDatabase(postgres);
            return new EmbeddedServer(postgres, lock);
        } catch (DatabaseUnusable refusal) {
            lock.close();
            throw refusal;
        } catch (IOException | SQLException | RuntimeException failure) {
            lock.close();
            throw new DatabaseUnusable("The database in " + data + " does not start: " + firstLine(failure), failure);
        }
    }

    static Path programsBeside(Path folder) {
        Path data = whole(folder);
        return data.resolveSibling(data.getFileName() + ".programs");
    }

    static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static EmbeddedPostgres start(Path data, Programs programs) throws IOException {
        var secret = Secret.made();
        var made = new NewData(data);
        made.begin();
        var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(programs.unpackedIn())
                .setPgBinaryResolver(programs)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(_ -> prepare(made, new ClosedDoor(data, programs), secret))
                .setConnectConfig("password", secret.value())
                .setLocaleConfig("locale", "C.UTF-8")
                // Whoever starts it stops it, after the last page that needs it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60));
        SETTINGS.forEach(server::setServerConfig);
        return server.start();
    }

    /// The library calls this when the folder is whole and the server does not run yet.
    private static void prepare(NewData made, ClosedDoor door, Secret secret) {
        try {
            door.shut(secret);
            made.done();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException failure) {
            postgres.close();
            throw failure;
        }
    }

    @Override
    public DataSource administration() {
        return postgres.getDatabase("postgres", NAME);
    }

    @Override
    public String address() {
        return address(postgres.getPort());
    }

    /// Nobody else needs the password, so it is new at each start and kept nowhere.
    @Override
    public String letIn(Roles roles) {
        return roles.prepare();
    }

    private static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /// Connections of the superuser to a server that another program runs.
    static DataSource administration(int port, Secret secret) {
        return new DriverManagerDataSource(address(port), "postgres", secret.value());
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            lock.close();
        }
    }
}
