package org.witan.statistics.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that `places`, `near-repeat` and `effect` share with each other and, by name, with `compare`.
final class AskingOfPlaces {
    @Option(
            names = "--offences",
            paramLabel = "SET",
            required = true,
            description = "An offence set that street files can tell apart: see definitions.")
    private String offences = "";

    @Option(names = "--area", paramLabel = "NAME|CODE", required = true, description = "An area: see areas.")
    private String area = "";

    @Option(names = "--snapshot", paramLabel = "ID", description = "The snapshot to answer from; else the newest.")
    private @Nullable String snapshot;

    String offences() {
        return offences;
    }

    String area() {
        return area;
    }

    @Nullable
    String snapshot() {
        return snapshot;
    }
}
