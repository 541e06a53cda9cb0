package org.witan.statistics.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What changed in an area beyond what changed elsewhere: the ratio of its rates after and before, divided by
/// that of the comparison areas together (a difference in differences on the logarithmic scale).
///
/// The limits are those of a log ratio of four Poisson counts, `exp(log r ± 1.96 · √(1/a + 1/b + 1/c + 1/d))`.
/// Months that vary more than Poisson counts do (overdispersion) make them wider: the error is multiplied by the
/// root of Pearson's dispersion, where that is above 1 (McCullagh and Nelder 1989; for crime Wilson 2022, "The
/// relative incident rate ratio effect size for count-based impact evaluations").
///
/// @param area the area in which something was done
/// @param comparison the areas in which nothing was
/// @param ratio below 1: fewer crimes than the comparison lets expect
/// @param low the lower 95 % limit, with the dispersion
/// @param poissonLow the same without it
/// @param dispersion how much more months vary than Poisson counts; null where there are too few months to tell
public record Effect(
        Series area,
        List<Series> comparison,
        double ratio,
        double low,
        double high,
        double poissonLow,
        double poissonHigh,
        @Nullable Double dispersion) {
    private static final double Z = 1.959963984540054;

    /// Below this the logarithm of a count is not near enough to normal for such limits.
    private static final long FEWEST = 10;

    private static final int FEWEST_FREE = 4;

    public Effect {
        comparison = List.copyOf(comparison);
    }

    /// True when the limits leave out 1: chance alone is a poor explanation.
    public boolean isTold() {
        return low > 1 || high < 1;
    }

    /// Reckons the effect.
    public static Outcome<Effect> of(Series area, List<Series> comparison) {
        return objection(area, comparison)
                .<Outcome<Effect>>map(refused -> refused)
                .orElseGet(() -> new Outcome.Found<>(reckoned(area, comparison)));
    }

    private static Optional<Outcome.Refused<Effect>> objection(Series area, List<Series> comparison) {
        if (comparison.isEmpty()) {
            return refused(
                    "no-comparison", "Without a comparison area nobody can say what would have happened anyway.");
        }
        boolean sameMonths = Stream.concat(Stream.of(area), comparison.stream())
                .allMatch(series -> !series.before().isEmpty()
                        && !series.after().isEmpty()
                        && series.before().size() == area.before().size()
                        && series.after().size() == area.after().size());
        if (!sameMonths) {
            return refused(
                    "months",
                    "Every area needs the same months before and after, and at least one of each: load those that are missing.");
        }
        return few(area.name(), "before", area.allBefore())
                .or(() -> few(area.name(), "after", area.allAfter()))
                .or(() -> few("the comparison areas", "before", before(comparison)))
                .or(() -> few("the comparison areas", "after", after(comparison)));
    }

    private static Optional<Outcome.Refused<Effect>> few(String where, String when, long count) {
        if (count == 0) {
            return refused(
                    "zero-count",
                    "Nothing was recorded in %s %s, and a ratio to nothing does not exist.".formatted(where, when));
        }
        return count < FEWEST
                ? refused(
                        "too-few",
                        String.format(
                                Locale.UK,
                                "Only %d crimes were recorded in %s %s; below %d chance alone makes any effect. Take more months, a larger area or a wider offence set.",
                                count,
                                where,
                                when,
                                FEWEST))
                : Optional.empty();
    }

    private static Optional<Outcome.Refused<Effect>> refused(String code, String reason) {
        return Optional.of(new Outcome.Refused<>(code, reason));
    }

    private static Effect reckoned(Series area, List<Series> comparison) {
        double ratio =
                ((double) area.allAfter() / area.allBefore()) / ((double) after(comparison) / before(comparison));
        double error = Math.sqrt(
                1.0 / area.allAfter() + 1.0 / area.allBefore() + 1.0 / after(comparison) + 1.0 / before(comparison));
        var dispersion = dispersion(area, comparison);
        double wider = dispersion == null ? error : error * Math.sqrt(Math.max(1, dispersion));
        return new Effect(
                area,
                comparison,
                ratio,
                ratio * Math.exp(-Z * wider),
                ratio * Math.exp(Z * wider),
                ratio * Math.exp(-Z * error),
                ratio * Math.exp(Z * error),
                dispersion);
    }

    private static long before(List<Series> all) {
        return all.stream().mapToLong(Series::allBefore).sum();
    }

    private static long after(List<Series> all) {
        return all.stream().mapToLong(Series::allAfter).sum();
    }

    /// Pearson's dispersion of the months around the mean of their own area and period.
    private static @Nullable Double dispersion(Series area, List<Series> comparison) {
        var groups = new ArrayList<List<Long>>();
        Stream.concat(Stream.of(area), comparison.stream()).forEach(series -> {
            groups.add(series.before());
            groups.add(series.after());
        });
        double sum = 0;
        int free = 0;
        for (var group : groups) {
            double mean = group.stream().mapToLong(Long::longValue).average().orElse(0);
            if (mean > 0) {
                sum += group.stream()
                        .mapToDouble(count -> (count - mean) * (count - mean) / mean)
                        .sum();
                free += group.size() - 1;
            }
        }
        return free < FEWEST_FREE ? null : sum / free;
    }
}
