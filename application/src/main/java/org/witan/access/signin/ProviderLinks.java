package org.witan.access.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Repository;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Who the subjects of providers are here.
@Repository
class ProviderLinks implements Credentials {
    private final JdbcClient database;
    private final Witnessing witnessing;
    private final ProviderSettings settings;
    private final Clock clock;

    ProviderLinks(JdbcClient database, Witnessing witnessing, ProviderSettings settings, Clock clock) {
        this.database = database;
        this.witnessing = witnessing;
        this.settings = settings;
        this.clock = clock;
    }

    /// A link to a provider that is no longer set up lets nobody in, so it does not count.
    @Override
    public int inForce(UUID account) {
        return own(account).size();
    }

    /// The providers that whoever asks is linked to.
    List<Provider> of(Caller caller) {
        return witnessing.witness(caller, Deed.of(Verb.LIST, "provider"), _ -> own(caller.account()));
    }

    private List<Provider> own(@Nullable UUID account) {
        return database.sql("""
                        select provider from access.provider_link
                        where account_id = :account and ended_at is null order by linked_at, id
                        """).param("account", account).query((row, _) -> row.getString("provider")).stream()
                .flatMap(name -> settings.named(name).stream())
                .toList();
    }

    /// The account of a person who was identified by a provider; links it at the first time.
    ///
    /// @throws NotIdentified when there is none for them
    UUID account(Caller caller, Provider provider, OidcUser person) {
        Match match = match(null, provider, person);
        UUID account = match.account();
        if (account == null || !match.isGood()) {
            throw match.refusal();
        }
        var deed = Deed.of(Verb.SIGN_IN, "proof")
                .with("way", "provider")
                .with("provider", provider.name())
                .with("two factors by the word of", provider.factors());
        return witnessing.witness(new Caller(account, caller.origin()), deed, _ -> {
            Match kept = match(Identity.at(clock.instant()), provider, person);
            if (!kept.isGood()) {
                throw kept.refusal();
            }
            return account;
        });
    }

    /// @param link identity of the link to make; null to look only
    private Match match(@Nullable UUID link, Provider provider, OidcUser person) {
        return database.sql("""
                        select account_id, answer
                        from access.sign_in_by_provider(:link, :provider, :agency, :subject, :email, :at)
                        """)
                .param("link", link)
                .param("provider", provider.name())
                .param("agency", provider.agency())
                .param("subject", person.getSubject())
                .param("email", Boolean.TRUE.equals(person.getEmailVerified()) ? person.getEmail() : null)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Match(
                        row.getObject("account_id", UUID.class), Objects.requireNonNull(row.getString("answer"))))
                .single();
    }

    private record Match(@Nullable UUID account, String answer) {

        boolean isGood() {
            return Set.of("KNOWN", "TO_LINK", "LINKED").contains(answer);
        }

        NotIdentified refusal() {
            String reason = answer.equals("EMAIL_NOT_VERIFIED") ? "provider.refused.email" : "provider.refused.person";
            return new NotIdentified(reason, answer.toLowerCase(Locale.ROOT), account);
        }
    }
}
