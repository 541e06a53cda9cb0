package org.witan.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Challenges and states that were answered: each counts once, on any node.
@Repository
class Spending {
    private final JdbcClient database;
    private final Clock clock;

    Spending(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether this is the first answer.
    boolean spend(String secret) {
        return database.sql("select access.spend(:digest, :at)")
                .param("digest", digest(secret))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
