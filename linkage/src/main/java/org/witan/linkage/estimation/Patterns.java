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
    private float[] othersBits = new float[0];
    private int size;

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

    /// Finds for each pair the chance of its answers among pairs that do not match.
    void weigh(Weighing weighing) {
        othersBits = new float[size];
        int[][] answers = new int[numbers.size()][comparisons];
        for (int number = 0; number < answers.length; number++) {
            for (int at = 0; at < comparisons; at++) {
                answers[number][at] = answer(number, at);
            }
        }
        for (int pair = 0; pair < size; pair++) {
            othersBits[pair] = (float) weighing.othersBits(answers[pattern[pair]], row[pair]);
        }
    }

    int pairs() {
        return size;
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

    int patternOf(int pair) {
        return pattern[pair];
    }

    double othersBits(int pair) {
        return othersBits[pair];
    }
}
