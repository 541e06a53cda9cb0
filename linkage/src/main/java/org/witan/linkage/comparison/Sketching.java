package org.witan.linkage.comparison;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.witan.linkage.text.Fingerprint;

/// How a text becomes a number that rules out most likenesses.
final class Sketching {
    private Sketching() {}

    /// Counts each letter up to four times, in sixteen groups of letters: digits have a group each.
    ///
    /// No fewer letters must be changed than one word has and the other lacks: see [#apart].
    static long counts(String text) {
        long counts = 0;
        for (int at = 0; at < text.length(); at++) {
            int group = (text.charAt(at) & 0xF) * 4;
            long known = (counts >>> group) & 0xF;
            counts |= ((known << 1) | 1) << group;
        }
        return counts;
    }

    /// At least so many letters are inserted, removed or replaced between two texts with these counts.
    static int apart(long left, long right) {
        return Math.max(Long.bitCount(left & ~right), Long.bitCount(right & ~left));
    }

    /// Bits of the things that a text is made of; texts with something in common have a bit in common.
    static ToLongFunction<String> bits(Function<String, ? extends Iterable<String>> parts) {
        return text -> {
            long bits = 0;
            for (String part : parts.apply(text)) {
                bits |= bit(part);
            }
            return bits;
        };
    }

    static long bit(String part) {
        return 1L << (Fingerprint.of(part) >>> (Long.SIZE - 6));
    }
}
