package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.witan.access.Caller;
import org.witan.access.OpenToSignedIn;
import org.witan.access.Presence;
import org.witan.access.ProvenPresence;
import org.witan.access.signin.ChangingPasswords;
import org.witan.access.signin.OpenSessions;
import org.witan.access.signin.StepUp;

/// One's own open sessions, and signing out of this one or of others. Whoever ends others must have proved their
/// presence: somebody at an open desk must not be able to throw its owner out.
@Controller
class SessionsController {
    private final OpenSessions sessions;
    private final ChangingPasswords changing;
    private final StepUp stepUp;

    SessionsController(OpenSessions sessions, ChangingPasswords changing, StepUp stepUp) {
        this.sessions = sessions;
        this.changing = changing;
        this.stepUp = stepUp;
    }

    @OpenToSignedIn
    @GetMapping("/sessions")
    String page(
            Caller caller,
            HttpSession session,
            @SessionAttribute(name = Presence.ATTRIBUTE, required = false) @Nullable Presence presence,
            Model model) {
        var open = sessions.of(caller, session.getId()).stream()
                .map(one -> new Line(
                        one.id(),
                        Answering.dayAndTime(one.begunAt()),
                        Answering.dayAndTime(one.lastUsedAt()),
                        one.current()))
                .toList();
        model.addAttribute(
                "page",
                new Page(
                        open,
                        open.size() > 1,
                        stepUp.isFresh(presence),
                        changing.person(caller).isPresent()));
        return "site/signin/sessions";
    }

    /// Where somebody comes back to who proved their presence in order to end a session.
    @OpenToSignedIn
    @ProvenPresence
    @GetMapping("/sessions/end")
    String proven() {
        return "redirect:/sessions";
    }

    @OpenToSignedIn
    @ProvenPresence
    @PostMapping("/sessions/end")
    String end(@RequestParam String session, Caller caller) {
        sessions.end(caller, session);
        return "redirect:/sessions";
    }

    @OpenToSignedIn
    @ProvenPresence
    @PostMapping("/sessions/end-others")
    String endOthers(Caller caller, HttpSession session) {
        sessions.endOthers(caller, session.getId());
        return "redirect:/sessions";
    }

    @OpenToSignedIn
    @PostMapping("/sign-out")
    String signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        leave(sessions, caller, request, response);
        return "redirect:/sign-in?after=left";
    }

    /// Ends the session here and in the browser. Cookies are left to expire on their own header: the browser would
    /// clear those of all neighbours of our name too.
    static void leave(OpenSessions sessions, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        sessions.leave(caller);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    /// @param others whether there are sessions besides this one
    /// @param proven whether proof of presence is fresh, so that one can be ended
    /// @param password whether there is a password to change
    record Page(List<Line> sessions, boolean others, boolean proven, boolean password) {}

    /// @param id identity of the session's row; not what the cookie holds
    /// @param current whether it is the one that looks
    record Line(String id, String begun, String lastUsed, boolean current) {}
}
