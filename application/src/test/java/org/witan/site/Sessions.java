package org.witan.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
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
    public static String cookieOf(Viewer viewer, ApplicationContext application) {
        return cookie(viewer.account(), choice(viewer), null, sessions(application));
    }

    /// The header `Cookie` of somebody who has signed in and chosen, and who last proved their presence at a moment.
    public static String cookieOf(Viewer viewer, Presence presence, ApplicationContext application) {
        return cookie(viewer.account(), choice(viewer), presence, sessions(application));
    }

    /// The header `Cookie` of somebody who has signed in and not yet chosen for whom they act.
    public static String cookieOfSignedIn(UUID account, ApplicationContext application) {
        return cookie(account, null, null, sessions(application));
    }

    /// Changes what a session remembers, as time or another request would.
    public static void remember(String cookie, String name, Object value, ApplicationContext application) {
        remember(cookie, name, value, sessions(application));
    }

    @SuppressWarnings("unchecked")
    private static SessionRepository<Session> sessions(ApplicationContext application) {
        return application.getBean(SessionRepository.class);
    }

    private static <S extends Session> void remember(
            String cookie, String name, Object value, SessionRepository<S> sessions) {
        S session = Objects.requireNonNull(
                sessions.findById(new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII)));
        session.setAttribute(name, value);
        sessions.save(session);
    }

    private static Choice choice(Viewer viewer) {
        return new Choice(viewer.membership(), viewer.agency(), viewer.role(), viewer.purpose());
    }

    private static <S extends Session> String cookie(
            UUID account, @Nullable Choice choice, @Nullable Presence presence, SessionRepository<S> sessions) {
        S session = sessions.createSession();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account), null, AuthorityUtils.NO_AUTHORITIES);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication));
        if (choice != null) {
            session.setAttribute(Choice.ATTRIBUTE, choice);
        }
        if (presence != null) {
            session.setAttribute(Presence.ATTRIBUTE, presence);
        }
        sessions.save(session);
        return "witan=" + Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.US_ASCII));
    }
}
