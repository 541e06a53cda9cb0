package org.witan.linkage.estimation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.witan.linkage.scoring.Weighing;

/// Pairs grouped by their answers: pairs with one pattern differ only in how common their values are.
final class Patterns {
    private static final int BITS = 4;

    private final int comparisons;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] patterns = new long[64];
    private int[] pattern = new int[1024];
    private int[] row = new int[1024];
    private int size;

    /// Each kind once: its pattern in the high half, its chance in the low.
    private long[] kinds = new long[0];

    private int[] times = new int[0];
    private int count;

    Patterns(int comparisons) {
        this.comparisons = comparisons;
    }

    static long packed(int[] answers) {
        long packed = 0;
        for (int at = 0; at < answers.length; at++) {
            packed |= (long) answers[at] << (at * BITS);
        }
        return packed;
    }

    /// @param left the row of the pair's first record
    void add(long packed, int left) {
        if (size == pattern.length) {
            pattern = Arrays.copyOf(pattern, size * 2);
            row = Arrays.copyOf(row, size * 2);
        }
        Integer number = numbers.get(packed);
        if (number == null) {
            number = numbers.size();
            numbers.put(packed, number);
            if (number == patterns.length) {
                patterns = Arrays.copyOf(patterns, number * 2);
            }
            patterns[number] = packed;
        }
        pattern[size] = number;
        row[size++] = left;
    }

    /// Finds for each pair the chance of its answers among pairs that do not match. Pairs with one pattern and one
    /// chance
    /// count as one kind from then on.
    void weigh(Weighing weighing) {
        int[][] answers = new int[numbers.size()][comparisons];
        for (int number = 0; number < answers.length; number++) {
            for (int at = 0; at < comparisons; at++) {
                answers[number][at] = answer(number, at);
            }
        }
        long[] all = new long[size];
        Arrays.parallelSetAll(all, pair -> {
            float bits = (float) weighing.othersBits(answers[pattern[pair]], row[pair]);
            return ((long) pattern[pair] << Integer.SIZE) | (Float.floatToIntBits(bits) & 0xFFFFFFFFL);
        });
        Arrays.parallelSort(all);
        kinds = new long[size];
        times = new int[size];
        count = 0;
        for (long kind : all) {
            if (count == 0 || kinds[count - 1] != kind) {
                kinds[count++] = kind;
            }
            times[count - 1]++;
        }
    }

    int kinds() {
        return count;
    }

    int patternOf(int kind) {
        return (int) (kinds[kind] >>> Integer.SIZE);
    }

    double othersBits(int kind) {
        return Float.intBitsToFloat((int) kinds[kind]);
    }

    /// How many pairs are of this kind.
    int times(int kind) {
        return times[kind];
    }

    int size() {
        return numbers.size();
    }

    int comparisons() {
        return comparisons;
    }

    int answer(int number, int comparison) {
        return (int) (patterns[number] >>> (comparison * BITS)) & 0xF;
    }
}
