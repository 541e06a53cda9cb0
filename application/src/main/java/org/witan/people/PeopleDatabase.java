package org.witan.people;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.Caller;
import org.witan.access.Channel;
import org.witan.access.Deed;
import org.witan.access.Origin;
import org.witan.access.Shown;
import org.witan.access.TrailKey;
import org.witan.access.Witnessing;
import org.witan.database.Administration;

/// The database as a command uses it: with the rights of the owner of the tables, beside a running application or
/// without one. Each piece of work is in the trail.
final class PeopleDatabase implements AutoCloseable {
    private final Administration administration;
    private final Connection connection;
    private final Witnessing witnessing;
    private final JdbcClient tables;

    private PeopleDatabase(Administration administration, TrailKey key) throws SQLException {
        this.administration = administration;
        this.connection = administration.ownerConnection();
        var source = new SingleConnectionDataSource(connection, true);
        this.witnessing = Witnessing.beside(source, key, Clock.systemUTC());
        this.tables = JdbcClient.create(source);
    }

    static PeopleDatabase open(Path home, Map<String, String> environment) throws IOException, SQLException {
        TrailKey key = TrailKey.read(home.resolve("trail.key"));
        return new PeopleDatabase(Administration.ofInstallation(home, environment), key);
    }

    JdbcClient tables() {
        return tables;
    }

    <T> T witness(Deed deed, String command, Function<Shown, T> work) {
        var caller = new Caller(null, new Origin(Channel.COMMAND, command, "", ""));
        return witnessing.witness(caller, deed.with("machine-user", System.getProperty("user.name", "")), work);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        administration.close();
    }
}
