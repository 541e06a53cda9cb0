package org.witan.linkage.text;

/// A word in two numbers, which tell most words apart without a look at the words.
///
/// The first counts each letter up to twice and holds the length; the second holds the first four letters.
public final class WordSketch {
    private static final int GROUPS = 29;
    private static final int LENGTH_FROM = GROUPS * 2;
    private static final int LONGEST = 63;
    private static final long COUNTS = (1L << LENGTH_FROM) - 1;
    private static final int OTHERS = 3;
    private static final double ROUNDING = 1e-9;
    private static final double[] PARTS = new double[LONGEST + 1];

    static {
        for (int length = 1; length < PARTS.length; length++) {
            PARTS[length] = 1.0 / length;
        }
    }

    private WordSketch() {}

    public static long counts(String text) {
        long counts = (long) Math.min(LONGEST, text.length()) << LENGTH_FROM;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int group = 2 * (c >= 'a' && c <= 'z' ? c - 'a' : 'z' - 'a' + 1 + c % OTHERS);
            long known = (counts >>> group) & 1;
            counts |= ((known << 1) | 1) << group;
        }
        return counts;
    }

    public static long beginning(String text) {
        long beginning = 0;
        for (int at = 0; at < Math.min(text.length(), JaroWinkler.BEGINNING); at++) {
            beginning |= (long) text.charAt(at) << (at * Character.SIZE);
        }
        return beginning;
    }

    /// Jaro-Winkler of two words with these sketches is not above this: letters that the other word lacks cannot match.
    public static double most(long left, long leftBeginning, long right, long rightBeginning) {
        int lefts = (int) (left >>> LENGTH_FROM);
        int rights = (int) (right >>> LENGTH_FROM);
        if (lefts == LONGEST || rights == LONGEST) {
            return 1;
        }
        int matches =
                Math.min(lefts - Long.bitCount(left & ~right & COUNTS), rights - Long.bitCount(right & ~left & COUNTS));
        if (matches <= 0) {
            return lefts == rights && lefts == 0 ? 1 : 0;
        }
        double jaro = (matches * PARTS[lefts] + matches * PARTS[rights] + 1) / 3 + ROUNDING;
        long differs = leftBeginning ^ rightBeginning;
        int same = differs == 0 ? JaroWinkler.BEGINNING : Long.numberOfTrailingZeros(differs) / Character.SIZE;
        return JaroWinkler.withBonus(jaro, same) + ROUNDING;
    }
}
