package org.witan.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/// Measured values in rising order.
final class Spread {
    private final double[] values;

    Spread(Collection<Double> measured) {
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = measured.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
    }

    double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// The smallest measured value that so many per cent do not exceed.
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * values.length);
        return values[Math.max(0, rank - 1)];
    }

    double largest() {
        return values[values.length - 1];
    }

    int size() {
        return values.length;
    }
}
