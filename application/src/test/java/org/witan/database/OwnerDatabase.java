package org.witan.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database of a running application, as whoever may do anything in it.
public final class OwnerDatabase {

    private OwnerDatabase() {}

    public static JdbcClient of(ApplicationContext application) {
        return JdbcClient.create(application.getBean(Server.class).administration());
    }

    /// A connection of its own, for what must be undone. Close it.
    public static Connection connection(ApplicationContext application) throws SQLException {
        return application.getBean(Server.class).administration().getConnection();
    }
}
