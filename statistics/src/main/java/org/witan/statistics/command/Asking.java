package org.witan.statistics.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Filters;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.store.Table;
import picocli.CommandLine.Option;

/// The options that make a question and that `compare` and `check` share.
final class Asking {
    @Option(names = "--with", paramLabel = "PERIOD", description = "The earlier period; else the same a year before.")
    private @Nullable String with;

    @Option(names = "--filter", paramLabel = "NAME=VALUE,…", description = "For example domestic=yes,sex=female.")
    private @Nullable String filter;

    @Option(names = "--public", description = "For readers outside the partnership: small numbers are hidden.")
    private boolean forThePublic;

    @Option(names = "--source", paramLabel = "crime|counted|street", description = "The table to answer from.")
    private @Nullable String source;

    @Option(names = "--snapshot", paramLabel = "ID", description = "The snapshot to answer from; else the newest.")
    private @Nullable String snapshot;

    Question question(String offences, String area, String period, Measure measure, Question.By by) {
        return new Question(
                offences,
                area,
                Period.parse(period),
                with == null ? null : Period.parse(with),
                measure,
                filter == null ? Map.of() : Filters.parse(filter),
                by,
                forThePublic ? Question.Audience.PUBLIC : Question.Audience.PARTNERSHIP,
                table(),
                snapshot);
    }

    private @Nullable Table table() {
        if (source == null) {
            return null;
        }
        return switch (source.toLowerCase(Locale.ROOT)) {
            case "crime" -> Table.CRIME;
            case "counted" -> Table.COUNTED;
            case "street" -> Table.STREET;
            default -> throw new BadInput("--source is crime, counted or street");
        };
    }
}
