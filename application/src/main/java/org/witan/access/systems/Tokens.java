package org.witan.access.systems;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Witnessing;

/// The tokens that systems hold. Whether one is in force is for the database to say, by its own clock and with every
/// request, so that what is revoked on one node is of no use on any.
@Repository
public class Tokens {
    /// How long a token lasts: long enough not to ask for each request, short enough to be of little use when lost.
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Witnessing witnessing;

    Tokens(JdbcClient database, Witnessing witnessing) {
        this.database = database;
        this.witnessing = witnessing;
    }

    /// What a system that asks for a token must prove; empty when it is unknown, not in force, or calls from elsewhere.
    public Optional<Seeking> seeking(UUID system, String address) {
        return database.sql("select secrets, scopes from access.system_seeking_token(:system, :address)")
                .param("system", system)
                .param("address", address)
                .query((row, _) -> new Seeking(digests(row.getArray("secrets")), Set.copyOf(words(row))))
                .optional();
    }

    /// Keeps a token that was given to a system; it is in the trail with the first digits of its digest.
    ///
    /// @param caller the system and where it asked from
    public void keep(Caller caller, String token, Set<String> scopes) {
        var deed = Deed.of(Verb.SIGN_IN, "token").with("scopes", String.join(" ", scopes));
        witnessing.witness(
                caller,
                deed,
                _ -> database.sql("select access.keep_token(:digest, :system, cast(:scopes as text[]), :seconds)")
                        .param("digest", Credential.digest(token))
                        .param("system", caller.account())
                        .param("scopes", "{" + String.join(",", scopes) + "}")
                        .param("seconds", (int) LIFE.toSeconds())
                        .query((_, _) -> true)
                        .list());
    }

    /// Writes into the trail that a secret or a token was refused.
    ///
    /// @param what `secret` or `token`
    /// @param named the system that the caller said to be, which may not exist; null when it named none
    public void refused(Caller caller, String what, @Nullable UUID named) {
        var deed = Deed.of(Verb.SIGN_IN_REFUSED, what);
        witnessing.witness(caller, named == null ? deed : deed.with("named", named.toString()), _ -> true);
    }

    /// Whose a token is; empty when it is unknown, has ended, or its system is not in force or calls from elsewhere.
    public Optional<TokenBearer> bearer(String token, String address) {
        return database.sql("""
                        select system_id, membership_id, agency_id, role, purpose, scopes
                        from access.token_in_force(:digest, :address)
                        """)
                .param("digest", Credential.digest(token))
                .param("address", address)
                .query((row, _) -> new TokenBearer(
                        row.getObject("system_id", UUID.class),
                        row.getObject("membership_id", UUID.class),
                        row.getObject("agency_id", UUID.class),
                        Role.valueOf(row.getString("role")),
                        Purpose.valueOf(row.getString("purpose")),
                        scopes(row)))
                .optional();
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return words(row).stream().map(Scope::named).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("scopes").getArray());
    }

    private static List<String> digests(Array digests) throws SQLException {
        return Arrays.stream((byte[][]) digests.getArray())
                .map(HexFormat.of()::formatHex)
                .toList();
    }
}
