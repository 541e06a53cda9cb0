package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.witan.access.signin.Challenge;
import org.witan.access.signin.PasskeyQuestion;
import org.witan.access.signin.RelyingParty;

/// The part of a page that asks for a passkey.
///
/// @param action where the answer goes
/// @param options what the browser hands to the authenticator; null when passkeys do not work under this name
/// @param button key of the words of the button
/// @param elsewhere where passkeys work; null when they do here
record PasskeyAsk(
        String action,
        @Nullable String options,
        String button,
        @Nullable String elsewhere) {
    private static final int SECONDS_BEFORE_SIGN_IN = 600;

    /// Asks, and keeps the challenge in the session.
    static PasskeyAsk in(
            HttpServletRequest request,
            ThisSite sites,
            String action,
            String button,
            Function<RelyingParty, PasskeyQuestion> asking) {
        return sites.forPasskeys(request)
                .map(site -> {
                    PasskeyQuestion question = asking.apply(site);
                    keep(request, question.challenge());
                    return new PasskeyAsk(action, question.options(), button, null);
                })
                .orElseGet(() -> new PasskeyAsk(
                        action, null, button, sites.originForPasskeys(request) + request.getRequestURI()));
    }

    private static void keep(HttpServletRequest request, Challenge challenge) {
        HttpSession session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval(SECONDS_BEFORE_SIGN_IN);
        }
        session.setAttribute(Challenge.ATTRIBUTE, challenge);
    }

    /// What the session asked for; from now on it asks for nothing.
    static @Nullable Challenge taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Challenge.ATTRIBUTE) instanceof Challenge challenge)) {
            return null;
        }
        session.removeAttribute(Challenge.ATTRIBUTE);
        return challenge;
    }
}
