package org.witan.database;

import java.time.Duration;
import java.util.Map;

/// How long the database lets the application keep others waiting.
///
/// @param statement for one statement
/// @param idleInTransaction for a transaction in which nothing happens; its locks would hold others up for ever
record Patience(Duration statement, Duration idleInTransaction) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60));

    /// The settings of PostgreSQL, in milliseconds as it counts them.
    Map<String, String> settings() {
        return Map.of(
                "statement_timeout", statement.toMillis() + "ms",
                "idle_in_transaction_session_timeout", idleInTransaction.toMillis() + "ms");
    }
}
