package org.witan.site.api;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.systems.Tokens;

/// Keeps what the library issues. Nothing can be looked up here by a token: only the database says what one opens.
@Component
final class TokenKeeping implements OAuth2AuthorizationService {
    private final Tokens tokens;

    TokenKeeping(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var token = Objects.requireNonNull(authorization.getAccessToken()).getToken();
        var origin = ApiOrigin.of(ApiOrigin.request(), ApiOrigin.TOKEN_PATH, ApiOrigin.session(token.getTokenValue()));
        var caller = new Caller(UUID.fromString(authorization.getRegisteredClientId()), origin);
        tokens.keep(caller, token.getTokenValue(), token.getScopes());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw new UnsupportedOperationException("A token goes when its system or secret is revoked.");
    }

    @Override
    public @Nullable OAuth2Authorization findById(@Nullable String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return null;
    }
}
