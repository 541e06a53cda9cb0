package org.witan.database;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// What happens to a database at every start before anybody uses it: roles, schemas, tables.
///
/// Nodes that start together do it one after the other.
record Preparation(Server server, Patience patience, List<String> schemas) {
    private static final long TURN = 0x7769_7461_6eL;

    /// Returns the password of the application's role.
    String run() {
        DataSource administration = server.administration();
        try (var connection = administration.getConnection();
                var turn = connection.createStatement()) {
            // The turn is over when the connection closes, also when this node dies.
            turn.execute("set statement_timeout = '10min'");
            turn.execute("select pg_advisory_lock(" + TURN + ")");
            var roles = new Roles(administration, patience);
            String password = server.letIn(roles);
            var migrations = new Migrations(administration);
            schemas.forEach(module -> {
                roles.makeSchema(module);
                migrations.run(module);
            });
            return password;
        } catch (SQLException failure) {
            throw new DatabaseUnusable(
                    "The database cannot be prepared (SQL state " + failure.getSQLState()
                            + "). If another node is starting, wait for it and start again.",
                    failure);
        }
    }
}
