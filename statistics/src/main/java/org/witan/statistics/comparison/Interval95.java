package org.witan.statistics.comparison;

import java.util.Optional;

/// The 95 % limits of a change: what chance alone allows.
///
/// Counts are taken as Poisson counts. Crimes come in series (one suspect, several crimes), so true limits
/// are wider,
/// never narrower.
final class Interval95 {
    private static final double Z = 1.959963984540054;
    private static final double ALPHA = 0.05;
    private static final double LEVEL = 95;
    private static final long LARGE = 100;

    private Interval95() {}

    /// The change of a count, or of a rate when the two populations are given, in per cent.
    ///
    /// @param now and before the counts
    /// @param exposureNow and exposureBefore what they were counted among; 1 for both when the rates are
    /// plain counts
    /// @return absent when a limit does not exist, because nothing was counted before
    static Optional<Figure.Interval> ofRatio(long now, long before, double exposureNow, double exposureBefore) {
        if (before == 0) {
            return Optional.empty();
        }
        double scale = exposureBefore / exposureNow;
        return Optional.of(now < LARGE || before < LARGE ? exact(now, before, scale) : logNormal(now, before, scale));
    }

    private static Figure.Interval exact(long now, long before, double scale) {
        double low = now == 0 ? 0 : Beta.quantile(ALPHA / 2, (double) now, before + 1.0);
        double high = Beta.quantile(1 - ALPHA / 2, now + 1.0, (double) before);
        return percent(
                odds(low) * scale,
                odds(high) * scale,
                "exact limits of the ratio of two Poisson counts (Clopper-Pearson)");
    }

    private static Figure.Interval logNormal(long now, long before, double scale) {
        return around(
                scale * now / before,
                Math.sqrt(1.0 / now + 1.0 / before),
                "log-normal limits of the ratio of two Poisson counts");
    }

    /// The change of a sum of weighted counts, the weights taken as exact.
    static Optional<Figure.Interval> ofWeighted(double now, double varianceNow, double before, double varianceBefore) {
        if (now <= 0 || before <= 0) {
            return Optional.empty();
        }
        double error = Math.sqrt(varianceNow / (now * now) + varianceBefore / (before * before));
        return Optional.of(around(
                now / before, error, "log-normal limits of the ratio of two weighted Poisson sums, weights fixed"));
    }

    /// The difference of two shares, in percentage points.
    static Optional<Figure.Interval> ofShares(long now, long ofNow, long before, long ofBefore) {
        if (ofNow == 0 || ofBefore == 0) {
            return Optional.empty();
        }
        double p = (double) now / ofNow;
        double q = (double) before / ofBefore;
        var a = wilson(now, ofNow);
        var b = wilson(before, ofBefore);
        double low = p - q - Math.hypot(p - a.low(), b.high() - q);
        double high = p - q + Math.hypot(a.high() - p, q - b.low());
        return Optional.of(new Figure.Interval(
                100 * low,
                100 * high,
                LEVEL,
                "Newcombe's limits of the difference of two shares, in percentage points"));
    }

    /// Wilson's limits of one share, between 0 and 1.
    static Limits wilson(long part, long whole) {
        double n = whole;
        double p = part / n;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Limits(centre - half, centre + half);
    }

    record Limits(double low, double high) {}

    private static Figure.Interval around(double ratio, double error, String method) {
        return percent(ratio * Math.exp(-Z * error), ratio * Math.exp(Z * error), method);
    }

    private static Figure.Interval percent(double low, double high, String method) {
        return new Figure.Interval(100 * (low - 1), 100 * (high - 1), LEVEL, method);
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
