package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.witan.marac.Following.Followed;
import org.witan.marac.LineKind;
import org.witan.marac.News;

/// What a page that follows a case is told: all that is news to it, and nothing twice.
class LiveStreamTest {
    private final UUID item = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();

    private Followed followed(long version, long acted) {
        return new Followed(item, version, acted, Set.of(other));
    }

    /// What a page is told of some news, when the rule answers so, one after the other, and then as last.
    ///
    /// @param between so much later each look at the clock is than the one before
    private List<String> told(Duration between, List<Followed> answers, News... news) throws Exception {
        Queue<Followed> all = new ArrayDeque<>(answers);
        var now = new Instant[] {Instant.parse("2026-11-02T10:00:00Z")};
        var response = new MockHttpServletResponse();
        var stream = new LiveStream(
                account,
                () -> all.size() > 1 ? all.remove() : all.element(),
                () -> true,
                () -> now[0] = now[0].plus(between));
        Stream.of(news).forEach(stream);
        stream.accept(new News.Over());
        stream.run(response);
        return response.getContentAsString()
                .lines()
                .filter(line -> line.startsWith("event: ") || line.startsWith("data: "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void anActionIsToldAlsoWhenTheRuleWasAskedAgainForOtherNewsBefore() throws Exception {
        assertThat(told(
                        Duration.ofSeconds(31),
                        List.of(followed(3, 0), followed(4, 1)),
                        new News.Turned(other),
                        new News.Acted(item)))
                .containsExactly("changed", "3", "look", "-", "changed", "4");
    }

    @Test
    void anActionThatTheViewerMayNotSeeIsNoNews() throws Exception {
        assertThat(told(Duration.ZERO, List.of(followed(3, 1)), new News.Acted(item), new News.Acted(item)))
                .containsExactly("changed", "3");
    }

    @Test
    void nobodyIsToldOfOtherCasesNorThatTheyWriteThemselves() throws Exception {
        assertThat(told(
                        Duration.ZERO,
                        List.of(followed(3, 1)),
                        new News.Changed(other, 9),
                        new News.Writing(item, LineKind.SHARED, account),
                        new News.Writing(item, LineKind.SHARED, UUID.randomUUID()),
                        new News.Changed(item, 4)))
                .containsExactly("changed", "3", "writing", "SHARED", "changed", "5");
    }
}
