package org.witan.linkage.blocking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Form;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Fingerprint;

/// Sorts the records into the blocks of one rule, and splits those that are too large.
final class Splitting {
    private static final int MOST_SPLITTERS = 4;

    private final Model model;
    private final Fields fields;
    private final BlockingRule rule;
    private final long limit;
    private final int rowBits;
    private final long rowMask;
    private final RuleBlocks.Gathering gathering = new RuleBlocks.Gathering();
    private List<RuleKeys> splitters = List.of();

    /// @param limit how many pairs a block may have
    Splitting(Model model, Fields fields, BlockingRule rule, long limit) {
        this.model = model;
        this.fields = fields;
        this.rule = rule;
        this.limit = limit;
        this.rowBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, fields.size() - 1)));
        this.rowMask = (1L << rowBits) - 1;
    }

    RuleBlocks blocks() {
        long[] sorted = sorted();
        long pairs = 0;
        int largest = 0;
        int split = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from);
            pairs += RuleBlocks.pairs(to - from);
            largest = Math.max(largest, to - from);
            if (RuleBlocks.pairs(to - from) > limit) {
                split++;
                split(sorted, from, to, 0);
            } else {
                gathering.add(sorted, from, to, rowMask);
            }
            from = to;
        }
        return gathering.with(new RuleReport(rule.name(), pairs, largest, split, pairs - gathering.pairs()));
    }

    /// Rows with a key, sorted by it: the key in the high bits, the row in the low.
    private long[] sorted() {
        var keys = new RuleKeys(rule, fields);
        long[] entries = new long[fields.size()];
        int with = 0;
        for (int row = 0; row < entries.length; row++) {
            long key = keys.of(row, rowBits);
            if (key != 0) {
                entries[with++] = key | row;
            }
        }
        long[] sorted = with == entries.length ? entries : Arrays.copyOf(entries, with);
        Arrays.sort(sorted);
        return sorted;
    }

    private int end(long[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >>> rowBits == sorted[from] >>> rowBits) {
            to++;
        }
        return to;
    }

    private void split(long[] sorted, int from, int to, int depth) {
        if (depth == 0) {
            splitters = splitters();
        }
        if (depth == splitters.size()) {
            return;
        }
        long[] finer = new long[to - from];
        int with = 0;
        for (int at = from; at < to; at++) {
            int row = (int) (sorted[at] & rowMask);
            long part = splitters.get(depth).of(row, rowBits);
            if (part != 0) {
                long key = Fingerprint.mixed((sorted[at] & ~rowMask) + part) & ~rowMask;
                finer[with++] = key | row;
            }
        }
        long[] again = Arrays.copyOf(finer, with);
        Arrays.sort(again);
        for (int begin = 0; begin < again.length; ) {
            int end = end(again, begin);
            if (RuleBlocks.pairs(end - begin) > limit) {
                split(again, begin, end, depth + 1);
            } else {
                gathering.add(again, begin, end, rowMask);
            }
            begin = end;
        }
    }

    /// Whole fields that are not in the rule already, those with the most distinct values first.
    private List<RuleKeys> splitters() {
        return model.fields().stream()
                .map(Field::name)
                .filter(field ->
                        rule.keys().stream().noneMatch(key -> key.field().equals(field)))
                .sorted(Comparator.comparingInt(
                                (String field) -> fields.the(field).distinct())
                        .reversed())
                .limit(MOST_SPLITTERS)
                .map(field -> new RuleKeys(new BlockingRule(List.of(new BlockingRule.Key(field, Form.WHOLE))), fields))
                .toList();
    }
}
