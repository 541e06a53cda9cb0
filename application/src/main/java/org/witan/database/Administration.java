package org.witan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The database for a command that somebody runs beside the web pages, with the rights of its administrator.
///
/// If the application runs, its server is used and left running; if not, the server runs until this is closed. An
/// application that starts in the meantime is told that another Witan uses the database. Whoever may read the files of
/// the database may use this, and nobody else.
public final class Administration implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private final DataSource source;
    private final @Nullable EmbeddedServer ours;

    private Administration(DataSource source, @Nullable EmbeddedServer ours) {
        this.source = source;
        this.ours = ours;
    }

    /// Opens the database that the application keeps in a folder (its setting `witan.database.folder`).
    ///
    /// @throws IllegalStateException with one line that says what to do, when there is none or it cannot be reached
    public static Administration open(Path folder) {
        return open(folder, EmbeddedServer.programsBeside(folder));
    }

    /// Opens the database of a folder with the programs unpacked in another (`witan.database.programs`).
    public static Administration open(Path folder, Path programs) {
        Path data = EmbeddedServer.whole(folder);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            throw new DatabaseUnusable("There is no database in " + data + ". Start the application once, or name its "
                    + "folder with witan.database.folder.");
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<FolderLock> lock = FolderLock.take(data);
            if (lock.isPresent()) {
                return started(EmbeddedServer.startUnder(lock.get(), data, programs));
            }
            Optional<DataSource> running = running(data);
            if (running.isPresent()) {
                return new Administration(running.get(), null);
            }
            // Whoever holds the lock is starting or stopping.
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < until && !Thread.currentThread().isInterrupted());
        throw new DatabaseUnusable("Another Witan uses the database in " + data + ", and it does not answer.");
    }

    /// Opens a database that somebody else runs, as the account that the application's migrations use.
    public static Administration open(String url, @Nullable String username, @Nullable String password) {
        var server = new ExternalServer(url, username, password, null);
        server.checkEncryption();
        server.checkAccount();
        return new Administration(server.administration(), null);
    }

    /// Opens the database of an installation: the one that the environment names, as for the application, or the one in
    /// its folder.
    public static Administration ofInstallation(Path home, Map<String, String> environment) {
        String url = environment.get("WITAN_DATABASE_URL");
        return url == null || url.isBlank()
                ? open(home.resolve("postgres"))
                : open(url, environment.get("WITAN_DATABASE_USERNAME"), environment.get("WITAN_DATABASE_PASSWORD"));
    }

    private static Administration started(EmbeddedServer server) {
        var administration = new Administration(server.administration(), server);
        Runtime.getRuntime().addShutdownHook(new Thread(administration::close, "database"));
        return administration;
    }

    /// A server whose application is just stopping or starting counts as absent.
    private static Optional<DataSource> running(Path data) {
        try {
            Optional<Postmaster> postmaster = Postmaster.of(data).filter(Postmaster::ready);
            if (postmaster.isEmpty()) {
                return Optional.empty();
            }
            var secret = Secret.readFrom(ClosedDoor.secretFile(data));
            DataSource source = EmbeddedServer.administration(postmaster.get().port(), secret);
            try (var connection = source.getConnection()) {
                return connection.isValid(5) ? Optional.of(source) : Optional.empty();
            }
        } catch (IOException | SQLException _) {
            return Optional.empty();
        }
    }

    /// A connection with the rights of the owner of the tables, for work that takes longer than a page may.
    public Connection ownerConnection() throws SQLException {
        Connection connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("set idle_in_transaction_session_timeout = 0");
            statement.execute("set role " + Roles.OWNER);
        }
        return connection;
    }

    /// Connections to the database, each with the rights of its administrator.
    public DataSource dataSource() {
        return source;
    }

    /// Stops the server if this started it.
    @Override
    public void close() {
        if (ours != null) {
            ours.close();
        }
    }
}
