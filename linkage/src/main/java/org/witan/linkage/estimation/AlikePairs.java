package org.witan.linkage.estimation;

import java.util.Arrays;
import org.witan.linkage.model.Form;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Fingerprint;

/// Pairs drawn at random from all that have a part of a field in common, the same ones each time.
final class AlikePairs {
    private final int most;

    /// Rows with a part, those with the same part side by side.
    private final int[] rows;

    private int[] begins = new int[64];
    private int[] ends = new int[64];

    /// How many pairs there are in each group and those before it.
    private double[] upTo = new double[64];

    private int groups;

    AlikePairs(Fields fields, String field, Form form, int most) {
        this.most = most;
        Column column = fields.the(field);
        long[] parts = new long[column.distinct()];
        Arrays.parallelSetAll(parts, code -> {
            String part = form.of(column.value(code));
            return part.isEmpty() ? 0 : (part.hashCode() * 2L + 1) << Integer.SIZE;
        });
        long[] keys = new long[fields.size()];
        int with = 0;
        for (int row = 0; row < fields.size(); row++) {
            int code = column.code(row);
            if (code >= 0 && parts[code] != 0) {
                keys[with++] = parts[code] | row;
            }
        }
        long[] sorted = Arrays.copyOf(keys, with);
        Arrays.parallelSort(sorted);
        rows = Arrays.stream(sorted).mapToInt(key -> (int) key).toArray();
        group(sorted);
    }

    private void group(long[] sorted) {
        double pairs = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] >> Integer.SIZE == sorted[from] >> Integer.SIZE) {
                to++;
            }
            if (to - from > 1) {
                pairs += (double) (to - from) * (to - from - 1);
                add(from, to, pairs);
            }
            from = to;
        }
    }

    private void add(int from, int to, double pairs) {
        if (groups == begins.length) {
            begins = Arrays.copyOf(begins, groups * 2);
            ends = Arrays.copyOf(ends, groups * 2);
            upTo = Arrays.copyOf(upTo, groups * 2);
        }
        begins[groups] = from;
        ends[groups] = to;
        upTo[groups++] = pairs;
    }

    void visit(RandomPairs.Visitor visitor) {
        double all = groups == 0 ? 0 : upTo[groups - 1];
        for (int drawn = 0; drawn < Math.min(most, all / 2); drawn++) {
            int group = Arrays.binarySearch(upTo, 0, groups, all * share(3L * drawn));
            group = Math.min(group < 0 ? -group - 1 : group, groups - 1);
            int size = ends[group] - begins[group];
            int one = rows[begins[group] + (int) (size * share(3L * drawn + 1))];
            int other = rows[begins[group] + (int) (size * share(3L * drawn + 2))];
            if (one != other) {
                visitor.pair(Math.min(one, other), Math.max(one, other));
            }
        }
    }

    /// From 0 to below 1.
    private static double share(long number) {
        return (Fingerprint.mixed(number + 77) >>> 11) * 0x1p-53;
    }
}
