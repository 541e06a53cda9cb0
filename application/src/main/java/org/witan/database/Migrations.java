package org.witan.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the tables of each module up to date, forward only, as the role that owns them.
final class Migrations {
    private final DataSource administration;

    Migrations(DataSource administration) {
        this.administration = administration;
    }

    void run(String module) {
        Flyway.configure()
                .dataSource(administration)
                .initSql("set role " + Roles.OWNER)
                .schemas(module)
                .locations("classpath:db/migration/" + module)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
