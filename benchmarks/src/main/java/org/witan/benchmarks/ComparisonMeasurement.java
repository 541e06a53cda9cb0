package org.witan.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks each question in turn with its SQL written by hand, so that whatever else the machine does falls on both.
record ComparisonMeasurement(Extract extract) {
    private static final int WARM_UP = 15;

    void run(int pairs) throws SQLException, IOException {
        try (var warm = Warm.open(extract)) {
            System.out.printf("%nComparison over %,d rows, %d pairs of each%n", extract.rows(), pairs);
            System.out.println(
                    "| question | Witan median ms | SQL median ms | median ratio | ratio of medians | Witan p95 ms |");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            for (Asked asked : Asked.values()) {
                warm.demandAgreement(asked);
                measure(warm, asked, pairs);
            }
        }
    }

    private static void measure(Warm warm, Asked asked, int pairs) throws SQLException {
        String sql = warm.sql(asked);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = -WARM_UP; pair < pairs; pair++) {
            // Who goes first alternates: the second finds caches that the first has filled.
            double first = pair % 2 == 0 ? answer(warm, asked) : count(warm, sql);
            double second = pair % 2 == 0 ? count(warm, sql) : answer(warm, asked);
            if (pair >= 0) {
                double witan = pair % 2 == 0 ? first : second;
                double hand = pair % 2 == 0 ? second : first;
                ours.add(witan);
                theirs.add(hand);
                ratios.add(witan / hand);
            }
        }
        var witan = new Spread(ours);
        var hand = new Spread(theirs);
        System.out.printf(
                "| %s | %.1f | %.1f | %.2f | %.2f | %.1f |%n",
                asked,
                witan.median(),
                hand.median(),
                new Spread(ratios).median(),
                witan.median() / hand.median(),
                witan.percentile(95));
    }

    private static double answer(Warm warm, Asked asked) {
        long began = System.nanoTime();
        warm.answer(asked);
        return (System.nanoTime() - began) / 1e6;
    }

    private static double count(Warm warm, String sql) throws SQLException {
        long began = System.nanoTime();
        warm.count(sql);
        return (System.nanoTime() - began) / 1e6;
    }
}
