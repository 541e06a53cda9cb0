package org.witan.linkage.blocking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Fingerprint;

/// About how many pairs a rule would bring, from a part of the records where there are many.
///
/// Of one record in k, one pair in k times k is seen.
public final class RuleCost {
    private static final int MOST_ROWS = 40_000;

    private final Fields fields;
    private final Map<BlockingRule.Key, long[]> parts = new HashMap<>();
    private final int[] rows;
    private final double everyPair;
    private final double mostBlockPairs;

    /// @param keys the parts that rules may be made of
    public RuleCost(Model model, Fields fields, List<BlockingRule.Key> keys) {
        this.fields = fields;
        mostBlockPairs = model.policy().mostBlockPairs();
        long every = Math.max(1, fields.size() / MOST_ROWS);
        rows = IntStream.range(0, fields.size())
                .filter(row -> Long.remainderUnsigned(Fingerprint.mixed(row + 1L), every) == 0)
                .toArray();
        everyPair = (double) every * every;
        keys.forEach(key -> parts.put(key, parts(key)));
    }

    private long[] parts(BlockingRule.Key key) {
        Column column = fields.the(key.field());
        return IntStream.of(rows)
                .parallel()
                .mapToLong(row -> {
                    String value = column.at(row);
                    return value == null ? 0 : Fingerprint.of(key.form().of(value));
                })
                .toArray();
    }

    /// Pairs, with each block counted only as far as the policy lets it grow.
    public double of(BlockingRule rule) {
        List<long[]> of = rule.keys().stream()
                .map(key -> Objects.requireNonNull(parts.get(key), "A key that was not named before"))
                .toList();
        var blocks = new Tally(rows.length);
        for (int at = 0; at < rows.length; at++) {
            blocks.count(key(of, at));
        }
        return blocks.pairs(everyPair, mostBlockPairs);
    }

    private static long key(List<long[]> parts, int at) {
        long key = 1;
        for (int part = 0; part < parts.size(); part++) {
            long one = parts.get(part)[at];
            if (one == 0) {
                return 0;
            }
            key = Fingerprint.with(key, one);
        }
        return key;
    }

    /// How many rows have each key: an open table.
    private static final class Tally {
        private final long[] keys;
        private final int[] counts;

        Tally(int rows) {
            keys = new long[Integer.highestOneBit(Math.max(1, rows)) * 4];
            counts = new int[keys.length];
        }

        void count(long key) {
            if (key == 0) {
                return;
            }
            int slot = (int) key & (keys.length - 1);
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            counts[slot]++;
        }

        /// The sum is one of whole numbers, so the order of the blocks does not matter.
        double pairs(double everyPair, double most) {
            double pairs = 0;
            for (long count : counts) {
                if (count > 1) {
                    pairs += Math.min(RuleBlocks.pairs(count) * everyPair, most);
                }
            }
            return pairs;
        }
    }
}
