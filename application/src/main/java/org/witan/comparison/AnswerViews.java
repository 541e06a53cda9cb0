package org.witan.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;

/// From a figure to what a reader sees of it.
@Component
class AnswerViews {
    private final YearsPicture years;
    private final BreakdownPicture breakdown;
    private final Provenance provenance;
    private final Shown shown;
    private final Wording words;

    AnswerViews(YearsPicture years, BreakdownPicture breakdown, Provenance provenance, Shown shown, Wording words) {
        this.years = years;
        this.breakdown = breakdown;
        this.provenance = provenance;
        this.shown = shown;
        this.words = words;
    }

    ComparePage.AnswerView of(Figure figure, Typed typed) {
        var map = breakdown.map(figure);
        var pictures = Stream.of(
                        Stream.of(years.of(figure)), map.stream(), breakdown.bars(figure, map.isPresent()).stream())
                .flatMap(some -> some)
                .toList();
        return new ComparePage.AnswerView(
                figure.warnings().stream()
                        .map(warning -> new ComparePage.Notice(warning.text(), source(warning.source())))
                        .toList(),
                refusal(figure.refused()),
                figure.sentence(),
                numbers(figure),
                pictures,
                provenance.of(figure),
                typed.exact()
                        ? List.of(downloads(typed, "public"), downloads(typed, "partnership"))
                        : List.of(downloads(typed, "public")),
                typed.values(),
                typed.exact());
    }

    private ComparePage.@Nullable Notice refusal(Figure.@Nullable Refusal refused) {
        return refused == null ? null : new ComparePage.Notice(refused.reason(), source(refused.source()));
    }

    private @Nullable String source(@Nullable String source) {
        return source == null || source.isBlank() ? null : words.the("comparison.source", source);
    }

    private List<ComparePage.KeyNumber> numbers(Figure figure) {
        Question question = figure.question();
        Measure measure = question.measure();
        var numbers = new ArrayList<ComparePage.KeyNumber>();
        numbers.add(new ComparePage.KeyNumber(
                question.period().label(),
                shown.value(measure, figure.value(), figure.state()),
                parts(figure.numerator(), figure.denominator())));
        numbers.add(new ComparePage.KeyNumber(
                earlier(question).label(),
                shown.earlier(measure, figure.previous()),
                parts(figure.previousNumerator(), figure.previousDenominator())));
        numbers.add(change(figure));
        if (figure.oneIn() != null) {
            numbers.add(new ComparePage.KeyNumber(
                    words.the("comparison.number.one-in"),
                    words.the("comparison.number.one-in.value", Shown.decimal(figure.oneIn(), 1)),
                    figure.denominatorName() == null ? "" : figure.denominatorName()));
        }
        return List.copyOf(numbers);
    }

    /// Shares differ by points: a per cent of a per cent is read wrongly by most.
    private ComparePage.KeyNumber change(Figure figure) {
        boolean points = figure.question().measure().isShare();
        String change = points ? difference(figure) : shown.change(figure.changePercent());
        return new ComparePage.KeyNumber(
                words.the(points ? "comparison.number.difference" : "comparison.number.change"),
                change,
                interval(figure));
    }

    private String difference(Figure figure) {
        Double now = share(figure.numerator(), figure.denominator());
        Double then = share(figure.previousNumerator(), figure.previousDenominator());
        return now == null || then == null || figure.refused() != null || figure.changePercent() == null
                ? words.the("comparison.state.withheld")
                : words.the("comparison.number.points", shown.signed(now - then));
    }

    private static @Nullable Double share(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null || whole == 0 ? null : 100 * part / whole;
    }

    static Period earlier(Question question) {
        Period with = question.with();
        return with == null ? question.period().yearsBefore(1) : with;
    }

    private String parts(@Nullable Double numerator, @Nullable Double denominator) {
        return numerator == null || denominator == null
                ? ""
                : words.the("comparison.number.parts", Shown.whole(numerator), Shown.whole(denominator));
    }

    private String interval(Figure figure) {
        var interval = figure.interval();
        if (interval == null) {
            return "";
        }
        String unit = figure.question().measure().isShare() ? "points" : "percent";
        return words.the(
                "comparison.number.interval." + unit, shown.signed(interval.low()), shown.signed(interval.high()));
    }

    private ComparePage.Downloads downloads(Typed typed, String audience) {
        String query = typed.with(Typed.AUDIENCE, audience).query();
        return new ComparePage.Downloads(
                words.the("comparison.download." + audience),
                Stream.of(Format.values())
                        .map(format -> new ComparePage.Example(
                                words.the("comparison.download." + format),
                                "/compare." + format.extension() + "?" + query))
                        .toList());
    }
}
