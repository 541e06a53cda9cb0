package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.ArrangingActions;
import org.witan.meeting.Subject;
import org.witan.site.Sessions;

/// A page that follows a case is told that something has changed, when its reader may see the minutes, and no more.
class LiveNewsTest extends RunningApplication {
    private static final String OVER = "over -";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Conferring conferring;

    @Autowired
    private Leading leading;

    @Autowired
    private ArrangingActions arranging;

    private Conference conference;

    @BeforeEach
    void twoCases() {
        conference = Conference.of(application, partnership(), 2);
    }

    private void write(int at) {
        conferring.write(
                conference.coordinator(),
                conference.meeting(),
                conference.item(at),
                UUID.randomUUID(),
                LineKind.SHARED,
                "invented",
                null);
    }

    private Follower follow(Viewer viewer, int at) {
        return new Follower(Sessions.cookieOf(viewer, application), address() + conference.path(at) + "/live");
    }

    @Test
    void whatSomebodyWritesIsToldToWhoeverFollowsTheCase() throws Exception {
        try (var police = follow(conference.police(), 0)) {
            long version = police.version();
            write(0);
            assertThat(police.next("changed")).isEqualTo("changed " + (version + 1));
        }
    }

    @Test
    void nothingIsToldOfACaseThatIsHiddenNorThatTheConferenceIsAtIt() throws Exception {
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        conference.cases().get(1).record(),
                        conference.police().account(),
                        conference.coordinator().account());
        try (var hidden = follow(conference.police(), 1)) {
            assertThat(hidden.status()).isEqualTo(404);
        }
        try (var police = follow(conference.police(), 0);
                var housing = follow(conference.housing(), 0)) {
            long version = police.version();
            housing.version();
            write(1);
            leading.begin(conference.coordinator(), conference.meeting(), conference.item(1));
            assertThat(housing.next("look")).isEqualTo("look -");
            // What comes next to the other is the line, whose number says nothing of the hidden case.
            write(0);
            assertThat(police.next("changed", "look")).isEqualTo("changed " + (version + 1));
        }
    }

    private Action action(Viewer viewer, UUID id) {
        return conferring.now(viewer, conference.meeting(), conference.item(0)).actions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long version(Viewer viewer) {
        return Objects.requireNonNull(
                conferring.now(viewer, conference.meeting(), conference.item(0)).version());
    }

    @Test
    void anActionThatIsHiddenMovesNoNumberAndIsToldToNobodyWhoMayNotSeeIt() throws Exception {
        UUID id = UUID.randomUUID();
        var term = new Action.Term(null, null, null);
        conferring.agree(
                conference.coordinator(),
                conference.meeting(),
                conference.item(0),
                id,
                term,
                new Action.Content("Invented: the locks", Area.HOUSING, Subject.VICTIM));
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        id,
                        conference.police().account(),
                        conference.coordinator().account());
        long before = version(conference.police());
        try (var police = follow(conference.police(), 0);
                var housing = follow(conference.housing(), 0)) {
            assertThat(police.version()).isEqualTo(before);
            long seen = housing.version();
            assertThat(seen).isGreaterThan(before);
            arranging.arrange(
                    conference.coordinator(),
                    id,
                    action(conference.coordinator(), id).version(),
                    term,
                    new Action.Content("Invented: the locks and the door", Area.HOUSING, Subject.VICTIM));
            assertThat(housing.next("changed")).isNotEqualTo("changed " + seen);
            assertThat(version(conference.police())).isEqualTo(before);
            write(0);
            assertThat(police.next("changed", "look")).isEqualTo("changed " + (before + 1));
        }
    }

    @Test
    void whoMayNotSeeTheCaseIsToldThatThereIsNone() throws Exception {
        Viewer stranger = partnership().viewer(partnership().agency("EDUCATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        try (var one = follow(stranger, 0)) {
            assertThat(one.status()).isEqualTo(404);
        }
    }

    @Test
    void newsEndWithTheSession() throws Exception {
        String cookie = Sessions.cookieOf(conference.police(), application);
        try (var police = new Follower(cookie, address() + conference.path(0) + "/live")) {
            police.version();
            partnership()
                    .run(
                            "delete from access.session where principal_name = ?",
                            conference.police().account().toString());
            assertThat(police.next("over")).isEqualTo(OVER);
        }
    }

    @Test
    void aFourthPageTakesThePlaceOfTheFirst() throws Exception {
        String cookie = Sessions.cookieOf(conference.police(), application);
        String path = address() + conference.path(0) + "/live";
        try (var first = new Follower(cookie, path)) {
            first.version();
            try (var second = new Follower(cookie, path);
                    var third = new Follower(cookie, path);
                    var fourth = new Follower(cookie, path)) {
                second.version();
                third.version();
                fourth.version();
                assertThat(first.next("over")).isEqualTo(OVER);
                write(0);
                assertThat(fourth.next("changed")).startsWith("changed ");
            }
        }
    }

    @Test
    void thatSomebodyWritesIsToldToOthersAndNotToThemselves() throws Exception {
        String cookie = Sessions.cookieOf(conference.coordinator(), application);
        try (var self = new Follower(cookie, address() + conference.path(0) + "/live");
                var chair = follow(conference.chair(), 0)) {
            self.version();
            chair.version();
            assertThat(self.post(address() + conference.path(0) + "/live/writing", "about=RISK_TO_VICTIM"))
                    .isEqualTo(204);
            assertThat(chair.next("writing")).isEqualTo("writing RISK_TO_VICTIM");
            write(0);
            assertThat(self.next("writing", "changed")).startsWith("changed ");
        }
        try (var police = follow(conference.police(), 0)) {
            assertThat(police.post(address() + conference.path(0) + "/live/writing", "about=RISK_TO_VICTIM"))
                    .isEqualTo(404);
        }
    }

    @Test
    void aDatabaseThatWasAwayIsToldAsNewsThatMayHaveBeenMissed() throws Exception {
        try (var police = follow(conference.police(), 0)) {
            long version = police.version();
            write(0);
            police.next("changed");
            partnership().asked("""
                    select pg_terminate_backend(pid)::text from pg_stat_activity
                    where usename = 'witan_application' and query = 'listen witan_conference'
                    """);
            assertThat(police.next("look")).isEqualTo("look -");
            write(0);
            assertThat(police.next("changed")).isEqualTo("changed " + (version + 2));
        }
    }

    /// A page that follows a case.
    private static final class Follower implements AutoCloseable {
        private static final int PATIENCE = 20;
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final HttpClient browser = HttpClient.newHttpClient();
        private final String cookie;
        private final String path;
        private int status;

        Follower(String cookie, String path) {
            this.cookie = cookie;
            this.path = path;
        }

        private void open() throws IOException, InterruptedException {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(path))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.ofLines());
            status = answer.statusCode();
            Thread.ofVirtual().start(() -> {
                try {
                    read(answer.body());
                } catch (UncheckedIOException _) {
                    heard.add("closed");
                }
            });
        }

        private void read(Stream<String> lines) {
            var event = new StringBuilder();
            lines.forEach(line -> {
                if (line.startsWith("event: ")) {
                    event.setLength(0);
                    event.append(line.substring("event: ".length()));
                } else if (line.startsWith("data: ")) {
                    heard.add(event + " " + line.substring("data: ".length()));
                }
            });
        }

        int status() throws IOException, InterruptedException {
            open();
            return status;
        }

        /// Begins to follow.
        long version() throws IOException, InterruptedException {
            open();
            return Long.parseLong(next("changed").substring("changed ".length()));
        }

        /// The next news of one of some kinds.
        String next(String... kinds) throws InterruptedException {
            for (String one = heard.poll(PATIENCE, TimeUnit.SECONDS);
                    one != null;
                    one = heard.poll(PATIENCE, TimeUnit.SECONDS)) {
                for (String kind : kinds) {
                    if (one.startsWith(kind)) {
                        return one;
                    }
                }
            }
            throw new AssertionError("nothing was heard");
        }

        int post(String place, String form) throws IOException, InterruptedException {
            return browser.send(
                            HttpRequest.newBuilder(URI.create(place))
                                    .header("Cookie", cookie)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }

        @Override
        public void close() {
            browser.shutdownNow();
        }
    }
}
