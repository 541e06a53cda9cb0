package org.witan.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Repository;
import org.witan.shared.Identity;

/// The passkeys in the database. Except for [#named], each method is asked inside a witnessed piece of work and knows
/// only the passkeys of whoever was entered.
@Repository
class Passkeys implements Credentials {
    private final JdbcClient database;
    private final Clock clock;

    Passkeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int inForce(UUID account) {
        return database.sql("select count(*) from access.passkey where account_id = :account and ended_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /// Whoever was entered, as their authenticator will know them; absent for an account that is closed.
    Optional<PublicKeyCredentialUserEntity> holder() {
        return database.sql("select * from access.passkey_holder(:fresh, :at)")
                .param("fresh", Bytes.random().getBytes())
                .param("at", now())
                .query((row, _) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(row.getBytes("handle")))
                        .name(row.getString("email"))
                        .displayName((row.getString("given_name") + " " + row.getString("family_name")).strip())
                        .build())
                .optional();
    }

    /// The passkeys in force, oldest first.
    List<Passkey> own() {
        return database.sql("""
                        select id, label, backed_up, created_at, last_used_at from access.passkey
                        where ended_at is null order by created_at, id
                        """)
                .query((row, _) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getBoolean("backed_up"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "last_used_at")))
                .list();
    }

    /// The names that authenticators gave to the passkeys in force.
    List<CredentialRecord> ownCredentials(Bytes handle) {
        return database.sql("""
                        select id, account_id, :handle as handle, credential_id, public_key, attestation,
                            signature_count, transports, backup_eligible, backed_up, label, created_at
                        from access.passkey where ended_at is null order by created_at, id
                        """)
                .param("handle", handle.getBytes())
                .query((row, _) -> stored(row).credential())
                .list();
    }

    /// The passkey in force that an authenticator names, whoever asks.
    Optional<StoredPasskey> named(Bytes credential) {
        return database.sql("select * from access.passkey_by_credential(:credential)")
                .param("credential", credential.getBytes())
                .query((row, _) -> stored(row))
                .optional();
    }

    /// Keeps a new passkey; false when there is or was one of that name.
    boolean add(UUID account, CredentialRecord made, String label) {
        return database.sql("""
                        insert into access.passkey (id, account_id, credential_id, public_key, attestation, signature_count,
                            transports, backup_eligible, backed_up, label, created_at)
                        values (:id, :account, :credential, :key, :attestation, :count, :transports, :eligible, :backed,
                            :label, :at)
                        on conflict do nothing
                        """)
                        .param("id", Identity.at(clock.instant()))
                        .param("account", account)
                        .param("credential", made.getCredentialId().getBytes())
                        .param("key", made.getPublicKey().getBytes())
                        .param("attestation", bytes(made.getAttestationObject()))
                        .param("count", made.getSignatureCount())
                        .param(
                                "transports",
                                made.getTransports().stream()
                                        .map(AuthenticatorTransport::getValue)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .param("eligible", made.isBackupEligible())
                        .param("backed", made.isBackupState())
                        .param("label", label)
                        .param("at", now())
                        .update()
                == 1;
    }

    /// Keeps what a passkey said of itself; false when it counts less than before, which a copy would.
    boolean use(UUID passkey, long count, boolean backedUp) {
        return database.sql("select access.passkey_is_used(:passkey, :count, :backed, :at)")
                .param("passkey", passkey)
                .param("count", count)
                .param("backed", backedUp)
                .param("at", now())
                .query(Boolean.class)
                .single();
    }

    /// Ends a passkey unless it is the last way to sign in.
    ///
    /// @param others how many credentials of other kinds there are
    Ending end(UUID passkey, int others) {
        String answer = database.sql("select access.end_passkey(:passkey, :others, :at)")
                .param("passkey", passkey)
                .param("others", others)
                .param("at", now())
                .query(String.class)
                .single();
        return Ending.valueOf(answer);
    }

    private static StoredPasskey stored(ResultSet row) throws SQLException {
        return new StoredPasskey(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                ImmutableCredentialRecord.builder()
                        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                        .credentialId(new Bytes(row.getBytes("credential_id")))
                        .userEntityUserId(new Bytes(row.getBytes("handle")))
                        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                        .attestationObject(new Bytes(row.getBytes("attestation")))
                        .signatureCount(row.getLong("signature_count"))
                        .uvInitialized(true)
                        .transports(transports(row.getString("transports")))
                        .backupEligible(row.getBoolean("backup_eligible"))
                        .backupState(row.getBoolean("backed_up"))
                        .label(row.getString("label"))
                        .created(row.getObject("created_at", OffsetDateTime.class)
                                .toInstant())
                        .build());
    }

    private static Set<AuthenticatorTransport> transports(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] bytes(@Nullable Bytes some) {
        return some == null ? new byte[0] : some.getBytes();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /// What came of ending a passkey.
    enum Ending {
        ENDED,
        LAST,
        ABSENT
    }
}
