package org.witan.database;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A server that somebody else runs and backs up.
record ExternalServer(
        String address, @Nullable String username, @Nullable String password) implements Server {

    @Override
    public DataSource administration() {
        var source = new DriverManagerDataSource(address);
        if (username != null) {
            source.setUsername(username);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "external server";
    }
}
