package org.witan.linkage.accuracy;

import java.util.HashMap;
import java.util.Map;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Records;

/// Which records are truly the same: those with one value in a column that somebody checked.
public final class Truth {
    private final Column entities;
    private final long pairs;

    /// @param column its value is the same for records of one thing; a record without a value matches nothing
    public Truth(Records records, String column, Pairing pairing) {
        entities = records.column(column);
        pairs = count(records, pairing);
    }

    public boolean matches(int left, int right) {
        return entities.code(left) >= 0 && entities.code(left) == entities.code(right);
    }

    /// All true pairs, also those that no blocking rule brings.
    public long pairs() {
        return pairs;
    }

    private long count(Records records, Pairing pairing) {
        Map<Long, Long> sizes = new HashMap<>();
        Map<Integer, Long> all = new HashMap<>();
        for (int row = 0; row < records.size(); row++) {
            int entity = entities.code(row);
            if (entity >= 0) {
                sizes.merge(((long) entity << 32) | records.source(row), 1L, Long::sum);
                all.merge(entity, 1L, Long::sum);
            }
        }
        long within = sizes.values().stream().mapToLong(Truth::pairsOf).sum();
        long both = all.values().stream().mapToLong(Truth::pairsOf).sum();
        return switch (pairing) {
            case WITHIN -> within;
            case BETWEEN -> both - within;
            case BOTH -> both;
        };
    }

    private static long pairsOf(long records) {
        return records * (records - 1) / 2;
    }
}
