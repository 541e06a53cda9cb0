package org.witan.statistics.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.CheckingClaims;
import org.witan.statistics.comparison.ClaimsCheck;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Question.By;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks printed numbers against each other and against the store.
@Command(
        name = "check",
        description = "Check printed numbers against each other and against the store.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private Asking asking = new Asking();

    @Parameters(paramLabel = "CLAIMS", description = "Total; change; share; part: \"3,470; +3 %%; 91 %%; 3,140\".")
    private String claims = "";

    @Option(names = "--offences", paramLabel = "SET", description = "The offence set the numbers are about.")
    private @Nullable String offences;

    @Option(names = "--area", paramLabel = "NAME|CODE", description = "The area they are about.")
    private @Nullable String area;

    @Option(names = "--period", paramLabel = "PERIOD", description = "The period they are about.")
    private @Nullable String period;

    @Option(names = "--share", paramLabel = "MEASURE", description = "What the share is: share:domestic unless said.")
    private String share = "share:domestic";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var check = check();
        spec.commandLine().getOut().print(json ? Json.of(check) : text(check));
        return StatisticsCommand.ANSWERED;
    }

    private ClaimsCheck check() {
        if (offences == null && area == null && period == null) {
            return CheckingClaims.check(claims);
        }
        if (offences == null || area == null || period == null) {
            throw new BadInput("To check against the store give --offences, --area and --period");
        }
        try (var comparing = new Comparing(places.store(), places.definitions())) {
            var count = comparing.answer(asking.question(offences, area, period, new Measure.Count(), By.NOTHING));
            return CheckingClaims.check(claims, count, claims.contains("%") ? shared(comparing) : null);
        }
    }

    private @Nullable Figure shared(Comparing comparing) {
        return offences == null || area == null || period == null || claims.split(";", -1).length < 3
                ? null
                : comparing.answer(asking.question(offences, area, period, Measure.parse(share), By.NOTHING));
    }

    private static String text(ClaimsCheck check) {
        var text = new StringBuilder();
        for (var relation : check.relations()) {
            text.append(relation.agrees() ? "agrees     " : "DISAGREES  ")
                    .append(relation.name())
                    .append(": ")
                    .append(relation.explanation())
                    .append(System.lineSeparator());
        }
        return text.isEmpty()
                ? "No two of these numbers say anything about each other." + System.lineSeparator()
                : text.toString();
    }
}
