package org.witan.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Sets up an installation that has no administrator: a link that works once, and the partnership with its first
/// administrator behind it.
@Component
public class SettingUp {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final LocalCredentials credentials;
    private final Clock clock;

    SettingUp(Witnessing witnessing, JdbcClient database, LocalCredentials credentials, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.credentials = credentials;
        this.clock = clock;
    }

    /// Makes a link in place of earlier ones; absent when somebody administers the installation.
    public Optional<Link> openLink() {
        boolean done = database.sql("select access.has_administrator()")
                .query(Boolean.class)
                .single();
        return done ? Optional.empty() : witnessing.witness(startOfTheApplication(), opening(), _ -> newLink());
    }

    private static Caller startOfTheApplication() {
        return new Caller(null, Origin.job("start"));
    }

    private static Deed opening() {
        return Deed.of(Verb.CREDENTIAL, "set-up link");
    }

    private Optional<Link> newLink() {
        String token = Links.newToken();
        return database.sql("select access.open_set_up(:id, :digest) as until")
                .param("id", Identity.at(clock.instant()))
                .param("digest", Links.digest(token))
                .query((row, _) -> Optional.ofNullable(row.getObject("until", OffsetDateTime.class)))
                .single()
                .map(until -> new Link(token, until.toInstant()));
    }

    /// Sets up; returns the account of the first administrator, or nothing when the link does not work.
    public Optional<UUID> setUp(Caller caller, String token, Partnership partnership, NewCredential credential) {
        UUID account = newId();
        var deed = Deed.of(Verb.CREDENTIAL, "installation").with("account", account.toString());
        boolean done = witnessing.witness(caller, deed, _ -> write(token, account, partnership, credential));
        return done ? Optional.of(account) : Optional.empty();
    }

    private boolean write(String token, UUID account, Partnership partnership, NewCredential credential) {
        return database.sql("""
                        select access.set_up(:digest, :agency, :agencyName, :agreement, :account, :givenName, :familyName,
                            :email, :membership, :password, :secret, :step)
                        """)
                .param("digest", Links.digest(token))
                .param("agency", newId())
                .param("agencyName", partnership.name())
                .param("agreement", newId())
                .param("account", account)
                .param("givenName", partnership.givenName())
                .param("familyName", partnership.familyName())
                .param("email", partnership.email())
                .param("membership", newId())
                .param("password", credentials.encoded(credential))
                .param("secret", credentials.locked(credential, account))
                .param("step", credential.step())
                .query(Boolean.class)
                .single();
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }

    /// The partnership and its first administrator, as they were typed.
    ///
    /// @param name of the partnership
    public record Partnership(String name, String givenName, String familyName, String email) {

        @Override
        public String toString() {
            return "a partnership to set up";
        }
    }
}
