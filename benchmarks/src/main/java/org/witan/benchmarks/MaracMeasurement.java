package org.witan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A partnership of ten years by its pages: 30 people who have signed in, each as somebody else, with the rule and the
/// trail, while the years behind them grow.
record MaracMeasurement(Path folder) {
    private static final int USERS = 30;
    private static final double BAR = 100;
    private static final double BAR_OF_RETURN = 2_000;
    private static final Duration THINK = Duration.ofSeconds(2);
    private static final int RETURNS = 9;
    private static final Map<String, Integer> PEOPLE =
            Map.of("COORDINATOR", 5, "CHAIR", 1, "REPRESENTATIVE", 20, "IDVA", 4);

    void run(int cases, Duration time) throws IOException, InterruptedException, SQLException {
        var prepared = PreparedPartnership.in(folder, cases);
        var columns = new LinkedHashMap<String, List<Side>>();
        var returns = new LinkedHashMap<String, List<Double>>();
        var sizes = new ArrayList<Long>();
        try (var server = prepared.start();
                var database = TrailMeasurement.connect(prepared.data())) {
            List<Span> spans = List.of(
                    new Span(2, 1, 0, cases / 10),
                    new Span(3, 10 / 3.0, 1, cases / 3 - cases / 10),
                    new Span(4, 10, 10 / 3.0, cases - cases / 3));
            for (Span span : spans) {
                // A size that was outgrown before is gone.
                if (prepared.isGrown(span.number + 1)) {
                    continue;
                }
                prepared.grow(span.number, span.from, span.until, span.cases);
                long heard = number(database, "select count(*) from marac.referral");
                sizes.add(heard);
                System.out.printf(
                        "%n%,d referrals, %,d actions, %,d persons, %d agencies; load of the machine %.1f%n",
                        heard,
                        number(database, "select count(*) from meeting.action"),
                        number(database, "select count(*) from people.source_record"),
                        number(database, "select count(*) from access.agency"),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                try (var people = new SignedInPeople(server.address(), database, PEOPLE)) {
                    measure(server, database, people, time, columns);
                    measureReturns(people, returns);
                }
            }
        }
        print(sizes, columns, returns);
    }

    private static void measure(
            PageServer server,
            Connection database,
            SignedInPeople people,
            Duration time,
            Map<String, List<Side>> columns)
            throws InterruptedException, SQLException {
        for (MaracPages page : MaracPages.values()) {
            List<Visitors.Visitor> visitors = people.visitors(page, USERS);
            new Visitors(server.address(), visitors, Duration.ofMillis(200)).ask(Duration.ofSeconds(5));
            Duration before = AccessMeasurement.busy(server, database);
            var seen = new Visitors(server.address(), visitors, THINK).ask(time);
            double busy = AccessMeasurement.busy(server, database).minus(before).toNanos() / 1e6;
            var spread = new Spread(seen.milliseconds());
            var side = new Side(spread.median(), spread.percentile(95), busy / spread.size(), seen.failures());
            columns.computeIfAbsent(page.words(), _ -> new ArrayList<>()).add(side);
            System.out.printf(
                    "%-28s %5d pages  p50 %4.0f  p95 %4.0f ms  %5.1f ms of processor  %d failed%n",
                    page.words(), spread.size(), side.median, side.p95, side.busy, side.failures);
        }
    }

    private static void measureReturns(SignedInPeople people, Map<String, List<Double>> returns)
            throws InterruptedException {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/London"));
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("the return, rolling 12 months", "/returns");
        asked.put("the return, everything", "/returns?from=1/1/" + (today.getYear() - 11));
        asked.put("the return as a file, 12 months", "/returns.csv");
        for (Map.Entry<String, String> one : asked.entrySet()) {
            var times = people.alone("COORDINATOR", one.getValue(), RETURNS);
            double median = new Spread(times).median();
            returns.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(median);
            System.out.printf(
                    "%-34s median %5.0f  largest %5.0f ms%n", one.getKey(), median, new Spread(times).largest());
        }
    }

    private static void print(List<Long> sizes, Map<String, List<Side>> columns, Map<String, List<Double>> returns) {
        System.out.printf(
                "%n%d users who think %d s; p95 in ms and processor time a page in ms, at %s referrals%n",
                USERS, THINK.toSeconds(), sizes);
        System.out.println("| page | bar | p95 at each size | ms of processor at each size | last to first | |");
        System.out.println("| --- | ---: | --- | --- | ---: | --- |");
        columns.forEach((page, sides) -> System.out.printf(
                "| %s | %.0f | %s | %s | %.2f | %s |%n",
                page,
                BAR,
                joined(sides.stream().map(Side::p95).toList(), "%.0f"),
                joined(sides.stream().map(Side::busy).toList(), "%.1f"),
                sides.getLast().busy / sides.getFirst().busy,
                sides.getLast().p95 <= BAR && sides.getLast().failures == 0 ? "met" : "**missed**"));
        returns.forEach((what, medians) -> System.out.printf(
                "| %s | %.0f | %s (median of %d, alone) | | | %s |%n",
                what,
                BAR_OF_RETURN,
                joined(medians, "%.0f"),
                RETURNS,
                medians.getLast() <= BAR_OF_RETURN ? "met" : "**missed**"));
    }

    private static String joined(List<Double> figures, String format) {
        return String.join(
                ", ", figures.stream().map(figure -> format.formatted(figure)).toList());
    }

    private static long number(Connection database, String question) throws SQLException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Years that are added.
    ///
    /// @param from in years ago, as is `until`
    private record Span(int number, double from, double until, int cases) {}

    /// A page at one size.
    private record Side(double median, double p95, double busy, int failures) {}
}
