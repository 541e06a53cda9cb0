package org.witan.linkage.scoring;

import java.util.HashMap;
import java.util.Map;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;

/// How many pairs of records there are at all.
public final class PairCount {
    private PairCount() {}

    public static double of(Fields fields, Pairing pairing) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int row = 0; row < fields.size(); row++) {
            sizes.merge(fields.records().source(row), 1, Integer::sum);
        }
        double all = pairs(fields.size());
        double within = sizes.values().stream().mapToDouble(PairCount::pairs).sum();
        return switch (pairing) {
            case WITHIN -> within;
            case BETWEEN -> all - within;
            case BOTH -> all;
        };
    }

    private static double pairs(double records) {
        return records * (records - 1) / 2;
    }
}
