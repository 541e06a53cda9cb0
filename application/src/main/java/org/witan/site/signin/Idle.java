package org.witan.site.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page of somebody who has signed in when their session ends, and for which pages their words were kept.
@ControllerAdvice
class Idle {
    /// Name of the attribute of the session that holds the paths for which words are kept.
    static final String KEPT = "witan.kept";

    private static final int WARNING = 120;
    private final Clock clock;

    Idle(Clock clock) {
        this.clock = clock;
    }

    @ModelAttribute("idle")
    @Nullable
    View view(HttpServletRequest request) {
        // On the way to an error page the database may be what failed, and the session is in it.
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return null;
        }
        HttpSession session = SessionLimits.signedIn(request) == null ? null : request.getSession(false);
        if (session == null) {
            return null;
        }
        int seconds = session.getMaxInactiveInterval();
        Instant end = clock.instant().plusSeconds(seconds);
        List<String> kept = kept(session);
        String path = request.getRequestURI();
        return new View(
                seconds,
                Math.min(WARNING, seconds / 2),
                Answering.time(end),
                kept.contains(path),
                kept.stream().filter(place -> !place.equals(path)).toList());
    }

    @SuppressWarnings("unchecked")
    static List<String> kept(HttpSession session) {
        return session.getAttribute(KEPT) instanceof List<?> places ? (List<String>) places : List.of();
    }

    /// @param seconds how long the session lasts without use
    /// @param warning how many seconds before its end the page warns
    /// @param end the time of day at which it ends if nothing is done
    /// @param keptHere whether words that were typed on this page are kept
    /// @param keptElsewhere other pages for which words are kept
    record View(int seconds, int warning, String end, boolean keptHere, List<String> keptElsewhere) {}
}
