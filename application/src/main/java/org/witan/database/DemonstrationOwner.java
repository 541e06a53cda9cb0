package org.witan.database;

import java.sql.Connection;
import java.sql.SQLException;

/// The owner of the tables of a demonstration, for what is invented on days that are over. There is none anywhere else:
/// not without the setting `witan.demo`, and not on a database that was made for real people.
public final class DemonstrationOwner {
    private static final String KIND = "select kind from access.installation";
    private final Server server;

    DemonstrationOwner(Server server) {
        this.server = server;
    }

    /// Connects. Nothing is kept before it is committed.
    ///
    /// @throws IllegalStateException when the database is no demonstration
    public Connection connect() throws SQLException {
        Connection connection = server.administration().getConnection();
        try (var asked = connection.createStatement();
                var rows = asked.executeQuery(KIND)) {
            if (!rows.next() || !Preparation.DEMONSTRATION.equals(rows.getString(1))) {
                connection.close();
                throw new IllegalStateException("This database is not a demonstration.");
            }
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
