package org.witan.statistics.command;

import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.statistics.place.Effect;
import org.witan.statistics.place.EffectAnswer;
import org.witan.statistics.place.Series;

/// An effect for a person at a terminal: the caveats first, then the sentence, then the counts it is made of.
final class EffectText {
    private static final String END = System.lineSeparator();

    private EffectText() {}

    static String of(EffectAnswer answer) {
        var text = new StringBuilder();
        answer.caveats()
                .forEach(caveat -> text.append("! ").append(caveat.text()).append(END));
        text.append(sentence(answer.title(), answer.effect())).append(END).append(END);
        text.append("%-30s %12s %12s %8s".formatted("", "before", "after", "ratio"))
                .append(END);
        Stream.concat(Stream.of(answer.effect().area()), answer.effect().comparison().stream())
                .forEach(series -> text.append(row(series)).append(END));
        return text.append(END)
                .append("Definition %s %s; snapshot %s; months %s"
                        .formatted(
                                answer.title(),
                                answer.version(),
                                answer.snapshot(),
                                answer.months().stream()
                                        .map(YearMonth::toString)
                                        .collect(Collectors.joining(", "))))
                .append(END)
                .toString();
    }

    private static String sentence(String title, Effect effect) {
        return String.format(
                Locale.UK,
                "%s in %s: %.2f times what the comparison areas let expect (95 %% limits %.2f to %.2f; as plain Poisson counts %.2f to %.2f); %s.",
                title,
                effect.area().name(),
                effect.ratio(),
                effect.low(),
                effect.high(),
                effect.poissonLow(),
                effect.poissonHigh(),
                effect.isTold() ? "chance alone is a poor explanation" : "chance alone may explain it");
    }

    private static String row(Series series) {
        long before = series.allBefore();
        return String.format(
                Locale.UK,
                "%-30s %,12d %,12d %8s",
                series.name(),
                before,
                series.allAfter(),
                before == 0 ? "–" : String.format(Locale.UK, "%.2f", (double) series.allAfter() / before));
    }
}
