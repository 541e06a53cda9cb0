package org.witan.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Wording;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;

/// Numbers as a reader sees them. Zero, missing, not usable and hidden are different words.
@Component
class Shown {
    private final Wording words;

    Shown(Wording words) {
        this.words = words;
    }

    /// A value, or why there is none.
    String value(Measure measure, @Nullable Double value, Figure.State state) {
        return switch (state) {
            case ZERO -> number(measure, 0);
            case MISSING -> words.the("comparison.state.missing");
            case NOT_USABLE -> words.the("comparison.state.not-usable");
            case SUPPRESSED -> words.the("comparison.state.suppressed");
            case NUMBER -> value == null ? words.the("comparison.state.not-usable") : number(measure, value);
        };
    }

    /// A value that has no state of its own: absent is said as a dash's meaning, never as nought.
    String earlier(Measure measure, @Nullable Double value) {
        return value == null ? words.the("comparison.state.none") : number(measure, value);
    }

    String number(Measure measure, double value) {
        return switch (measure) {
            case Measure.Count() -> whole(value);
            case Measure.Harm() -> whole(value);
            case Measure.Rate() -> decimal(value, 2);
            case Measure.ShareWithFlag(String flag) -> decimal(value, 1) + " %";
            case Measure.ShareOfSet(String set) -> decimal(value, 1) + " %";
            case Measure.OutcomeShare(String group) -> decimal(value, 1) + " %";
        };
    }

    /// A change in per cent with its sign.
    String change(@Nullable Double percent) {
        return percent == null ? words.the("comparison.state.withheld") : signed(percent) + " %";
    }

    String signed(double value) {
        String text = decimal(value, 1);
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    static String whole(double value) {
        return String.format(Locale.UK, "%,.0f", value).replace('-', '\u2212');
    }

    static String decimal(double value, int places) {
        String text = String.format(Locale.UK, "%,." + places + "f", value);
        return text.matches("-0\\.0+") ? text.substring(1) : text.replace('-', '\u2212');
    }
}
