package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Whose requests the server takes.
class OwnPagesOnlyTest {
    private static final String SITE = "https://marac.example.org";
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private Instant now = Instant.parse("2026-03-03T09:00:00Z");
    private final OwnPagesOnly machine = guard(new Listening("127.0.0.1", false, false, false, false, null));
    private final OwnPagesOnly proxied = guard(new Listening("127.0.0.1", false, true, false, false, SITE));
    private final OwnPagesOnly open = guard(new Listening("0.0.0.0", true, false, false, false, SITE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost:1",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080"
            })
    void answersToTheNamesOfThisMachineWhileNobodyElseReachesIt(String host) {
        assertThat(machine.isOurs(host)).isTrue();
        assertThat(proxied.isOurs(host)).isTrue();
        assertThat(open.isOurs(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"marac.example.org", "MARAC.example.org", "marac.example.org:443"})
    void answersToItsPublicNameWhenItHasOne(String host) {
        assertThat(proxied.isOurs(host)).isTrue();
        assertThat(open.isOurs(host)).isTrue();
        assertThat(machine.isOurs(host)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "example.org",
                "other.marac.example.org",
                "marac.example.org.evil.example",
                "marac.example.org.",
                "localhost.example.org:8080",
                "127.0.0.1.example.org",
                "::1",
                "[::2]:80",
                "10.0.0.1:8080"
            })
    void answersToNoOther(String host) {
        assertThat(machine.isOurs(host)).isFalse();
        assertThat(proxied.isOurs(host)).isFalse();
        assertThat(open.isOurs(host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://marac.example.org, marac.example.org, true",
        "https://marac.example.org, 127.0.0.1:8080, true",
        "http://marac.example.org, marac.example.org, false",
        "https://marac.example.org:8443, marac.example.org:8443, false",
        "https://marac.example.org.evil.example, marac.example.org, false",
        "null, marac.example.org, false",
        "http://127.0.0.1:8080, 127.0.0.1:8080, true",
        "http://127.0.0.1:9090, 127.0.0.1:8080, false",
        "https://127.0.0.1:8080, 127.0.0.1:8080, false",
        "https://evil.example, evil.example, false"
    })
    void anOriginIsComparedWithItsSchemeAndPort(String origin, String host, boolean ours) {
        assertThat(proxied.isOurOrigin(origin, host)).isEqualTo(ours);
    }

    @Test
    void aServerThatOthersReachTakesNoChangeFromAPageOfThisMachine() {
        assertThat(open.isOurOrigin("https://127.0.0.1", "127.0.0.1")).isFalse();
        assertThat(open.isOurOrigin(SITE, "marac.example.org")).isTrue();
    }

    @Test
    void aNameThatAProxyPassesOnMustBeOursToo() throws Exception {
        assertThat(statusOf(proxied, passedOn("evil.example"))).isEqualTo(421);
        assertThat(statusOf(proxied, passedOn("marac.example.org"))).isEqualTo(200);
    }

    @Test
    void aChangeFromAnUnencryptedCopyOfTheSiteIsForbidden() throws Exception {
        var request = new MockHttpServletRequest("POST", "/");
        request.addHeader("Host", "marac.example.org");
        request.setServerName("marac.example.org");
        request.addHeader("Origin", "http://marac.example.org");
        assertThat(statusOf(open, request)).isEqualTo(403);
    }

    @Test
    void whatIsTurnedAwayLeavesALineWithoutAWordOfTheSender() throws Exception {
        statusOf(proxied, passedOn("evil.example"));
        var request = new MockHttpServletRequest("POST", "/join/invented-secret");
        request.addHeader("Host", "marac.example.org");
        request.setServerName("marac.example.org");
        request.addHeader("Origin", "https://invented-person.example");
        statusOf(open, request);
        assertThat(lines())
                .containsExactly(
                        "Turned away with 421: This server does not answer to that name.",
                        "Turned away with 403: Changes are accepted from this site's own pages only.");
    }

    @Test
    void nobodyFillsTheLogByBeingTurnedAway() throws Exception {
        for (int i = 0; i < 50; i++) {
            statusOf(proxied, passedOn("evil.example"));
        }
        assertThat(lines()).hasSize(FewLines.A_MINUTE);
        now = now.plusSeconds(61);
        statusOf(proxied, passedOn("evil.example"));
        assertThat(lines()).hasSize(FewLines.A_MINUTE + 1);
        assertThat(lines().getLast()).endsWith("(45 more like it were left out before)");
    }

    private OwnPagesOnly guard(Listening listening) {
        var log = new LoggerContext().getLogger("invented");
        written.start();
        log.addAppender(written);
        return new OwnPagesOnly(listening, new FewLines(log, () -> now));
    }

    private List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /// A request as Tomcat shows it when a proxy asked us by another name than the reader asked the proxy.
    private static MockHttpServletRequest passedOn(String name) {
        var request = new MockHttpServletRequest("GET", "/") {
            @Override
            public String getServerName() {
                return name;
            }
        };
        request.addHeader("Host", "127.0.0.1:8080");
        return request;
    }

    private static int statusOf(OwnPagesOnly guard, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
