package org.witan.statistics.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From counts to the value of a measure. Nothing is rounded here except what is returned as a value.
record Reckoning(Measure measure) {
    private static final double PER = 1000;

    /// The value as it is reported: counts whole, percentages to one decimal, rates and harm to two. Null
    /// when there
    /// is nothing to divide by.
    @Nullable
    Double value(Counts counts, double residents) {
        var exact = exact(counts, residents);
        return exact == null ? null : Words.round(exact, decimals());
    }

    @Nullable
    Double exact(Counts counts, double residents) {
        return switch (measure) {
            case Measure.Count count -> (double) counts.n();
            case Measure.Rate rate -> residents > 0 ? PER * counts.n() / residents : null;
            case Measure.Harm harm -> counts.harm();
            case Measure.ShareWithFlag share -> share(counts);
            case Measure.ShareOfSet share -> share(counts);
            case Measure.OutcomeShare share -> share(counts);
        };
    }

    private static @Nullable Double share(Counts counts) {
        return counts.n() == 0 ? null : 100.0 * counts.part() / counts.n();
    }

    double numerator(Counts counts) {
        return switch (measure) {
            case Measure.Count count -> counts.n();
            case Measure.Rate rate -> counts.n();
            case Measure.Harm harm -> Words.round(counts.harm(), 2);
            case Measure.ShareWithFlag share -> counts.part();
            case Measure.ShareOfSet share -> counts.part();
            case Measure.OutcomeShare share -> counts.part();
        };
    }

    @Nullable
    Double denominator(Counts counts, double residents) {
        return switch (measure) {
            case Measure.Count count -> null;
            case Measure.Harm harm -> null;
            case Measure.Rate rate -> residents > 0 ? residents : null;
            case Measure.ShareWithFlag share -> (double) counts.n();
            case Measure.ShareOfSet share -> (double) counts.n();
            case Measure.OutcomeShare share -> (double) counts.n();
        };
    }

    /// The counts that a reader could read off the figure: each of them is hidden when it is small.
    List<Long> disclosed(Counts counts) {
        return measure.isShare() ? List.of(counts.part(), counts.n(), counts.n() - counts.part()) : List.of(counts.n());
    }

    /// The change in per cent of the unrounded values, to one decimal.
    @Nullable
    Double change(Tally tally, double residentsNow, double residentsThen) {
        var now = exact(tally.now(), residentsNow);
        var then = exact(tally.then(), residentsThen);
        return now == null || then == null || then == 0 ? null : Words.round(100 * (now - then) / then, 1);
    }

    Optional<Figure.Interval> interval(Tally tally, double residentsNow, double residentsThen) {
        var now = tally.now();
        var then = tally.then();
        return (switch (measure) {
                    case Measure.Count count -> Interval95.ofRatio(now.n(), then.n(), 1, 1);
                    case Measure.Rate rate ->
                        residentsNow > 0 && residentsThen > 0
                                ? Interval95.ofRatio(now.n(), then.n(), residentsNow, residentsThen)
                                : Optional.<Figure.Interval>empty();
                    case Measure.Harm harm ->
                        Interval95.ofWeighted(now.harm(), now.harmVariance(), then.harm(), then.harmVariance());
                    case Measure.ShareWithFlag share -> Interval95.ofShares(now.part(), now.n(), then.part(), then.n());
                    case Measure.ShareOfSet share -> Interval95.ofShares(now.part(), now.n(), then.part(), then.n());
                    case Measure.OutcomeShare share -> Interval95.ofShares(now.part(), now.n(), then.part(), then.n());
                })
                .map(interval -> new Figure.Interval(
                        Words.round(interval.low(), 1),
                        Words.round(interval.high(), 1),
                        interval.level(),
                        interval.method()));
    }

    String rounding() {
        return switch (measure) {
            case Measure.Count count -> "counts whole; percentages to one decimal, half up";
            case Measure.Rate rate -> "rates to two decimals, percentages to one, half up";
            case Measure.Harm harm -> "harm to two decimals, percentages to one, half up";
            case Measure.ShareWithFlag share -> "counts whole; percentages to one decimal, half up";
            case Measure.ShareOfSet share -> "counts whole; percentages to one decimal, half up";
            case Measure.OutcomeShare share -> "counts whole; percentages to one decimal, half up";
        };
    }

    private int decimals() {
        return switch (measure) {
            case Measure.Count count -> 0;
            case Measure.Rate rate -> 2;
            case Measure.Harm harm -> 2;
            case Measure.ShareWithFlag share -> 1;
            case Measure.ShareOfSet share -> 1;
            case Measure.OutcomeShare share -> 1;
        };
    }
}
