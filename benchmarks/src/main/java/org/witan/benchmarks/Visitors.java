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

/// People who have signed in, each as somebody else: each opens their own pages, one after the other, and thinks
/// between
/// two.
record Visitors(URI server, List<Visitor> visitors, Duration think) {

    /// One of them.
    ///
    /// @param addresses of their pages; one that begins with POST has a form behind a second space
    record Visitor(String cookie, List<String> addresses) {}

    /// Opens pages for so long.
    Crowd.Seen ask(Duration time) throws InterruptedException {
        var milliseconds = new ConcurrentLinkedQueue<Double>();
        var failures = new AtomicInteger();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        try (var browser = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> visits = new ArrayList<>();
            for (int at = 0; at < visitors.size(); at++) {
                Visitor visitor = visitors.get(at);
                long arrival = think.toMillis() * at / visitors.size();
                visits.add(() -> {
                    Thread.sleep(arrival);
                    for (int turn = 0; System.nanoTime() < until; turn++) {
                        double took = open(browser, visitor, visitor.addresses.get(turn % visitor.addresses.size()));
                        if (took < 0) {
                            failures.incrementAndGet();
                        } else {
                            milliseconds.add(took);
                        }
                        Thread.sleep(think.toMillis());
                    }
                    return true;
                });
            }
            for (var visit : crowd.invokeAll(visits)) {
                visit.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A visitor gave up", e);
        }
        return new Crowd.Seen(List.copyOf(milliseconds), failures.get(), (System.nanoTime() - began) / 1e9);
    }

    /// How long the whole page took; below zero when it did not come.
    private double open(HttpClient browser, Visitor visitor, String address) throws InterruptedException {
        String[] words = address.split(" ", 3);
        var asking = HttpRequest.newBuilder(server.resolve(words.length == 1 ? address : words[1]))
                .header("Cookie", visitor.cookie)
                .timeout(Duration.ofSeconds(60));
        if (words.length > 1) {
            asking.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(words[2]));
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
}
