package org.witan.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A server that somebody else runs: it asks everybody for a password, and its account for Witan is
/// no superuser. It can be stopped and started again on the same port.
final class ExternalCluster implements AutoCloseable {
    static final String ACCOUNT = "partnership_admin";
    static final String PASSWORD = "invented-admin-password";
    private static final String SUPERUSER_PASSWORD = "invented-superuser-password";
    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    ExternalCluster(Path folder) {
        this.data = folder.resolve("external");
        this.port = freePort();
        start();
        for (String statement : List.of(
                "create role " + ACCOUNT + " login createrole password '" + PASSWORD + "'",
                "create database partnership",
                "grant create on database partnership to " + ACCOUNT)) {
            superuser("postgres").sql(statement).update();
        }
    }

    void start() {
        try {
            Path password = data.resolveSibling("password");
            Files.writeString(password, SUPERUSER_PASSWORD);
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new Programs(UnpackedOnce.FOLDER.toAbsolutePath()).unpackedIn())
                    .setPgBinaryResolver(new Programs(UnpackedOnce.FOLDER.toAbsolutePath()))
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setConnectConfig("password", SUPERUSER_PASSWORD)
                    // Whatever stands here becomes an option of initdb.
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void stop() {
        try {
            Objects.requireNonNull(server).close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/partnership";
    }

    /// What somebody who runs the server may do in Witan's database.
    JdbcClient superuser() {
        return superuser("partnership");
    }

    private JdbcClient superuser(String database) {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", SUPERUSER_PASSWORD));
    }

    @Override
    public void close() {
        stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
