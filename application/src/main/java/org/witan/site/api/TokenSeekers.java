package org.witan.site.api;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.witan.access.systems.Seeking;
import org.witan.access.systems.Tokens;

/// Tells the library that issues tokens who a system is: what it must prove and what it may be given.
/// One that is not in force, has no secret, or calls from elsewhere is unknown.
@Component
final class TokenSeekers implements RegisteredClientRepository {
    private final Tokens tokens;

    TokenSeekers(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String name) {
        String address = ApiOrigin.request().getRemoteAddr();
        return identity(name)
                .flatMap(system -> tokens.seeking(system, address)
                        .filter(seeking -> !seeking.secrets().isEmpty())
                        .map(seeking -> registered(system, seeking)))
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient system) {
        throw new UnsupportedOperationException("Systems are registered on a page.");
    }

    /// The identity that a name is, in the one form that we write.
    static Optional<UUID> identity(String name) {
        try {
            UUID id = UUID.fromString(name);
            return id.toString().equals(name) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static RegisteredClient registered(UUID system, Seeking seeking) {
        return RegisteredClient.withId(system.toString())
                .clientId(system.toString())
                .clientSecret(String.join(" ", seeking.secrets()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(seeking.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .accessTokenTimeToLive(Tokens.LIFE)
                        .build())
                .build();
    }
}
