package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
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

/// Begins the session of somebody who has just proved who they are, whichever way they proved it.
@Component
final class Beginning {
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Witnessing witnessing;
    private final Clock clock;

    Beginning(Witnessing witnessing, Clock clock) {
        this.witnessing = witnessing;
        this.clock = clock;
    }

    /// A new session, never the one that was there before; the sign-in is in the trail first.
    ///
    /// @param caller where the request comes from
    /// @param account who proved themselves
    /// @param way how, in one word for the trail
    void begin(HttpServletRequest request, HttpServletResponse response, Caller caller, UUID account, String way) {
        witnessing.witness(
                new Caller(account, caller.origin()),
                Deed.of(Verb.SIGN_IN, "session").with("way", way),
                _ -> true);
        HttpSession former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        request.getSession(true).setAttribute(Presence.ATTRIBUTE, new Presence(clock.instant()));
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
