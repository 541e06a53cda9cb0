package org.witan.access;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.database.Administration;

/// The database as a command uses it: with the rights of the owner of the tables, beside a running application or
/// without one. Each piece of work is in the trail.
public final class OwnersDatabase implements AutoCloseable {
    private final Administration administration;
    private final Connection connection;
    private final Witnessing witnessing;
    private final JdbcClient tables;

    private OwnersDatabase(Administration administration, TrailKey key) throws SQLException {
        this.administration = administration;
        this.connection = administration.ownerConnection();
        var source = new SingleConnectionDataSource(connection, true);
        this.witnessing = Witnessing.beside(source, key, Clock.systemUTC());
        this.tables = JdbcClient.create(source);
    }

    /// Opens the database of an installation.
    ///
    /// @param home its folder, with the key of the trail
    public static OwnersDatabase open(Path home, Map<String, String> environment) throws IOException, SQLException {
        TrailKey key = TrailKey.read(home.resolve("trail.key"));
        return new OwnersDatabase(Administration.ofInstallation(home, environment), key);
    }

    /// Its tables, past every policy.
    public JdbcClient tables() {
        return tables;
    }

    /// Does a piece of work that the trail knows as a command's, with the user of the machine.
    ///
    /// @param command its name
    public <T> T witness(Deed deed, String command, Function<Shown, T> work) {
        var caller = new Caller(null, new Origin(Channel.COMMAND, command, "", ""));
        return witnessing.witness(caller, deed.with("machine-user", System.getProperty("user.name", "")), work);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        administration.close();
    }
}
