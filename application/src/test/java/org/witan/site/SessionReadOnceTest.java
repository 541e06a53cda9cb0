package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// A request reads its session once, and the next one reads it anew.
class SessionReadOnceTest {
    private final Counted sessions = new Counted();
    private final MapSession session = new MapSession();

    @Test
    void aRequestReadsItsSessionOnce() throws Exception {
        sessions.save(session);
        ask(new SessionRepositoryFilter<>(sessions));
        assertThat(sessions.reads).as("as Spring Session does it").hasValue(2);
        sessions.reads.set(0);
        ask(new SessionReadOnce<>(sessions));
        assertThat(sessions.reads).hasValue(1);
        assertThat(sessions.findById(session.getId()))
                .satisfies(kept -> assertThat(kept)
                        .extracting(one -> one.<String>getAttribute("seen"))
                        .isEqualTo("yes"));
    }

    @Test
    void aSessionThatWasEndedIsGoneForTheNextRequest() throws Exception {
        sessions.save(session);
        var filter = new SessionReadOnce<>(sessions);
        ask(filter);
        sessions.deleteById(session.getId());
        sessions.reads.set(0);
        assertThat(ask(filter)).isFalse();
        assertThat(sessions.reads.get()).isPositive();
    }

    @Test
    void whatAPageAsksByItselfIsNoUseOfItsSession() throws Exception {
        var filter = new SessionReadOnce<>(sessions);
        session.setLastAccessedTime(Instant.EPOCH);
        session.setMaxInactiveInterval(Duration.ZERO.minusSeconds(1));
        sessions.save(session);
        assertThat(ask(filter, "/conference/a/b/live")).isTrue();
        assertThat(ask(filter, "/conference/a/b/live/parts")).isTrue();
        assertThat(lastUse()).isEqualTo(Instant.EPOCH);
        ask(filter, "/conference/a/b");
        assertThat(lastUse()).isAfter(Instant.EPOCH);
    }

    private Instant lastUse() {
        return Objects.requireNonNull(sessions.findById(session.getId())).getLastAccessedTime();
    }

    private boolean ask(SessionRepositoryFilter<MapSession> filter) throws Exception {
        return ask(filter, "/");
    }

    /// Whether the request had a session.
    private boolean ask(SessionRepositoryFilter<MapSession> filter, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setCookies(new Cookie(
                "SESSION", Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.US_ASCII))));
        var had = new AtomicInteger();
        filter.doFilter(request, new MockHttpServletResponse(), (asked, answer) -> {
            var found = ((jakarta.servlet.http.HttpServletRequest) asked).getSession(false);
            if (found != null) {
                had.incrementAndGet();
                found.setAttribute("seen", "yes");
            }
            answer.getWriter().write("page");
            answer.flushBuffer();
        });
        return had.get() > 0;
    }

    /// Sessions in memory that count how often one is read.
    private static final class Counted extends MapSessionRepository {
        private final AtomicInteger reads = new AtomicInteger();

        Counted() {
            super(new ConcurrentHashMap<>());
        }

        @Override
        public @Nullable MapSession findById(String id) {
            reads.incrementAndGet();
            return super.findById(id);
        }
    }
}
