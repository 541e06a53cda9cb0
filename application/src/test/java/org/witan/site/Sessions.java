package org.witan.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.witan.access.Choice;
import org.witan.access.Presence;
import org.witan.access.SignedIn;
import org.witan.access.Viewer;

/// Sessions as sign-in leaves them, for tests that are not about signing in.
public final class Sessions {

    private Sessions() {}

    /// The header `Cookie` of somebody who has signed in and chosen.
    @SuppressWarnings("unchecked")
    public static String cookieOf(Viewer viewer, ApplicationContext application) {
        return cookie(viewer, null, (SessionRepository<Session>) application.getBean(SessionRepository.class));
    }

    /// The header `Cookie` of somebody who has signed in and chosen, and who last proved their presence at a moment.
    @SuppressWarnings("unchecked")
    public static String cookieOf(Viewer viewer, Presence presence, ApplicationContext application) {
        return cookie(viewer, presence, (SessionRepository<Session>) application.getBean(SessionRepository.class));
    }

    /// Changes what a session remembers, as time or another request would.
    @SuppressWarnings("unchecked")
    public static void remember(String cookie, String name, Object value, ApplicationContext application) {
        remember(cookie, name, value, (SessionRepository<Session>) application.getBean(SessionRepository.class));
    }

    private static <S extends Session> void remember(
            String cookie, String name, Object value, SessionRepository<S> sessions) {
        S session = Objects.requireNonNull(
                sessions.findById(new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII)));
        session.setAttribute(name, value);
        sessions.save(session);
    }

    private static <S extends Session> String cookie(
            Viewer viewer, @Nullable Presence presence, SessionRepository<S> sessions) {
        S session = sessions.createSession();
        if (presence != null) {
            session.setAttribute(Presence.ATTRIBUTE, presence);
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(viewer.account()), null, AuthorityUtils.NO_AUTHORITIES);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication));
        session.setAttribute(
                Choice.ATTRIBUTE, new Choice(viewer.membership(), viewer.agency(), viewer.role(), viewer.purpose()));
        sessions.save(session);
        return "witan=" + Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.US_ASCII));
    }
}
