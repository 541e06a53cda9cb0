package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/// The page that somebody wanted before they were asked something, kept in the session so that they get there after it.
public final class Wanted {
    private static final String ATTRIBUTE = "witan.wanted";
    private static final String START = "/work";

    private Wanted() {}

    /// Keeps the page that is asked for. Only what is read is kept: a form must be sent again by whoever filled it in.
    public static void keep(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && request.getMethod().equals("GET")) {
            session.setAttribute(ATTRIBUTE, path(request));
        }
    }

    /// The path of a page of ours with its query.
    static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /// Takes the page out of the session; the start page when none was kept.
    public static String take(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String path)) {
            return START;
        }
        session.removeAttribute(ATTRIBUTE);
        return path.startsWith("/") && !path.startsWith("//") ? path : START;
    }
}
