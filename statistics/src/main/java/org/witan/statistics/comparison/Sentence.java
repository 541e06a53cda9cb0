package org.witan.statistics.comparison;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.OffenceSet;

/// Says a figure in plain words. It reads only what the figure shows, so that it cannot tell more.
final class Sentence {
    private final Figure figure;
    private final Subject subject;

    private Sentence(Figure figure, Subject subject) {
        this.figure = figure;
        this.subject = subject;
    }

    static Figure in(Figure figure, Compared compared) {
        var text = new Sentence(figure, compared.subject()).text();
        return new Figure(
                figure.question(),
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.denominatorName(),
                figure.previous(),
                figure.previousNumerator(),
                figure.previousDenominator(),
                figure.changePercent(),
                figure.interval(),
                figure.oneIn(),
                figure.rounding(),
                figure.refused(),
                figure.suppressed(),
                figure.state(),
                figure.warnings(),
                figure.definition(),
                figure.snapshot(),
                figure.synthetic(),
                figure.sources(),
                figure.rows(),
                text);
    }

    /// A set's crimes by name: `stalking crimes`.
    static String crimes(OffenceSet set) {
        var title = set.title();
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        var noun = acronym ? title : title.substring(0, 1).toLowerCase(Locale.UK) + title.substring(1);
        if (noun.endsWith("crimes") || noun.endsWith("offences")) {
            return noun;
        }
        return noun.contains("crime") || noun.contains(":") ? "crimes (" + noun + ")" : noun + " crimes";
    }

    private String text() {
        var value = figure.value();
        return switch (figure.state()) {
            case MISSING -> "Nothing is loaded for " + where() + " in " + when() + ": that is not zero.";
            case SUPPRESSED ->
                "The number of " + what() + " in " + where() + " in " + when()
                        + " is too small to be shown outside the partnership.";
            case NOT_USABLE ->
                "No figure can be given for " + what() + " in " + where() + " in " + when() + "." + refusal();
            case ZERO, NUMBER -> value == null ? "" : said(value) + comparison(value);
        };
    }

    private String said(double value) {
        var part = Words.count(orZero(figure.numerator()));
        var whole = Words.count(orZero(figure.denominator()));
        var start = "In " + when() + " " + where() + " recorded ";
        return switch (subject.question().measure()) {
            case Measure.Count count -> start + Words.count(value) + " " + what();
            case Measure.Rate rate ->
                start + Words.twoDecimals(value) + " " + what() + " per 1,000 " + figure.denominatorName() + " (" + part
                        + " among " + whole + ")";
            case Measure.Harm harm ->
                "By the weights of the ONS Crime Severity Score the " + what() + " of " + where() + " in " + when()
                        + " come to " + Words.count(value);
            case Measure.ShareWithFlag share ->
                start + whole + " " + what() + ", of which " + part + " were flagged "
                        + share.flag().replace('_', ' ') + ": " + percent(value);
            case Measure.ShareOfSet share ->
                start + whole + " " + invented() + figure.denominatorName() + filters() + ", of which " + part
                        + " were " + crimes(subject.set()) + ": " + percent(value);
            case Measure.OutcomeShare share ->
                start + whole + " " + what() + ", of which " + part + " have an outcome of the group " + share.group()
                        + ": " + percent(value);
        };
    }

    private String percent(double value) {
        var oneIn = figure.oneIn();
        return Words.percent(value) + (oneIn == null || oneIn < 2 ? "" : ", about 1 in " + Words.count(oneIn));
    }

    private String comparison(double value) {
        var refused = figure.refused();
        var previous = figure.previous();
        if (refused != null) {
            return "." + refusal();
        }
        if (previous == null) {
            return ".";
        }
        return (subject.question().measure().isShare() ? points(value, previous) : change(previous)) + "." + range();
    }

    private String refusal() {
        var refused = figure.refused();
        return refused == null
                ? ""
                : " It is not compared with " + subject.then().label() + ": " + refused.reason();
    }

    private String change(double previous) {
        var change = figure.changePercent();
        var before = " the " + number(previous) + " of " + subject.then().label();
        if (change == null) {
            return "; in " + subject.then().label() + " it was " + number(previous);
        }
        if (change == 0) {
            return ", as much as" + before;
        }
        return ", " + Words.percent(Math.abs(change)) + (change > 0 ? " more than" : " less than") + before;
    }

    private String number(double value) {
        return subject.question().measure() instanceof Measure.Rate ? Words.twoDecimals(value) : Words.count(value);
    }

    private String points(double value, double previous) {
        return "; in " + subject.then().label() + " it was " + Words.percent(previous) + ", a difference of "
                + Words.signed(value - previous) + " points";
    }

    private String range() {
        var interval = figure.interval();
        if (interval == null) {
            return "";
        }
        var unit = subject.question().measure().isShare() ? " points" : " %";
        boolean open = interval.low() <= 0 && interval.high() >= 0;
        return " The range that chance alone allows is " + Words.signed(interval.low()) + unit + " to "
                + Words.signed(interval.high()) + unit
                + (open ? ": too close to call." : ": more than chance alone explains.");
    }

    private String what() {
        return invented() + crimes(subject.set()) + filters();
    }

    private String invented() {
        return figure.synthetic() ? "invented " : "";
    }

    /// The question's own filters; a set's condition is part of its name.
    private String filters() {
        var filters = Filters.checked(subject.question().filters());
        return filters.isEmpty()
                ? ""
                : filters.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(filter -> filter.getKey().replace('_', ' ') + ": " + filter.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private String where() {
        return subject.place().area().name();
    }

    private String when() {
        return subject.now().label();
    }

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }
}
