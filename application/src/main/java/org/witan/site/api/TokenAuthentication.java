package org.witan.site.api;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.witan.access.SignedIn;
import org.witan.access.systems.TokenBearer;

/// A system that came with a token in force.
final class TokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient TokenBearer bearer;
    private final String session;

    /// @param session first digits of the token's digest, by which the trail tells two tokens of one system apart
    TokenAuthentication(TokenBearer bearer, String session) {
        super(List.of());
        this.bearer = bearer;
        this.session = session;
        setAuthenticated(true);
    }

    TokenBearer bearer() {
        return bearer;
    }

    String session() {
        return session;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return new SignedIn(bearer.system());
    }
}
