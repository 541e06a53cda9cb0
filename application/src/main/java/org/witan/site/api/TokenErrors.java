package org.witan.site.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/// Answers a request for a token that was refused as OAuth 2 wants it (RFC 6749, section 5.2): a code and no more.
@Component
final class TokenErrors implements AuthenticationFailureHandler, AuthenticationEntryPoint {
    private static final Set<String> SAID = Set.of(
            OAuth2ErrorCodes.INVALID_REQUEST,
            OAuth2ErrorCodes.INVALID_SCOPE,
            OAuth2ErrorCodes.INVALID_GRANT,
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
    private final Refusing refusing;

    TokenErrors(Refusing refusing) {
        this.refusing = refusing;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        onAuthenticationFailure(request, response, refusal);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String code = refusal instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "";
        if (SAID.contains(code)) {
            answer(response, 400, code);
        } else if (refusing.written(request, response, ApiOrigin.TOKEN_PATH, "secret", named(request))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"witan\"");
            answer(response, 401, OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }

    private static void answer(HttpServletResponse response, int status, String code) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(("{\"error\":\"" + code + "\"}").getBytes(StandardCharsets.US_ASCII));
    }

    /// Whom the caller said to be, when it has the form of an identity: anything else may be a secret in the wrong
    /// place.
    private static @Nullable UUID named(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.split(":", 2)[0])
                    .flatMap(TokenSeekers::identity)
                    .orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
