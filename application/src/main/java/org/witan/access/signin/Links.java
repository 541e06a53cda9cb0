package org.witan.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links that work once. The database keeps a digest of each secret, so whoever reads it cannot use one.
@Repository
public class Links {
    private static final int SECRET = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient database;

    Links(JdbcClient database) {
        this.database = database;
    }

    /// The link with a secret; absent when there is none or it works no more, whatever the reason.
    public Optional<OpenLink> at(String token) {
        return database.sql("select * from access.link_at(:digest)")
                .param("digest", digest(token))
                .query(Links::read)
                .optional();
    }

    static String newToken() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OpenLink read(ResultSet row, int number) throws SQLException {
        return new OpenLink(
                row.getObject("id", UUID.class),
                OpenLink.Kind.valueOf(row.getString("kind")),
                row.getObject("account_id", UUID.class),
                Objects.requireNonNullElse(row.getString("given_name"), ""),
                Objects.requireNonNullElse(row.getString("family_name"), ""),
                Objects.requireNonNullElse(row.getString("email"), ""),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
