package org.witan.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Somebody who has a case open: their page hears that something has changed, and reads its parts again, one request at
/// a
/// time.
final class CaseFollower implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int OK = 200;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final SignedIn person;
    private final String place;
    private volatile boolean open = true;

    CaseFollower(SignedIn person, String place) {
        this.person = person;
        this.place = place;
    }

    /// Follows from now on.
    void open() {
        try {
            var stream = browser.send(request("/live"), BodyHandlers.ofLines());
            if (stream.statusCode() != OK) {
                throw new IllegalStateException("there is no news: " + stream.statusCode());
            }
            Thread.ofVirtual().start(() -> {
                try {
                    stream.body()
                            .filter(line -> line.equals("event: changed") || line.equals("event: look"))
                            .forEach(_ -> news.release());
                } catch (java.io.UncheckedIOException e) {
                    // It was closed.
                    news.release();
                }
            });
            Thread.ofVirtual().start(this::look);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        while (open) {
            try {
                news.acquire();
                news.drainPermits();
                var parts = browser.send(request("/live/parts"), BodyHandlers.ofString());
                long now = System.nanoTime();
                if (parts.statusCode() == OK) {
                    ID.matcher(parts.body()).results().forEach(id -> read.putIfAbsent(id.group(), now));
                }
            } catch (IOException | InterruptedException e) {
                open = false;
            }
        }
    }

    private HttpRequest request(String what) {
        return HttpRequest.newBuilder(person.server().resolve(place + what))
                .header("Cookie", person.cookie())
                .build();
    }

    /// Waits until they have read some lines, or until a moment.
    void await(List<WrittenLines.Line> lines, long until) throws InterruptedException {
        while (System.nanoTime() < until && lines.stream().anyMatch(line -> !read.containsKey(line.id()))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /// Milliseconds from the first sending of each line of somebody else until it was read here.
    List<Double> delays(WrittenLines written) {
        return ofOthers(written).stream()
                .flatMap(line -> Optional.ofNullable(read.get(line.id())).map(at -> (at - line.sent()) / 1e6).stream())
                .toList();
    }

    /// How many lines of others were never read here.
    int unread(WrittenLines written) {
        return (int) ofOthers(written).stream()
                .filter(line -> !read.containsKey(line.id()))
                .count();
    }

    private List<WrittenLines.Line> ofOthers(WrittenLines written) {
        return written.of(place).stream()
                .filter(line -> !line.by().equals(person.membership()))
                .toList();
    }

    @Override
    public void close() {
        open = false;
        browser.shutdownNow();
    }
}
