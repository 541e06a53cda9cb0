package org.witan.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Our own PostgreSQL server: started with the application, stopped with it, its data kept in a folder.
///
/// A lock file beside the data lets one application use the folder at a time. Whoever holds it may stop a server
/// that a killed application left behind.
final class EmbeddedServer implements Server {
    private static final String NAME = "witan";
    private final EmbeddedPostgres postgres;
    private final FileChannel lock;

    private EmbeddedServer(EmbeddedPostgres postgres, FileChannel lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /// Starts the server on the data of a folder, which is made when absent.
    ///
    /// @throws IllegalStateException when another application uses the folder or the server does not start
    static EmbeddedServer startIn(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        FileChannel lock = lock(data);
        try {
            stopOrphan(data);
            var server = new EmbeddedServer(start(data), lock);
            server.createDatabase();
            return server;
        } catch (IOException | SQLException | RuntimeException failure) {
            closeQuietly(lock);
            throw new IllegalStateException("The database in " + folder + " does not start.", failure);
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale", "C.UTF-8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static FileChannel lock(Path data) {
        try {
            Path parent = data.getParent();
            Files.createDirectories(parent == null ? data : parent);
            FileChannel channel = FileChannel.open(
                    data.resolveSibling(data.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalStateException("Another Witan uses the database in " + data
                        + ". Stop it, or give this one a folder of its own with witan.database.folder.");
            }
            return channel;
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of the database cannot be written: " + data, failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /// The first line of `postmaster.pid` is the process of the server that uses the data.
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid).filter(EmbeddedServer::isPostgres);
        if (orphan.isPresent()) {
            orphan.get().destroy();
            await(orphan.get());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the former server stops.", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(
                    "A server left behind, process " + process.pid() + ", does not stop.", failure);
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    @Override
    public DataSource administration() {
        return postgres.getDatabase("postgres", NAME);
    }

    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            closeQuietly(lock);
        }
    }

    private static void closeQuietly(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
