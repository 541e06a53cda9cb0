package org.witan.site.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.witan.access.SignedIn;
import org.witan.access.signin.OpenSessions;

/// Ends a session that has lasted for the whole time that the partnership allows, or whose account was closed, before
/// anything is shown; and lets a session end without use when the partnership says so today.
///
/// It stands after the filter that finds the session and before the one that finds who signed in.
@Component
@Order(SessionLimits.PLACE)
final class SessionLimits extends OncePerRequestFilter {
    static final int PLACE = -200;
    private final OpenSessions sessions;
    private final Clock clock;

    SessionLimits(OpenSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/site/") || path.startsWith("/govuk/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn signedIn = signedIn(request);
        HttpSession session = signedIn == null ? null : request.getSession(false);
        if (signedIn != null && session != null) {
            limit(session, sessions.limits(signedIn.account()));
        }
        chain.doFilter(request, response);
    }

    private void limit(HttpSession session, OpenSessions.Limits limits) {
        Instant begun = Instant.ofEpochMilli(session.getCreationTime());
        Instant now = clock.instant();
        Instant end = begun.plus(limits.whole());
        if (!limits.open() || !now.isBefore(end)) {
            session.invalidate();
            return;
        }
        long seconds =
                Math.min(limits.idle().toSeconds(), Duration.between(now, end).toSeconds() + 1);
        session.setMaxInactiveInterval((int) seconds);
    }

    /// Who has signed in, as the session says.
    static @Nullable SignedIn signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : null;
    }
}
