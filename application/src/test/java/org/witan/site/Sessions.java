package org.witan.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
import org.witan.access.SignedIn;
import org.witan.access.Viewer;

/// Sessions as sign-in leaves them, for tests that are not about signing in.
public final class Sessions {

    private Sessions() {}

    /// The header `Cookie` of somebody who has signed in and chosen.
    @SuppressWarnings("unchecked")
    public static String cookieOf(Viewer viewer, ApplicationContext application) {
        var choice = new Choice(viewer.membership(), viewer.agency(), viewer.role(), viewer.purpose());
        return cookie(
                viewer.account(), choice, (SessionRepository<Session>) application.getBean(SessionRepository.class));
    }

    /// The header `Cookie` of somebody who has signed in and not yet chosen for whom they act.
    @SuppressWarnings("unchecked")
    public static String cookieOfSignedIn(UUID account, ApplicationContext application) {
        return cookie(account, null, (SessionRepository<Session>) application.getBean(SessionRepository.class));
    }

    private static <S extends Session> String cookie(
            UUID account, @Nullable Choice choice, SessionRepository<S> sessions) {
        S session = sessions.createSession();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account), null, AuthorityUtils.NO_AUTHORITIES);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication));
        if (choice != null) {
            session.setAttribute(Choice.ATTRIBUTE, choice);
        }
        sessions.save(session);
        return "witan=" + Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.US_ASCII));
    }
}
