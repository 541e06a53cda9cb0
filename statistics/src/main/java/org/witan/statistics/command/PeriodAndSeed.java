package org.witan.statistics.command;

import org.witan.statistics.comparison.Period;
import picocli.CommandLine.Option;

/// The options of what looks at one period and draws lots.
final class PeriodAndSeed {
    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = "2021-22, 2021-22-Q1, 2021-09, ytd:2021-09 or 12m:2022-03.")
    private String period = "";

    @Option(names = "--seed", paramLabel = "S", description = "Any whole number; 1 unless said.")
    private long seed = 1;

    Period period() {
        return Period.parse(period);
    }

    long seed() {
        return seed;
    }
}
