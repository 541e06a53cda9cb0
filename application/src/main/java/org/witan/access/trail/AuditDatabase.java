package org.witan.access.trail;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.Caller;
import org.witan.access.Channel;
import org.witan.access.Deed;
import org.witan.access.Origin;
import org.witan.access.TrailKey;
import org.witan.access.Witnessing;
import org.witan.database.Administration;

/// The database as a command of the trail uses it: with the rights of the owner of the tables, beside a running
/// application or without one.
final class AuditDatabase implements AutoCloseable {
    private final Administration administration;
    private final Connection connection;

    private AuditDatabase(Administration administration) throws SQLException {
        this.administration = administration;
        this.connection = administration.ownerConnection();
    }

    /// The database of an installation.
    static AuditDatabase open(Path home, Map<String, String> environment) throws SQLException {
        return new AuditDatabase(Administration.ofInstallation(home, environment));
    }

    /// Writes into the trail that somebody at this machine looks at it.
    void witness(TrailKey key, Deed.Verb verb, String command) {
        var deed = Deed.of(verb, "trail").with("machine-user", System.getProperty("user.name", ""));
        var caller = new Caller(null, new Origin(Channel.COMMAND, command, "", ""));
        Witnessing.beside(new SingleConnectionDataSource(connection, true), key, Clock.systemUTC())
                .witness(caller, deed, _ -> true);
    }

    /// A connection that sees one snapshot and changes nothing.
    Connection snapshot() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local search_path = pg_catalog, access");
        }
        return connection;
    }

    /// A connection for statements that stand alone.
    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        administration.close();
    }
}
