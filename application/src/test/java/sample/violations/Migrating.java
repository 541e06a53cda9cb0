package sample.violations;

import org.flywaydb.core.Flyway;

/// A module other than the database that changes tables.
public class Migrating {
    Object flyway() {
        return Flyway.configure();
    }
}
