package org.witan.statistics.comparison;

/// What was counted in one period.
///
/// @param n the crimes
/// @param part those of them that a share counts as its numerator
/// @param harm the crimes weighted by severity; @param harmVariance its variance when the counts are
/// Poisson counts
record Counts(long n, long part, double harm, double harmVariance) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(long n, long part) {
        return new Counts(n, part, 0, 0);
    }

    static Counts weighted(long n, double weight) {
        return new Counts(n, 0, n * weight, n * weight * weight);
    }

    Counts plus(Counts other) {
        return new Counts(n + other.n, part + other.part, harm + other.harm, harmVariance + other.harmVariance);
    }
}
