package org.witan.linkage.scoring;

/// Probabilities and match weights: a weight of 1 bit doubles the odds.
public final class Bits {
    private static final double LN2 = Math.log(2);

    private Bits() {}

    public static double log2(double value) {
        return Math.log(value) / LN2;
    }

    /// The weight of this probability.
    public static double ofProbability(double probability) {
        return log2(probability / (1 - probability));
    }

    /// The probability of this weight.
    public static double probability(double bits) {
        return 1 / (1 + Math.exp(-bits * LN2));
    }
}
