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
    /// Compares two surveys.
    ///
    /// @param earlier in per cent
    /// @param earlierAsked how many answered
    /// @param later in per cent
    /// @param laterAsked how many answered
    public static ShareDifference of(double earlier, int earlierAsked, double later, int laterAsked) {
        var first = ShareLimits.of(later, laterAsked);
        var second = ShareLimits.of(earlier, earlierAsked);
        double points = later - earlier;
        return new ShareDifference(
                points,
                points - Math.hypot(later - first.low(), second.high() - earlier),
                points + Math.hypot(first.high() - later, earlier - second.low()));
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
}
