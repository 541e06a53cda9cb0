package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Presence;
import org.witan.access.SignedIn;
import org.witan.access.Witnessing;
import org.witan.access.signin.KeptWords;

/// Begins the session of somebody who has just proved who they are, whichever way they proved it.
@Component
final class Beginning {
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Witnessing witnessing;
    private final KeptWords words;
    private final Clock clock;

    Beginning(Witnessing witnessing, KeptWords words, Clock clock) {
        this.witnessing = witnessing;
        this.words = words;
        this.clock = clock;
    }

    /// A new session, never the one that was there before; the sign-in is in the trail first.
    ///
    /// @param caller where the request comes from
    /// @param account who proved themselves
    /// @param way how, in one word for the trail
    void begin(HttpServletRequest request, HttpServletResponse response, Caller caller, UUID account, String way) {
        var kept = witnessing.witness(
                new Caller(account, caller.origin()),
                Deed.of(Verb.SIGN_IN, "session").with("way", way),
                _ -> new ArrayList<>(words.places()));
        HttpSession former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(Presence.ATTRIBUTE, new Presence(clock.instant()));
        if (!kept.isEmpty()) {
            session.setAttribute(Idle.KEPT, kept);
        }
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
