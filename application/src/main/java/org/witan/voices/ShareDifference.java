package org.witan.voices;

/// By how much two surveys differ, in percentage points, with the limits of 95 in 100.
///
/// The limits are Newcombe's, a hybrid of Wilson's (Statistics in Medicine 17, 1998, method 10), which hold for small
/// surveys and for shares near 0 and 100. They take both surveys as simple random samples. Weighted or clustered ones
/// have wider limits; the page says so.
///
/// @param points what the later survey has more than the earlier one
/// @param low the lower limit
/// @param high the upper limit
public record ShareDifference(double points, double low, double high) {
    private static final double Z = 1.959963984540054;

    /// Compares two surveys.
    ///
    /// @param earlier in per cent
    /// @param earlierAsked how many answered
    /// @param later in per cent
    /// @param laterAsked how many answered
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
