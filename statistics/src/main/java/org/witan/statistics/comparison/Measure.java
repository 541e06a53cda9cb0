package org.witan.statistics.comparison;

import java.util.Locale;
import org.witan.statistics.BadInput;

/// What is worked out from the counts.
public sealed interface Measure {

    /// Reads `count`, `rate`, `share:domestic`, `share-of:SET`, `harm` or `outcome:GROUP`.
    ///
    /// @throws BadInput when it is none of these
    static Measure parse(String text) {
        var written = text.strip().toLowerCase(Locale.ROOT);
        int colon = written.indexOf(':');
        var argument = colon < 0 ? "" : written.substring(colon + 1).strip();
        Measure measure = switch (colon < 0 ? written : written.substring(0, colon)) {
            case "count" -> new Count();
            case "rate" -> new Rate();
            case "harm" -> new Harm();
            case "share" -> new ShareWithFlag(Filters.flag(argument));
            case "share-of" -> new ShareOfSet(argument);
            case "outcome" -> new OutcomeShare(argument);
            default -> throw unknown(text);
        };
        if (measure.isShare() == argument.isEmpty()) {
            throw unknown(text);
        }
        return measure;
    }

    /// The measure as [#parse] reads it.
    default String notation() {
        return switch (this) {
            case Count count -> "count";
            case Rate rate -> "rate";
            case Harm harm -> "harm";
            case ShareWithFlag share -> "share:" + share.flag();
            case ShareOfSet share -> "share-of:" + share.set();
            case OutcomeShare share -> "outcome:" + share.group();
        };
    }

    /// True when the value is a percentage of crimes; such a measure is named with what it shares out.
    default boolean isShare() {
        return switch (this) {
            case Count count -> false;
            case Rate rate -> false;
            case Harm harm -> false;
            case ShareWithFlag share -> true;
            case ShareOfSet share -> true;
            case OutcomeShare share -> true;
        };
    }

    private static BadInput unknown(String text) {
        return new BadInput("\"" + Words.shortened(text)
                + "\" is not a measure; write count, rate, share:domestic, share-of:SET, harm or outcome:GROUP");
    }

    /// The number of crimes.
    record Count() implements Measure {}

    /// Crimes per 1,000 residents.
    record Rate() implements Measure {}

    /// The share of the set's crimes whose flag is "yes": `share:domestic`.
    record ShareWithFlag(String flag) implements Measure {}

    /// The set's crimes as a share of another set's, in the same area, period and filter: `share-of:SET`.
    record ShareOfSet(String set) implements Measure {}

    /// Crimes weighted by the ONS Crime Severity Score.
    record Harm() implements Measure {}

    /// The share of crimes recorded in the period that have an outcome of this group: `outcome:GROUP`.
    record OutcomeShare(String group) implements Measure {}
}
