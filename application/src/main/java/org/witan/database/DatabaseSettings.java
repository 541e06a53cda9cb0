package org.witan.database;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is.
///
/// @param url the JDBC address of a server that somebody else runs; absent: start our own
/// @param username of an account on that server that may create roles and schemas
/// @param folder where our own server keeps its data
/// @param schemas the modules that keep tables, in the order of their migrations
@ConfigurationProperties("witan.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue(".witan/postgres") Path folder,
        @DefaultValue({"access", "comparison"}) List<String> schemas) {

    boolean external() {
        return url != null && !url.isBlank();
    }
}
