package org.witan.statistics.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Question.By;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Compares a period with an earlier one.
@Command(name = "compare", description = "Compare a period with an earlier one.", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--offences", paramLabel = "SET", required = true, description = "An offence set: see definitions.")
    private String offences = "";

    @Option(names = "--area", paramLabel = "NAME|CODE", required = true, description = "An area: see areas.")
    private String area = "";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = "2021-22, 2021-22-Q1, 2021-09, ytd:2021-09 or 12m:2022-03.")
    private String period = "";

    @Option(
            names = "--measure",
            paramLabel = "MEASURE",
            description = "count, rate, share:FLAG, share-of:SET, harm or outcome:GROUP.")
    private String measure = "count";

    @Option(names = "--by", paramLabel = "month|quarter|year|area|offence|sex", description = "Break the figure down.")
    private @Nullable String by;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(names = "--csv", description = "Lines of CSV, with the caveats.")
    private boolean csv;

    @Override
    public Integer call() {
        if (json && csv) {
            throw new BadInput("Choose --json or --csv, not both");
        }
        var question = asking.question(offences, area, period, Measure.parse(measure), by());
        Comparing.loadEngine();
        try (var comparing = new Comparing(places.store(), places.definitions())) {
            var figure = comparing.answer(question);
            var out = spec.commandLine().getOut();
            out.print(json ? Json.of(figure) : csv ? FigureCsv.of(figure) : FigureText.of(figure));
            return figure.refused() == null ? StatisticsCommand.ANSWERED : StatisticsCommand.REFUSED;
        }
    }

    private By by() {
        if (by == null) {
            return By.NOTHING;
        }
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "month" -> By.MONTH;
            case "quarter" -> By.QUARTER;
            case "year" -> By.YEAR;
            case "area" -> By.AREA;
            case "offence" -> By.OFFENCE;
            case "sex" -> By.SEX;
            default -> throw new BadInput("--by is month, quarter, year, area, offence or sex");
        };
    }
}
