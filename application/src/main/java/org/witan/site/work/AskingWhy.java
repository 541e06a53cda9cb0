package org.witan.site.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.site.Wanted;

/// Asks somebody again why they look, before a page that shows more than most.
///
/// Such a page begins with
///
/// ```java
/// if (!why.wasSaidFor(request)) {
///     return why.ask(request);
/// }
/// ```
///
/// The path is kept in the session while the question is asked; the answer holds for that path until the session ends.
@Component
public class AskingWhy {
    private static final String ATTRIBUTE = "witan.said-why";
    private static final int REMEMBERED = 50;

    /// Whether the reader has said in this session why they look at this very page.
    public boolean wasSaidFor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && said(session).contains(request.getRequestURI());
    }

    /// Leads to the question and, when it is answered, back to this page.
    ///
    /// @return the view of the handler
    public String ask(HttpServletRequest request) {
        Wanted.keep(request);
        return "redirect:/acting-as/purpose";
    }

    /// Whoever acts for another agency, in another role or with another purpose is asked again.
    void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    void answer(HttpSession session, String page) {
        int query = page.indexOf('?');
        var said = new ArrayList<>(said(session));
        said.add(query < 0 ? page : page.substring(0, query));
        session.setAttribute(
                ATTRIBUTE, new ArrayList<>(said.subList(Math.max(0, said.size() - REMEMBERED), said.size())));
    }

    private static List<String> said(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> said
                ? said.stream().map(String::valueOf).toList()
                : List.of();
    }
}
