package org.witan.voices;

/// The difference of two shares with its 95 % interval, in percentage points: Newcombe's hybrid of Wilson's limits
/// (Statistics in Medicine 17, 1998, method 10), which holds for small surveys and for shares near 0 and 100.
///
/// It takes both surveys as simple random samples. Weighted or clustered ones have a wider interval; the page says so.
///
/// @param points later less earlier
public record ShareDifference(double points, double low, double high) {
    private static final double Z = 1.959963984540054;

    /// @param earlier in per cent, of how many
    public static ShareDifference of(double earlier, int earlierAsked, double later, int laterAsked) {
        double p = later / 100;
        double q = earlier / 100;
        double[] first = wilson(p, laterAsked);
        double[] second = wilson(q, earlierAsked);
        double difference = p - q;
        return new ShareDifference(
                100 * difference,
                100 * (difference - Math.hypot(p - first[0], second[1] - q)),
                100 * (difference + Math.hypot(first[1] - p, q - second[0])));
    }

    /// What may be said.
    public Verdict verdict() {
        if (low > 0) {
            return Verdict.MORE;
        }
        return high < 0 ? Verdict.FEWER : Verdict.TOO_CLOSE;
    }

    /// More feel safe, fewer do, or the surveys cannot tell.
    public enum Verdict {
        MORE,
        FEWER,
        TOO_CLOSE
    }

    private static double[] wilson(double share, int asked) {
        double square = Z * Z / asked;
        double middle = share + square / 2;
        double half = Z * Math.sqrt((share * (1 - share) + square / 4) / asked);
        return new double[] {(middle - half) / (1 + square), (middle + half) / (1 + square)};
    }
}
