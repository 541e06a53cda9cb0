package org.witan.linkage.blocking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// About how many pairs a rule would bring, from a part of the records where there are many.
///
/// Of one record in k, one pair in k times k is seen.
public final class RuleCost {
    private static final int MOST_ROWS = 40_000;

    private final Fields fields;
    private final Model model;
    private final Map<BlockingRule.Key, RuleKeys> known = new HashMap<>();
    private final int[] rows;
    private final double everyPair;

    public RuleCost(Model model, Fields fields) {
        this.model = model;
        this.fields = fields;
        long every = Math.max(1, fields.size() / MOST_ROWS);
        rows = IntStream.range(0, fields.size())
                .filter(row -> Long.remainderUnsigned(RuleKeys.mixed(row + 1L), every) == 0)
                .toArray();
        everyPair = (double) every * every;
    }

    /// Pairs, with each block counted only as far as the policy lets it grow.
    public double of(BlockingRule rule) {
        RuleKeys[] parts = rule.keys().stream().map(this::part).toArray(RuleKeys[]::new);
        long[] keys = new long[rows.length];
        int with = 0;
        for (int row : rows) {
            long key = key(parts, row);
            if (key != 0) {
                keys[with++] = key;
            }
        }
        Arrays.sort(keys, 0, with);
        return pairs(keys, with);
    }

    private double pairs(long[] keys, int with) {
        double pairs = 0;
        for (int from = 0; from < with; ) {
            int to = from + 1;
            while (to < with && keys[to] == keys[from]) {
                to++;
            }
            double block = to - from;
            pairs += Math.min(
                    block * (block - 1) / 2 * everyPair, (double) model.policy().mostBlockPairs());
            from = to;
        }
        return pairs;
    }

    private RuleKeys part(BlockingRule.Key key) {
        return known.computeIfAbsent(key, one -> new RuleKeys(new BlockingRule(List.of(one)), fields));
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
