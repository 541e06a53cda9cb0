package org.witan.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is.
///
/// @param url the JDBC address of a server that somebody else runs; absent: start our own
/// @param username of an account on that server that may create roles and schemas
/// @param applicationPassword of the application's own role on that server, the same on every node
/// @param folder where our own server keeps its data
/// @param programs where our own server's programs are unpacked; absent: beside the data
/// @param schemas the modules that keep tables, in the order of their migrations
/// @param statementTimeout how long one statement of the application may take
/// @param idleInTransactionTimeout how long a transaction of the application may do nothing
@ConfigurationProperties("witan.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String applicationPassword,
        @DefaultValue(".witan/postgres") Path folder,
        @Nullable Path programs,
        @DefaultValue({"access", "comparison"}) List<String> schemas,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("60s") Duration idleInTransactionTimeout) {

    boolean external() {
        return url != null && !url.isBlank();
    }

    Patience patience() {
        return new Patience(statementTimeout, idleInTransactionTimeout);
    }

    @Override
    public String toString() {
        return external() ? "an external database" : "the database in " + folder;
    }
}
