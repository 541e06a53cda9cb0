package org.witan.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
    public static String cookieOf(Viewer viewer, ApplicationContext application) {
        return cookieOf(viewer, application, List.of());
    }

    /// The same of somebody for whom typed words are kept for some pages.
    @SuppressWarnings("unchecked")
    public static String cookieOf(Viewer viewer, ApplicationContext application, List<String> kept) {
        return cookie(viewer, (SessionRepository<Session>) application.getBean(SessionRepository.class), kept);
    }

    private static <S extends Session> String cookie(Viewer viewer, SessionRepository<S> sessions, List<String> kept) {
        S session = sessions.createSession();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(viewer.account()), null, AuthorityUtils.NO_AUTHORITIES);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication));
        session.setAttribute(
                Choice.ATTRIBUTE, new Choice(viewer.membership(), viewer.agency(), viewer.role(), viewer.purpose()));
        session.setAttribute("witan.kept", new ArrayList<>(kept));
        sessions.save(session);
        return "witan=" + Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.US_ASCII));
    }
}
