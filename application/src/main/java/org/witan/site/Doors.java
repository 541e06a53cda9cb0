package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.witan.access.Channel;
import org.witan.access.Choice;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.OpenToEveryone;
import org.witan.access.OpenToSignedIn;
import org.witan.access.Origin;
import org.witan.access.Presence;
import org.witan.access.ProvenPresence;
import org.witan.access.Refused;
import org.witan.access.SignedIn;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.signin.StepUp;

/// Stands before every page: lets through whom the page says it is open to, and hands the viewer on.
///
/// Somebody who has not signed in is led to the sign-in page, somebody who has not chosen an agency,
/// role and purpose to that page. A page that is for other roles is not found, and whoever asked for
/// it is in the trail.
@Component
final class Doors implements HandlerInterceptor {
    static final String VIEWER = Viewer.class.getName();
    private final StepUp stepUp;
    private final Witnessing witnessing;

    Doors(StepUp stepUp, Witnessing witnessing) {
        this.stepUp = stepUp;
        this.witnessing = witnessing;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (isFormWithFieldsInItsAddress(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        Optional<SignedIn> signedIn = signedIn();
        if (method.hasMethodAnnotation(OpenToEveryone.class)) {
            // Who has signed in may see more there; the trail, where they would, asks whether they still may.
            signedIn.map(one -> chosen(request, one)).ifPresent(viewer -> request.setAttribute(VIEWER, viewer));
            return true;
        }
        if (signedIn.isEmpty()) {
            response.sendRedirect("/sign-in");
            return false;
        }
        return (method.hasMethodAnnotation(OpenToSignedIn.class)
                        || letViewerIn(request, response, method, signedIn.get()))
                && (!method.hasMethodAnnotation(ProvenPresence.class) || isPresent(request, response));
    }

    /// What a form sends stands in its body; in an address, somebody else may have put it there. The API reads no form.
    private static boolean isFormWithFieldsInItsAddress(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getQueryString() != null
                && !request.getServletPath().startsWith("/api/");
    }

    /// Whether proof of presence is fresh. Who must prove it comes back to a page that they wanted to read; what they
    /// sent is put before them again, because only their own screen may keep it.
    private boolean isPresent(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HttpSession session = request.getSession();
        if (stepUp.isFresh(session.getAttribute(Presence.ATTRIBUTE) instanceof Presence presence ? presence : null)) {
            return true;
        }
        if (request.getMethod().equals("GET")) {
            session.setAttribute(StepUp.RETURN_TO, request.getRequestURI());
            response.sendRedirect("/prove-presence");
        } else {
            request.getRequestDispatcher("/prove-presence/first").forward(request, response);
        }
        return false;
    }

    private boolean letViewerIn(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method, SignedIn signedIn)
            throws Exception {
        Viewer viewer = request.getAttribute(VIEWER) instanceof Viewer known ? known : chosen(request, signedIn);
        if (viewer == null) {
            Wanted.keep(request);
            response.sendRedirect("/acting-as");
            return false;
        }
        OpenTo open = method.getMethodAnnotation(OpenTo.class);
        if (open == null
                || (open.value().length > 0 && !Arrays.asList(open.value()).contains(viewer.role()))) {
            if (open != null) {
                witnessing.turnAway(viewer, Deed.of(Verb.READ, "page"), "other role");
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        request.setAttribute(VIEWER, viewer);
        if (ShownTo.isOfAnother(request, viewer)) {
            witnessing.turnAway(viewer, Deed.of(Verb.READ, "page"), "shown to another");
            throw new Refused("site.refused.shown-to");
        }
        return true;
    }

    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private static @Nullable Viewer chosen(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Choice.ATTRIBUTE) instanceof Choice choice)) {
            return null;
        }
        return new Viewer(
                signedIn.account(),
                choice.membership(),
                choice.agency(),
                choice.role(),
                choice.purpose(),
                origin(request, session));
    }

    /// Where a request for a page comes from, for the trail.
    static Origin origin(HttpServletRequest request, @Nullable HttpSession session) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Origin(
                Channel.PAGE,
                request.getMethod() + " " + (pattern == null ? "/**" : pattern),
                request.getRemoteAddr(),
                session == null ? "" : digest(session.getId()));
    }

    private static String digest(String session) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
