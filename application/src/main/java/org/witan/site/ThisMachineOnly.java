package org.witan.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away requests that a page of another site made the reader's browser send.
///
/// A name that another site points at this machine (DNS rebinding) is not one of ours, so it is misdirected. A change
/// that comes from a page of another site carries that site's origin, so it is forbidden.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ThisMachineOnly extends OncePerRequestFilter {
    private static final int MISDIRECTED = 421;
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        if (!isOurs(host)) {
            refuse(response, MISDIRECTED, "This server answers to localhost only.");
        } else if (!READING.contains(request.getMethod()) && comesFromElsewhere(request, host)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Changes are accepted from this site's own pages only.");
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isOurs(@Nullable String host) {
        return host != null && OUR_NAMES.contains(withoutPort(host).toLowerCase(Locale.ROOT));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean comesFromElsewhere(HttpServletRequest request, @Nullable String host) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        return otherSite || (origin != null && !origin.equals("http://" + host));
    }

    private static void refuse(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(words);
    }
}
