package org.witan.site.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import org.witan.access.Channel;
import org.witan.access.Origin;
import org.witan.access.systems.Credential;

/// Where a request to the API comes from, for the trail.
final class ApiOrigin {
    static final String TOKEN_PATH = "/api/oauth2/token";

    private ApiOrigin() {}

    /// The origin of a request whose handler is known.
    static Origin of(HttpServletRequest request, String session) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return of(request, pattern == null ? "/api/v1/**" : pattern.toString(), session);
    }

    static Origin of(HttpServletRequest request, String path, String session) {
        return new Origin(Channel.API, request.getMethod() + " " + path, request.getRemoteAddr(), session);
    }

    /// The request that this thread serves, for what a library calls without it.
    static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /// First digits of the digest of a token.
    static String session(String token) {
        return HexFormat.of().formatHex(Credential.digest(token), 0, 8);
    }
}
