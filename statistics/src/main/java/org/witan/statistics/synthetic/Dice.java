package org.witan.statistics.synthetic;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The only source of chance. The same seed gives the same numbers on every platform and Java version: the
/// generator is named, only its 64-bit output is used, and the rest is whole numbers or strict arithmetic.
///
/// Source: `L64X128MixRandom` as `java.util.random` specifies it.
final class Dice {
    /// Past this mean a binomial is drawn in halves, so that no probability falls below what a double can hold.
    private static final double LARGEST_MEAN = 500;

    private static final double UNIT = 0x1.0p-53;

    private final RandomGenerator bits;

    Dice(long seed) {
        bits = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A number from 0 up to, not including, 1.
    double fraction() {
        return (bits.nextLong() >>> 11) * UNIT;
    }

    /// A whole number from 0 up to, not including, the bound.
    int below(int bound) {
        return (int) (((bits.nextLong() >>> 32) * bound) >>> 32);
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /// A whole number from 0 up to, not including, a bound that may not fit 32 bits.
    long below(long bound) {
        return Math.unsignedMultiplyHigh(bits.nextLong(), bound);
    }

    /// How many of so many crimes fall on a day that takes each of them with this probability.
    long binomial(long trials, double probability) {
        if (trials == 0 || probability >= 1) {
            return trials;
        }
        if (probability > 0.5) {
            return trials - binomial(trials, 1 - probability);
        }
        if (trials * probability > LARGEST_MEAN) {
            return binomial(trials / 2, probability) + binomial(trials - trials / 2, probability);
        }
        return byInversion(trials, probability);
    }

    private long byInversion(long trials, double probability) {
        double odds = probability / (1 - probability);
        double mass = StrictMath.exp(trials * StrictMath.log1p(-probability));
        double left = fraction();
        long successes = 0;
        while (left > mass && successes < trials) {
            left -= mass;
            successes++;
            mass *= odds * (trials - successes + 1) / successes;
        }
        return successes;
    }
}
