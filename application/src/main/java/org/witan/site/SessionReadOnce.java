package org.witan.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Reads the session of a request once. Spring Session writes it when the answer leaves and again when the request is
/// over, and before the second time it would read it anew only to compare its name.
///
/// What is remembered ends with the request, so the next one finds a session that was ended meanwhile to be gone.
///
/// What a page asks by itself is no use of the session: it is read for such a request and not written, so that it ends
/// when it would have.
final class SessionReadOnce<S extends Session> extends SessionRepositoryFilter<S> {
    /// As `StoredSessions` makes names. What is none is nobody's, and is not put before the database.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{36}");

    private static final ScopedValue<AtomicReference<@Nullable Session>> WRITTEN = ScopedValue.newInstance();
    /// Whether the page asks by itself, and nobody is there.
    private static final ScopedValue<Boolean> BY_ITSELF = ScopedValue.newInstance();

    SessionReadOnce(SessionRepository<S> sessions) {
        super(new Remembering<>(sessions));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (saysThatTheDatabaseIsSilent(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            ScopedValue.where(WRITTEN, new AtomicReference<@Nullable Session>())
                    .where(BY_ITSELF, isAskedByThePageItself(request))
                    .<@Nullable Void, Exception>call(() -> {
                        super.doFilterInternal(request, response, chain);
                        return null;
                    });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// News of a page that is open, and what it fetches because of them.
    private static boolean isAskedByThePageItself(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") && (path.endsWith("/live") || path.endsWith("/live/parts"));
    }

    /// The page that says that the database does not answer must not ask it for the session once more.
    private static boolean saysThatTheDatabaseIsSilent(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && Silence.behind(failure).isPresent();
    }

    /// The sessions, with the one that this request has written.
    private record Remembering<S extends Session>(SessionRepository<S> sessions) implements SessionRepository<S> {

        @Override
        public S createSession() {
            return sessions.createSession();
        }

        @Override
        public void save(S session) {
            if (!BY_ITSELF.isBound() || !BY_ITSELF.get()) {
                sessions.save(session);
            }
            remember(session);
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable S findById(String id) {
            if (!NAME.matcher(id).matches()) {
                return null;
            }
            Session written = WRITTEN.isBound() ? WRITTEN.get().get() : null;
            return written != null && written.getId().equals(id) ? (S) written : sessions.findById(id);
        }

        @Override
        public void deleteById(String id) {
            remember(null);
            sessions.deleteById(id);
        }

        private static void remember(@Nullable Session session) {
            if (WRITTEN.isBound()) {
                WRITTEN.get().set(session);
            }
        }
    }
}
