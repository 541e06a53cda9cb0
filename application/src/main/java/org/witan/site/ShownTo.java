package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.witan.access.Viewer;

/// Puts into every form for whom it was shown, so that one that comes back after somebody else signed in, or after the
/// same person changed agency, role or purpose in another tab, is not done in another's name. No secret: it keeps
/// people from mistakes, not attackers out.
final class ShownTo implements RequestDataValueProcessor {
    static final String FIELD = "shown-to";
    private static final String METHOD = ShownTo.class.getName();
    private static final int BYTES = 8;
    private final RequestDataValueProcessor next;

    ShownTo(RequestDataValueProcessor next) {
        this.next = next;
    }

    /// Whether a form was shown to somebody else than who sends it. One that does not say for whom is taken.
    static boolean isOfAnother(HttpServletRequest request, Viewer viewer) {
        if (!request.getMethod().equals("POST") || request.getServletPath().startsWith("/api/")) {
            return false;
        }
        String shownTo = request.getParameter(FIELD);
        return shownTo != null && !shownTo.equals(mark(viewer));
    }

    static String mark(Viewer viewer) {
        String who = viewer.account() + " " + viewer.membership() + " " + viewer.purpose();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        request.setAttribute(METHOD, method);
        return next.processAction(request, action, method);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> given = next.getExtraHiddenFields(request);
        // What a form asks for goes into an address, where this does not belong.
        if (!(request.getAttribute(Doors.VIEWER) instanceof Viewer viewer)
                || !(request.getAttribute(METHOD) instanceof String method)
                || !method.equalsIgnoreCase("post")) {
            return given;
        }
        var all = new HashMap<>(given == null ? Map.<String, String>of() : given);
        all.put(FIELD, mark(viewer));
        return all;
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return next.processFormFieldValue(request, name, value, type);
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return next.processUrl(request, url);
    }
}
