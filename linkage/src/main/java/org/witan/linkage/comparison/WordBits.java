package org.witan.linkage.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.witan.linkage.record.Column;
import org.witan.linkage.text.JaroWinkler;
import org.witan.linkage.text.Word;

/// How much the words say that two values have in common: a word that one record in 1,024 has tells 10 bits.
///
/// A word that is nearly the same (Jaro-Winkler 0.9) tells half as much.
final class WordBits {
    private static final double NEARLY = 0.9;

    /// @param bits of each word
    @SuppressWarnings("ArrayRecordComponent") // Made by the million, and seen by nobody else.
    private record Words(Word[] words, double[] bits, double all) {}

    private final Map<String, int[]> counts = new HashMap<>();
    private final double rows;
    private final Prepared<Words> prepared;

    WordBits(Column column) {
        int given = 0;
        for (int code = 0; code < column.distinct(); code++) {
            int count = column.count(code);
            given += count;
            for (String word : column.value(code).split(" ", -1)) {
                counts.computeIfAbsent(word, _ -> new int[1])[0] += count;
            }
        }
        rows = Math.max(given, 1);
        prepared = new Prepared<>(column, this::words);
    }

    private Words words(String value) {
        String[] parts = Arrays.stream(value.split(" ", -1)).distinct().toArray(String[]::new);
        var words = new Word[parts.length];
        var bits = new double[parts.length];
        double all = 0;
        for (int at = 0; at < parts.length; at++) {
            words[at] = Word.of(parts[at]);
            int count = counts.getOrDefault(parts[at], new int[] {1})[0];
            bits[at] = Math.max(0, Math.log(rows / Math.max(count, 1)) / Math.log(2));
            all += bits[at];
        }
        return new Words(words, bits, all);
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
        for (int at = 0; at < left.words.length; at++) {
            double best = 0;
            for (int other = 0; other < right.words.length && best < left.bits[at]; other++) {
                best = Math.max(best, shared(left, at, right, other));
            }
            bits += best;
        }
        return bits;
    }

    private static double shared(Words left, int at, Words right, int other) {
        Word a = left.words[at];
        Word b = right.words[other];
        if (a.text().equals(b.text())) {
            return left.bits[at];
        }
        return a.length() > 2 && b.length() > 2 && JaroWinkler.isAtLeast(NEARLY, a, b)
                ? Math.min(left.bits[at], right.bits[other]) / 2
                : 0;
    }
}
