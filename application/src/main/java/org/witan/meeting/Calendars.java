package org.witan.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Addresses from which somebody's calendar program reads when and where their meetings are, and nothing else.
@Component
public class Calendars {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    Calendars(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// The addresses of whoever looks, the newest first; never the secrets in them.
    public List<Address> list(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "calendar"),
                _ -> database.sql("""
                        select id, made_at, revoked_at from meeting.calendar where account_id = :account
                        order by made_at desc, id
                        """)
                        .param("account", viewer.account())
                        .query((row, _) -> new Address(
                                Rows.id(row, "id"), Rows.moment(row, "made_at"), Rows.momentOrNull(row, "revoked_at")))
                        .list());
    }

    /// Makes an address.
    ///
    /// @return the secret in it, which is kept nowhere
    public String make(Viewer viewer) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "calendar"),
                _ -> database.sql("""
                        insert into meeting.calendar (id, account_id, digest, made_at)
                        values (:id, :account, :digest, now())
                        """)
                        .param("id", Identity.at(clock.instant()))
                        .param("account", viewer.account())
                        .param("digest", digest(secret))
                        .update());
        return secret;
    }

    /// An address ceases to answer.
    ///
    /// @throws Absent when this viewer has none such
    public void revoke(Viewer viewer, UUID id) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "calendar"), _ -> {
            int revoked = database.sql("""
                            update meeting.calendar set revoked_at = now()
                            where id = :id and account_id = :account and revoked_at is null
                            """)
                    .param("id", id)
                    .param("account", viewer.account())
                    .update();
            if (revoked == 0) {
                throw new Absent();
            }
            return id;
        });
    }

    /// What a calendar program reads.
    ///
    /// @throws Absent when no address has this secret
    public List<Entry> read(Caller caller, String secret) {
        byte[] digest = digest(secret);
        return witnessing.witness(caller, Deed.of(Verb.LIST, "calendar"), _ -> {
            if (!database.sql("select meeting.calendar_works(:digest)")
                    .param("digest", digest)
                    .query(Boolean.class)
                    .single()) {
                throw new Absent();
            }
            return database.sql("select * from meeting.calendar_of(:digest)")
                    .param("digest", digest)
                    .query((row, _) -> new Entry(
                            Rows.id(row, "meeting_id"),
                            Rows.moment(row, "starts_at"),
                            row.getInt("minutes"),
                            row.getString("place"),
                            row.getBoolean("cancelled"),
                            row.getInt("version"),
                            Rows.moment(row, "since")))
                    .list();
        });
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// An address without its secret.
    ///
    /// @param revokedAt null while it answers
    public record Address(UUID id, Instant madeAt, @Nullable Instant revokedAt) {}

    /// When and where somebody meets.
    ///
    /// @param version counts changes, so that a program sees which is the newest
    /// @param since when this was set
    public record Entry(
            UUID meeting, Instant startsAt, int minutes, String place, boolean cancelled, int version, Instant since) {}
}
