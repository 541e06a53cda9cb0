package org.witan.database;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables of each module up to date, forward only, as the role that owns them.
final class Migrations {
    private static final String OUR_STATEMENT = "42";
    private final DataSource administration;
    private final String installation;

    Migrations(DataSource administration) {
        this(administration, Preparation.LIVE);
    }

    /// @param installation what a new database is for, which its first migrations write down for ever
    Migrations(DataSource administration, String installation) {
        this.administration = administration;
        this.installation = installation;
    }

    /// Runs what a module's schema lacks.
    ///
    /// @throws DatabaseUnusable when a migration fails; the failed one leaves nothing behind
    void run(String module) {
        try {
            Flyway.configure()
                    .dataSource(administration)
                    .initSql("set role " + Roles.OWNER)
                    .schemas(module)
                    .locations("classpath:db/migration/" + module)
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .placeholders(Map.of("installation", installation))
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new DatabaseUnusable(
                    "The tables of " + module + " could not be brought up to date: " + reason(failure)
                            + ". The data are as they were; start the former version, and report this line.",
                    failure);
        }
    }

    /// One line. The server's own words are shown only about the statement, which is ours: about a value, they may
    /// quote what is stored.
    private static String reason(FlywayException failure) {
        String what = firstLine(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                String state = refused.getSQLState();
                return what + ", SQL state " + state
                        + (state.startsWith(OUR_STATEMENT) ? ", " + firstLine(refused) : "");
            }
        }
        return what;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
