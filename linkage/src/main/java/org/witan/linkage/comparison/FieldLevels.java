package org.witan.linkage.comparison;

import java.util.Arrays;
import org.witan.linkage.record.Column;

/// The levels of one comparison that look at one and the same field.
///
/// Two values are compared once: what was found is kept by the numbers of the two values, in a table that never grows
/// (a later pair may push an earlier one out). One object serves one thread.
final class FieldLevels {
    private static final int KEPT = 1 << 16;
    private static final int NONE_HOLDS = Byte.MAX_VALUE;

    /// Fields whose values hardly repeat gain nothing.
    private static final double REPEATS = 0.5;

    private final Column column;
    private final int[] answers;
    private final ValueTest[] tests;
    private final long[] pairs;
    private final byte[] found;

    FieldLevels(Column column, int[] answers, ValueTest[] tests) {
        this.column = column;
        this.answers = answers;
        this.tests = tests;
        boolean repeats = column.distinct() < column.rows() * REPEATS;
        pairs = new long[repeats && !isTrivial() ? Math.min(KEPT, Integer.highestOneBit(column.rows()) * 4) : 0];
        found = new byte[pairs.length];
        Arrays.fill(pairs, -1);
    }

    private boolean isTrivial() {
        return tests.length == 1 && answers[0] == 1;
    }

    /// The first answer that holds and comes before `limit`, or `limit`.
    int first(int left, int right, int limit) {
        int a = column.code(left);
        int b = column.code(right);
        if (a < 0 || b < 0 || answers[0] >= limit) {
            return limit;
        }
        if (a == b && answers[0] == 1) {
            return 1;
        }
        int answer = pairs.length == 0 ? compared(a, b) : kept(a, b);
        return Math.min(answer, limit);
    }

    private int kept(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        long pair = ((long) low << 32) | high;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 48) & (pairs.length - 1);
        if (pairs[slot] != pair) {
            found[slot] = (byte) compared(low, high);
            pairs[slot] = pair;
        }
        return found[slot];
    }

    private int compared(int a, int b) {
        for (int at = 0; at < tests.length; at++) {
            if (tests[at].holds(a, b)) {
                return answers[at];
            }
        }
        return NONE_HOLDS;
    }
}
