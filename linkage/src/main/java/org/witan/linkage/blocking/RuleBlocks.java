package org.witan.linkage.blocking;

import java.util.Arrays;

/// The blocks of one rule that have two rows or more, numbered from 1, and the rule's report.
final class RuleBlocks {
    private final int[] rows;
    private final int[] ends;
    private final RuleReport report;

    private RuleBlocks(int[] rows, int[] ends, RuleReport report) {
        this.rows = rows;
        this.ends = ends;
        this.report = report;
    }

    static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    int size() {
        return ends.length;
    }

    /// Where the block begins.
    int from(int number) {
        return number == 1 ? 0 : ends[number - 2];
    }

    int to(int number) {
        return ends[number - 1];
    }

    /// The row in this place; rows of one block stand side by side, rising.
    int row(int at) {
        return rows[at];
    }

    RuleReport report() {
        return report;
    }

    /// Gathers blocks one after the other.
    static final class Gathering {
        private int[] rows = new int[1024];
        private int[] ends = new int[256];
        private int size;
        private int blocks;
        private long pairs;

        /// Takes in a block: entries hold the row in their lowest bits.
        void add(long[] entries, int from, int to, long rowMask) {
            if (to - from < 2) {
                return;
            }
            if (size + to - from > rows.length) {
                rows = Arrays.copyOf(rows, Math.max(size + to - from, rows.length * 2));
            }
            for (int at = from; at < to; at++) {
                rows[size++] = (int) (entries[at] & rowMask);
            }
            if (blocks == ends.length) {
                ends = Arrays.copyOf(ends, blocks * 2);
            }
            ends[blocks++] = size;
            pairs += RuleBlocks.pairs(to - from);
        }

        /// How many pairs the blocks have.
        long pairs() {
            return pairs;
        }

        RuleBlocks with(RuleReport report) {
            return new RuleBlocks(Arrays.copyOf(rows, size), Arrays.copyOf(ends, blocks), report);
        }
    }
}
