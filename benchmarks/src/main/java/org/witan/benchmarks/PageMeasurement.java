package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The comparison page with twenty users at once, over the store of the extract.
///
/// Two mixes: two hundred questions that many ask, of which the application keeps the answers; and questions that
/// nobody asked before, each of which reads the records. The users run on the same machine as the server and take
/// their share of it.
record PageMeasurement(Extract extract) {
    private static final int USERS = 20;
    private static final String JAR = "application/target/application-0.1.0-SNAPSHOT.jar";

    void run(int seconds) throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("witan.home", ".")).resolve(JAR);
        if (!Files.exists(jar)) {
            throw new IllegalStateException("The application is not built: run ./witan benchmark page");
        }
        var definitions = Extract.definitions();
        List<String> common = PageQuestions.of(definitions, 1).aboutYears(200);
        List<String> fresh = PageQuestions.of(definitions, 2).askedOnce(10_000);
        var time = Duration.ofSeconds(seconds);
        try (var server =
                PageServer.start(jar, extract.store(), extract.folder().resolve("page"))) {
            var hurried = new Crowd(server.address(), USERS, Duration.ZERO);
            var thinking = new Crowd(server.address(), USERS, Duration.ofSeconds(1));
            hurried.ask(fresh.subList(0, 1_000), time);
            hurried.askEach(common);
            System.out.printf("%nPage over %,d rows, %d users, %d s a row%n", extract.rows(), USERS, seconds);
            System.out.println("| users | questions | pages | pages/s | p50 ms | p95 ms | p99 ms | errors |");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
            print("think 1 s", "200 common", thinking.ask(common, time));
            print("think 1 s", "each asked once", thinking.ask(fresh.subList(1_000, 3_000), time));
            print("never pause", "200 common", hurried.ask(common, time));
            print("never pause", "each asked once", hurried.ask(fresh.subList(3_000, fresh.size()), time));
            System.out.printf("Peak memory of the application: %.0f MB%n", server.peakMegabytes());
        }
    }

    private static void print(String users, String questions, Crowd.Seen seen) {
        var spread = new Spread(seen.milliseconds());
        System.out.printf(
                "| %s | %s | %d | %.0f | %.0f | %.0f | %.0f | %d |%n",
                users,
                questions,
                spread.size(),
                seen.pagesPerSecond(),
                spread.median(),
                spread.percentile(95),
                spread.percentile(99),
                seen.failures());
    }
}
