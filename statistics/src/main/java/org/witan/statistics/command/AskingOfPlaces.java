package org.witan.statistics.command;

import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Period;
import picocli.CommandLine.Option;

/// The options that `places` and `near-repeat` share with each other and, by name, with `compare`.
final class AskingOfPlaces {
    @Option(
            names = "--offences",
            paramLabel = "SET",
            required = true,
            description = "An offence set that street files can tell apart: see definitions.")
    private String offences = "";

    @Option(names = "--area", paramLabel = "NAME|CODE", required = true, description = "An area: see areas.")
    private String area = "";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = "2021-22, 2021-22-Q1, 2021-09, ytd:2021-09 or 12m:2022-03.")
    private String period = "";

    @Option(names = "--seed", paramLabel = "S", description = "Any whole number; 1 unless said.")
    private long seed = 1;

    @Option(names = "--snapshot", paramLabel = "ID", description = "The snapshot to answer from; else the newest.")
    private @Nullable String snapshot;

    String offences() {
        return offences;
    }

    String area() {
        return area;
    }

    Period period() {
        return Period.parse(period);
    }

    long seed() {
        return seed;
    }

    @Nullable
    String snapshot() {
        return snapshot;
    }
}
