package org.witan.statistics.synthetic;

/// Whole numbers in proportion to weights that add up to exactly the total.
final class Shares {
    private Shares() {}

    /// Splits by rounding the running sum, so that no part is more than one away from its exact share.
    ///
    /// @param offset from 0 up to, not including, 1: where rounding turns; it decides which of many small parts get
    /// the few there are
    static long[] of(long total, double[] weights, double offset) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        var parts = new long[weights.length];
        double running = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            running += weights[i];
            long upTo = all == 0 ? 0 : Math.min(total, (long) StrictMath.floor(total * (running / all) + offset));
            parts[i] = Math.max(0, upTo - given);
            given += parts[i];
        }
        giveTheRest(parts, weights, total - given);
        return parts;
    }

    // Rounding errors of the running sum can leave one over; it goes to the last part that has any weight.
    private static void giveTheRest(long[] parts, double[] weights, long rest) {
        for (int i = parts.length - 1; i >= 0 && rest > 0; i--) {
            if (weights[i] > 0) {
                parts[i] += rest;
                return;
            }
        }
    }
}
