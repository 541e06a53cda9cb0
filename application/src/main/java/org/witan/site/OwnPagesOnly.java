package org.witan.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away requests that a page of another site made the reader's browser send.
///
/// A name that another site points at this machine (DNS rebinding) is not one of ours, so it is misdirected. A change
/// that comes from a page of another site carries that site's origin, so it is forbidden. Ours are the name in
/// `witan.address` and, as long as only this machine can reach the server, the machine's names for itself.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OwnPagesOnly extends OncePerRequestFilter {
    private static final int MISDIRECTED = 421;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private final Listening listening;
    private final FewLines lines;

    @Autowired
    OwnPagesOnly(Environment settings, Clock clock) {
        this(Listening.as(settings), new FewLines(LoggerFactory.getLogger(OwnPagesOnly.class), clock));
    }

    OwnPagesOnly(Listening listening, FewLines lines) {
        this.listening = listening;
        this.lines = lines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Behind a proxy the second is the name that the reader used and the first may be the proxy's name for us.
        if (!isOurs(request.getHeader("Host")) || !isOurs(request.getServerName())) {
            refuse(response, MISDIRECTED, "This server does not answer to that name.");
        } else if (!READING.contains(request.getMethod()) && comesFromElsewhere(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Changes are accepted from this site's own pages only.");
        } else {
            chain.doFilter(request, response);
        }
    }

    boolean isOurs(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return isThisMachine(name)
                || listening.site().filter(site -> site.host().equals(name)).isPresent();
    }

    private boolean isThisMachine(String name) {
        return listening.onThisMachineOnly() && THIS_MACHINE.contains(name);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        return otherSite || (origin != null && !isOurOrigin(origin, request.getHeader("Host")));
    }

    /// The origin of a page of ours: the public address, or this machine under the very name and port that was asked.
    boolean isOurOrigin(String origin, @Nullable String host) {
        if (listening.site().filter(site -> site.origin().equals(origin)).isPresent()) {
            return true;
        }
        String scheme = listening.encrypted() ? "https://" : "http://";
        return host != null
                && isThisMachine(withoutPort(host).toLowerCase(Locale.ROOT))
                && origin.equals(scheme + host);
    }

    private void refuse(HttpServletResponse response, int status, String words) throws IOException {
        // Neither the name nor the origin: whoever sends them chooses what they hold.
        lines.write("Turned away with %d: %s".formatted(status, words));
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(words);
    }
}
