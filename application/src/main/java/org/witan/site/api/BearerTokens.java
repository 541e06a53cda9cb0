package org.witan.site.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.witan.access.systems.Tokens;

/// Knows a system by its token, and answers 401 to whoever has none in force.
@Component
final class BearerTokens implements AuthenticationManagerResolver<HttpServletRequest>, AuthenticationEntryPoint {
    private final Tokens tokens;
    private final Problems problems;
    private final Refusing refusing;

    BearerTokens(Tokens tokens, Problems problems, Refusing refusing) {
        this.tokens = tokens;
        this.problems = problems;
        this.refusing = refusing;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return authentication -> authenticate(authentication, request.getRemoteAddr());
    }

    private Authentication authenticate(Authentication given, String address) {
        String token = ((BearerTokenAuthenticationToken) given).getToken();
        return tokens.bearer(token, address)
                .map(bearer -> new TokenAuthentication(bearer, ApiOrigin.session(token)))
                .orElseThrow(() -> new InvalidBearerTokenException("no such token"));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        boolean came = refusal instanceof OAuth2AuthenticationException;
        if (came && !refusing.written(request, response, "/api/v1/**", "token", null)) {
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"witan\"" + (came ? ", error=\"invalid_token\"" : ""));
        problems.answer(response, Fault.UNAUTHENTICATED);
    }
}
