package org.witan.linkage.blocking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// About how many pairs a rule would bring, from a part of its blocks where there are many records.
public final class RuleCost {
    private static final int ROWS_TO_SORT = 200_000;

    private final Fields fields;
    private final Model model;
    private final Map<BlockingRule.Key, RuleKeys> known = new HashMap<>();

    public RuleCost(Model model, Fields fields) {
        this.model = model;
        this.fields = fields;
    }

    /// Pairs, with each block counted only as far as the policy lets it grow.
    public double of(BlockingRule rule) {
        RuleKeys[] parts = rule.keys().stream().map(this::part).toArray(RuleKeys[]::new);
        long size = fields.size();
        long every = Math.max(1, size / ROWS_TO_SORT);
        long[] keys = new long[(int) Math.min(size, 1024)];
        int with = 0;
        for (int row = 0; row < size; row++) {
            long key = key(parts, row);
            if (key != 0 && (every == 1 || Long.remainderUnsigned(key >>> 8, every) == 0)) {
                keys = with == keys.length ? Arrays.copyOf(keys, with * 2) : keys;
                keys[with++] = key;
            }
        }
        Arrays.sort(keys, 0, with);
        return pairs(keys, with) * every;
    }

    private double pairs(long[] keys, int with) {
        double pairs = 0;
        for (int from = 0; from < with; ) {
            int to = from + 1;
            while (to < with && keys[to] == keys[from]) {
                to++;
            }
            double block = to - from;
            pairs += Math.min(block * (block - 1) / 2, (double) model.policy().mostBlockPairs());
            from = to;
        }
        return pairs;
    }

    private RuleKeys part(BlockingRule.Key key) {
        return known.computeIfAbsent(key, one -> new RuleKeys(new BlockingRule(java.util.List.of(one)), fields));
    }

    private static long key(RuleKeys[] parts, int row) {
        long key = 1;
        for (RuleKeys part : parts) {
            long one = part.of(row, 0);
            if (one == 0) {
                return 0;
            }
            key = RuleKeys.mixed(key * 31 + one);
        }
        return key;
    }
}
