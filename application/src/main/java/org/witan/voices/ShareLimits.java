package org.witan.voices;

/// Between which shares the true one lies in 95 of 100 surveys: Wilson's limits (Journal of the American Statistical
/// Association 22, 1927), which hold for small surveys and for shares near 0 and 100. They take the survey as a simple
/// random sample.
///
/// @param low in per cent
/// @param high in per cent
public record ShareLimits(double low, double high) {
    private static final double Z = 1.959963984540054;

    /// The limits of a share.
    ///
    /// @param percent of those asked
    /// @param asked how many answered; at least one
    public static ShareLimits of(double percent, int asked) {
        double share = percent / 100;
        double square = Z * Z / asked;
        double middle = share + square / 2;
        double half = Z * Math.sqrt((share * (1 - share) + square / 4) / asked);
        return new ShareLimits(
                Math.max(0, 100 * (middle - half) / (1 + square)), Math.min(100, 100 * (middle + half) / (1 + square)));
    }
}
