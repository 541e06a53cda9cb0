package org.witan.database;

import javax.sql.DataSource;

/// A running PostgreSQL server.
interface Server extends AutoCloseable {

    /// Connections of the account that may create roles and schemas.
    DataSource administration();

    /// The JDBC address of Witan's database.
    String address();

    /// Sees to it that the application's role can sign in, and returns its password.
    String letIn(Roles roles);

    /// Stops the server if it is ours.
    @Override
    void close();
}
