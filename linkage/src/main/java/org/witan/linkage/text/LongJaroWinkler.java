package org.witan.linkage.text;

/// The same measure for words that do not fit into two numbers.
final class LongJaroWinkler {
    private static final ThreadLocal<long[]> PLACES = ThreadLocal.withInitial(() -> new long[Word.LETTERS]);

    private LongJaroWinkler() {}

    static double likeness(Word left, Word right) {
        if (left.text.equals(right.text)) {
            return 1;
        }
        int range = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
        boolean inBits = left.narrow && right.narrow && left.length <= Long.SIZE && right.length <= Long.SIZE;
        double jaro = inBits ? inBits(left.text, right.text, range) : byLetter(left.text, right.text, range);
        return jaro == 0 ? 0 : JaroWinkler.withBonus(jaro, beginning(left.text, right.text));
    }

    /// Where each letter stands in the second word is kept in a table, one bit for each place.
    private static double inBits(String left, String right, int range) {
        long[] places = PLACES.get();
        for (int at = 0; at < right.length(); at++) {
            places[right.charAt(at)] |= 1L << at;
        }
        long matchedLeft = 0;
        long matchedRight = 0;
        for (int at = 0; at < left.length(); at++) {
            long hit = places[left.charAt(at)] & ~matchedRight & window(at, range);
            long first = hit & -hit;
            matchedRight |= first;
            matchedLeft |= first == 0 ? 0 : 1L << at;
        }
        for (int at = 0; at < right.length(); at++) {
            places[right.charAt(at)] = 0;
        }
        int matches = Long.bitCount(matchedLeft);
        if (matches == 0) {
            return 0;
        }
        int crossed = 0;
        long b = matchedRight;
        for (long a = matchedLeft; a != 0; a &= a - 1, b &= b - 1) {
            int atA = Long.numberOfTrailingZeros(a);
            int atB = Long.numberOfTrailingZeros(b);
            crossed += left.charAt(atA) == right.charAt(atB) ? 0 : 1;
        }
        return JaroWinkler.jaro(matches, left.length(), right.length(), crossed);
    }

    private static long window(int at, int range) {
        long upTo = at + range + 1 >= Long.SIZE ? -1 : (1L << (at + range + 1)) - 1;
        return upTo & -(1L << Math.max(at - range, 0));
    }

    private static double byLetter(String left, String right, int range) {
        var matchedLeft = new boolean[left.length()];
        var matchedRight = new boolean[right.length()];
        int matches = 0;
        for (int at = 0; at < left.length(); at++) {
            int end = Math.min(right.length(), at + range + 1);
            for (int other = Math.max(0, at - range); other < end; other++) {
                if (!matchedRight[other] && left.charAt(at) == right.charAt(other)) {
                    matchedLeft[at] = true;
                    matchedRight[other] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        return JaroWinkler.jaro(
                matches, left.length(), right.length(), crossed(left, matchedLeft, right, matchedRight));
    }

    private static int crossed(String left, boolean[] matchedLeft, String right, boolean[] matchedRight) {
        int crossed = 0;
        int other = 0;
        for (int at = 0; at < left.length(); at++) {
            if (matchedLeft[at]) {
                while (!matchedRight[other]) {
                    other++;
                }
                crossed += left.charAt(at) == right.charAt(other++) ? 0 : 1;
            }
        }
        return crossed;
    }

    private static int beginning(String left, String right) {
        int same = 0;
        while (same < left.length() && same < right.length() && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same;
    }
}
