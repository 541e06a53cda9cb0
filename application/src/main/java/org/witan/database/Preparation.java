package org.witan.database;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/// What happens to a database at every start before anybody uses it: roles, schemas, tables.
///
/// Nodes that start together do it one after the other.
///
/// @param installation what a new database is for: real people, or a demonstration
record Preparation(Server server, Patience patience, List<String> schemas, String installation) {
    static final String LIVE = "LIVE";
    static final String DEMONSTRATION = "DEMONSTRATION";
    private static final long TURN = 0x7769_7461_6eL;
    private static final String NOT_ALLOWED = "42501";
    private static final String TOO_LONG = "57014";

    Preparation(Server server, Patience patience, List<String> schemas) {
        this(server, patience, schemas, LIVE);
    }

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
            roles.makeExtensions();
            var migrations = new Migrations(administration, installation);
            schemas.forEach(module -> {
                roles.makeSchema(module);
                migrations.run(module);
            });
            return password;
        } catch (SQLException failure) {
            throw refused(failure, failure);
        } catch (DataAccessException failure) {
            throw refused(failure, failure.getMostSpecificCause());
        }
    }

    private static DatabaseUnusable refused(Exception failure, Throwable cause) {
        String state = cause instanceof SQLException told ? String.valueOf(told.getSQLState()) : "none";
        return new DatabaseUnusable(
                switch (state) {
                    case NOT_ALLOWED ->
                        "The account in witan.database.username may not do what the start needs (SQL state " + state
                                + "). Give it CREATEROLE, and CREATE on the database.";
                    case TOO_LONG ->
                        "Another node has been preparing the database for too long. Wait for it to end, "
                                + "and start again.";
                    default -> "The database cannot be prepared (SQL state " + state + "). See the server's log.";
                },
                failure);
    }
}
