package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// Two people write the minutes of one case at once, with a network that is cut at any moment: before the server has
/// taken what they sent, and after it. They send again what they heard no answer to.
///
/// `-Dwitan.writers.edits=N -Dwitan.writers.seconds=N` asks for more of it.
class TwoWritersTest extends RunningApplication {
    private static final int EDITS = Integer.getInteger("witan.writers.edits", 150);
    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("witan.writers.seconds", 60));
    private static final long SEED = 20261126;
    private static final double CUT = 0.3;
    private static final double CORRECTION = 0.3;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Conferring conferring;

    /// Lines that were answered as written, by both.
    private final List<UUID> known = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingIsLostNothingIsDoubledAndEachWritersOrderIsKept() throws Exception {
        var conference = Conference.of(application, partnership(), 1);
        String path = address() + conference.path(0) + "/lines";
        var one = new Writer("one", conference.coordinator(), path, SEED);
        var other = new Writer("other", conference.chair(), path, SEED + 1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : both.invokeAll(List.of(one, other))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(one.cuts + other.cuts).isPositive();
        System.out.printf(
                "Two writers: %,d lines written, %,d and %,d cuts%n",
                one.written.size() + other.written.size(), one.cuts, other.cuts);
        for (Writer writer : List.of(one, other)) {
            assertThat(partnership()
                            .asked(
                                    "select words from marac.line where item_id = ? and written_by = ? order by written_at, id",
                                    conference.item(0),
                                    writer.account))
                    .as("written by " + writer.name)
                    .isEqualTo(writer.written);
        }
        var lines = conferring
                .open(conference.coordinator(), conference.meeting(), conference.item(0))
                .lines();
        assertThat(lines.stream().mapToInt(line -> 1 + line.replaced().size()).sum())
                .as("what stands, and what it replaced")
                .isEqualTo(one.written.size() + other.written.size());
    }

    /// Somebody who writes, puts right what stands there, loses the network, and sends again.
    private final class Writer implements Callable<Boolean> {
        private final HttpClient browser = HttpClient.newHttpClient();
        private final List<String> written = new ArrayList<>();
        private final String name;
        private final UUID account;
        private final String cookie;
        private final String path;
        private final Random random;
        private int cuts;

        Writer(String name, Viewer viewer, String path, long seed) {
            this.name = name;
            this.account = viewer.account();
            this.cookie = Sessions.cookieOf(viewer, application);
            this.path = path;
            this.random = new Random(seed);
        }

        @Override
        public Boolean call() throws Exception {
            long until = System.nanoTime() + LONGEST.toNanos();
            for (int edit = 0; edit < EDITS && System.nanoTime() < until; edit++) {
                UUID id = UUID.randomUUID();
                String words = "Invented " + name + " " + edit;
                int status = sendUntilHeard(form(id, words));
                assertThat(status).isIn(204, 409);
                if (status == 204) {
                    written.add(words);
                    known.add(id);
                }
            }
            return true;
        }

        private String form(UUID id, String words) {
            String corrects = random.nextDouble() < CORRECTION && !known.isEmpty()
                    ? known.get(random.nextInt(known.size())).toString()
                    : "";
            return "live=YES&kind=RISK_TO_VICTIM&id=" + id + "&corrects=" + corrects + "&words="
                    + URLEncoder.encode(words, StandardCharsets.UTF_8);
        }

        private int sendUntilHeard(String form) throws Exception {
            while (true) {
                int status = send(form, random.nextDouble() < CUT ? random.nextInt(15) : 20_000);
                if (status > 0) {
                    return status;
                }
                cuts++;
            }
        }

        /// @param patience milliseconds until the network is cut
        /// @return zero when no answer was heard
        private int send(String form, int patience) throws InterruptedException, ExecutionException {
            var asked = browser.sendAsync(
                    HttpRequest.newBuilder(URI.create(path))
                            .header("Cookie", cookie)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
            try {
                return asked.get(patience, TimeUnit.MILLISECONDS).statusCode();
            } catch (TimeoutException _) {
                asked.cancel(true);
                return 0;
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof IOException) {
                    return 0;
                }
                throw failure;
            }
        }
    }
}
