package org.witan.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Users who each open a page, wait for all of it, think, and open the next.
///
/// @param users how many at the same time
/// @param think how long each thinks between two pages
/// @param cookie of somebody who has signed in; empty for the public
record Crowd(URI server, int users, Duration think, String cookie) {

    /// Users of the public pages.
    Crowd(URI server, int users, Duration think) {
        this(server, users, think, "");
    }

    /// @param milliseconds for each page that came, in no order
    /// @param failures pages that did not come with status 200
    record Seen(List<Double> milliseconds, int failures, double seconds) {
        double pagesPerSecond() {
            return milliseconds.size() / seconds;
        }
    }

    /// Opens each page once.
    Seen askEach(List<String> addresses) throws InterruptedException {
        return ask(addresses, addresses.size(), Duration.ofHours(1));
    }

    /// Opens pages for so long; each next user takes the next address, from the beginning when all were asked.
    Seen ask(List<String> addresses, Duration time) throws InterruptedException {
        return ask(addresses, Integer.MAX_VALUE, time);
    }

    private Seen ask(List<String> addresses, int most, Duration time) throws InterruptedException {
        var next = new AtomicInteger();
        var milliseconds = new ConcurrentLinkedQueue<Double>();
        var failures = new AtomicInteger();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        try (var browser = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> visits = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                // Nobody arrives at the same moment as another.
                long arrival = think.toMillis() * user / users;
                visits.add(() -> {
                    pause(arrival);
                    for (int turn = next.getAndIncrement();
                            turn < most && System.nanoTime() < until;
                            turn = next.getAndIncrement()) {
                        var address = addresses.get(turn % addresses.size());
                        double took = open(browser, address);
                        if (took < 0) {
                            failures.incrementAndGet();
                        } else {
                            milliseconds.add(took);
                        }
                        pause(think.toMillis());
                    }
                    return true;
                });
            }
            for (var visit : crowd.invokeAll(visits)) {
                visit.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A user gave up", e);
        }
        return new Seen(List.copyOf(milliseconds), failures.get(), (System.nanoTime() - began) / 1e9);
    }

    /// How long the whole page took; below zero when it did not come.
    private double open(HttpClient browser, String address) throws InterruptedException {
        var asking = HttpRequest.newBuilder(server.resolve(address)).timeout(Duration.ofSeconds(60));
        if (!cookie.isEmpty()) {
            asking.header("Cookie", cookie);
        }
        var request = asking.build();
        long began = System.nanoTime();
        try {
            int status = browser.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .statusCode();
            return status == 200 ? (System.nanoTime() - began) / 1e6 : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static void pause(long milliseconds) throws InterruptedException {
        if (milliseconds > 0) {
            Thread.sleep(milliseconds);
        }
    }
}
