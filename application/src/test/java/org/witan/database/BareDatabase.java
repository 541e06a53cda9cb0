package org.witan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database with the tables of `access` and no application, for tests that do to it what no application may meet.
public final class BareDatabase implements AutoCloseable {
    private final EmbeddedServer server;
    private final DataSource application;

    private BareDatabase(EmbeddedServer server, DataSource application) {
        this.server = server;
        this.application = application;
    }

    public static BareDatabase started() {
        try {
            return in(Files.createTempDirectory("witan-bare").resolve("postgres"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static BareDatabase in(Path data) {
        var server = UnpackedOnce.serverIn(data);
        String password = new Preparation(server, Patience.USUAL, List.of("access")).run();
        return new BareDatabase(server, new DriverManagerDataSource(server.address(), Roles.APPLICATION, password));
    }

    /// Connections as the application has them.
    public DataSource application() {
        return application;
    }

    /// Connections of whoever may do anything.
    public DataSource owner() {
        return server.administration();
    }

    @Override
    public void close() {
        server.close();
    }
}
