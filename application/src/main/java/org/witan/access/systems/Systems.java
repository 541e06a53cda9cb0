package org.witan.access.systems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Purpose;
import org.witan.access.Role;

/// The systems that are registered. Asked and changed within a witnessed piece of work.
@Repository
class Systems {
    private static final String SELECT = """
            select s.id, a.family_name, y.name, m.role, s.purpose, s.answers_name, s.answers_email,
                s.networks::text[] as networks, s.expires_on, s.revoked_at,
                array(select c.scope from access.system_scope c where c.system_id = s.id order by c.scope) as scopes
            from access.system s
            join access.account a on a.id = s.id
            join access.membership m on m.id = s.membership_id
            join access.agency y on y.id = m.agency_id
            """;
    private final JdbcClient database;

    Systems(JdbcClient database) {
        this.database = database;
    }

    List<AgencySystem> list() {
        return database.sql(SELECT + "order by s.revoked_at is not null, y.name, a.family_name")
                .query(this::read)
                .list();
    }

    Optional<AgencySystem> find(UUID system) {
        return database.sql(SELECT + "where s.id = :system")
                .param("system", system)
                .query(this::read)
                .optional();
    }

    void add(NewSystem given, UUID system, UUID membership, UUID by, Instant now) {
        addMembership(given, system, membership, by, now);
        database.sql("""
                        insert into access.system
                            (id, membership_id, purpose, answers_name, answers_email, networks, expires_on, registered_by)
                        values (:id, :membership, :purpose, :name, :email, cast(:networks as cidr[]), :expires, :by)
                        """)
                .param("id", system)
                .param("membership", membership)
                .param("purpose", given.purpose().name())
                .param("name", given.answersName())
                .param("email", given.answersEmail())
                .param("networks", "{" + String.join(",", given.networks()) + "}")
                .param("expires", given.expiresOn())
                .param("by", by)
                .update();
        for (Scope scope : given.scopes()) {
            database.sql("insert into access.system_scope (system_id, scope) values (:system, :scope)")
                    .param("system", system)
                    .param("scope", scope.code())
                    .update();
        }
    }

    private void addMembership(NewSystem given, UUID system, UUID membership, UUID by, Instant now) {
        database.sql("""
                        insert into access.account (id, given_name, family_name, email, kind, added_at)
                        values (:id, '', :name, :email, 'SYSTEM', :now)
                        """)
                .param("id", system)
                .param("name", given.name())
                // Nobody is reached by it, and no person is found by it.
                .param("email", system + "@systems.invalid")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at, granted_by)
                        values (:id, :account, :agency, :role, access.today(), :now, :by)
                        """)
                .param("id", membership)
                .param("account", system)
                .param("agency", given.agency())
                .param("role", given.role().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void addSecret(UUID id, UUID system, byte[] digest, UUID by) {
        database.sql("""
                        insert into access.system_secret (id, system_id, digest, made_by)
                        values (:id, :system, :digest, :by)
                        """)
                .param("id", id)
                .param("system", system)
                .param("digest", digest)
                .param("by", by)
                .update();
    }

    /// Whether there was such a secret in use.
    boolean revokeSecret(UUID system, UUID secret) {
        return database.sql("""
                        update access.system_secret set revoked_at = now()
                        where id = :secret and system_id = :system and revoked_at is null
                        """).param("secret", secret).param("system", system).update() == 1;
    }

    /// Whether there was such a system in use.
    boolean revoke(UUID system, UUID by) {
        return database.sql("""
                        update access.system set revoked_at = now(), revoked_by = :by
                        where id = :system and revoked_at is null
                        """).param("system", system).param("by", by).update() == 1;
    }

    private List<AgencySystem.Secret> secrets(UUID system) {
        return database.sql("""
                        select id, made_at from access.system_secret
                        where system_id = :system and revoked_at is null order by made_at
                        """)
                .param("system", system)
                .query((row, _) -> new AgencySystem.Secret(
                        row.getObject("id", UUID.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private AgencySystem read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new AgencySystem(
                id,
                row.getString("family_name"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Purpose.valueOf(row.getString("purpose")),
                words(row, "scopes").stream()
                        .map(Scope::named)
                        .flatMap(Optional::stream)
                        .toList(),
                row.getString("answers_name"),
                row.getString("answers_email"),
                words(row, "networks"),
                row.getObject("expires_on", LocalDate.class),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                secrets(id));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
