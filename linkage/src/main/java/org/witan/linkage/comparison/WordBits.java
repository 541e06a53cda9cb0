package org.witan.linkage.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.witan.linkage.record.Column;

/// How much the words say that two values have in common: a word that one record in 1,024 has tells 10 bits.
final class WordBits {
    private static final double LN2 = Math.log(2);

    /// No word is rarer, whatever anybody says who knows all records.
    private static final double LEAST = 1e-9;

    /// @param numbers of the words, rising
    /// @param bits of each word
    @SuppressWarnings("ArrayRecordComponent") // Made by the million, and seen by nobody else.
    private record Words(int[] numbers, double[] bits, double all) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] counts = new int[1024];
    private final double rows;
    private final Column column;
    private final Prepared<Words> prepared;

    WordBits(Column column) {
        this.column = column;
        int given = 0;
        for (int code = 0; code < column.distinct(); code++) {
            given += column.count(code);
            for (String word : column.value(code).split(" ", -1)) {
                int number = number(word);
                counts[number] += column.count(code);
            }
        }
        rows = Math.max(given, 1);
        prepared = new Prepared<>(column, this::words);
    }

    private synchronized int number(String word) {
        int number = numbers.computeIfAbsent(word, _ -> numbers.size());
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        return number;
    }

    private Words words(String value) {
        Map<Integer, Double> bits = new TreeMap<>();
        for (String word : value.split(" ", -1)) {
            bits.computeIfAbsent(number(word), number -> bits(number, word));
        }
        return new Words(
                bits.keySet().stream().mapToInt(number -> number).toArray(),
                bits.values().stream().mapToDouble(each -> each).toArray(),
                bits.values().stream().mapToDouble(each -> each).sum());
    }

    private double bits(int number, String word) {
        var among = column.among();
        double share = among == null ? Math.max(counts[number], 1) / rows : among.shareOfWord(column.name(), word);
        return Math.max(0, -Math.log(Math.max(share, LEAST)) / LN2);
    }

    /// The bits of the words in common.
    double shared(int left, int right) {
        return shared(prepared.of(left), prepared.of(right));
    }

    /// The bits in common as a share of the bits of both.
    double share(int left, int right) {
        Words a = prepared.of(left);
        Words b = prepared.of(right);
        double most = Math.max(a.all, b.all);
        return most == 0 ? 0 : shared(a, b) / most;
    }

    private static double shared(Words left, Words right) {
        double bits = 0;
        int a = 0;
        int b = 0;
        while (a < left.numbers.length && b < right.numbers.length) {
            int order = Integer.compare(left.numbers[a], right.numbers[b]);
            bits += order == 0 ? left.bits[a] : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return bits;
    }
}
