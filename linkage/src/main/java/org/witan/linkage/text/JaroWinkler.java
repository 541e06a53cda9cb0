package org.witan.linkage.text;

/// How alike two words are, from 0 to 1, by Jaro's measure with Winkler's bonus for a common beginning.
///
/// Letters match when they are equal and no further apart than half the longer word. The bonus is a tenth of what is
/// missing for each of the first four letters in common, once the measure is above 0.7 as Winkler has it.
public final class JaroWinkler {
    private static final double BONUS_FROM = 0.7;
    private static final double BONUS = 0.1;
    static final int BEGINNING = 4;
    private static final int PLACES = (1 << Word.MOST) - 1;
    private static final int SIDE = 32;

    /// Each quotient of two numbers up to sixteen, as the division gives it: dividing takes a tenth of all the time.
    private static final double[] QUOTIENTS = quotients();

    private static final long LOWS = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private JaroWinkler() {}

    public static double likeness(String left, String right) {
        return likeness(Word.of(left), Word.of(right));
    }

    public static double likeness(Word left, Word right) {
        if (left.length == 0 || right.length == 0) {
            return left.length == right.length ? 1 : 0;
        }
        if (!left.packed || !right.packed) {
            return LongJaroWinkler.likeness(left, right);
        }
        if (left.low == right.low && left.high == right.high) {
            return 1;
        }
        return left.plain && right.plain ? plain(left, right) : sixteen(left, right);
    }

    /// Only letters that both have are looked at, and the places of one letter do not meet those of another.
    private static double plain(Word left, Word right) {
        int range = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
        int ours = 0;
        int theirs = 0;
        for (long common = left.letters & right.letters; common != 0; common &= common - 1) {
            int letter = Long.numberOfTrailingZeros(common) - Word.FIRST_PLACE;
            int a = left.places[letter];
            int b = right.places[letter];
            if (((a & (a - 1)) | (b & (b - 1))) == 0) {
                int apart = Integer.numberOfTrailingZeros(a) - Integer.numberOfTrailingZeros(b);
                int within = ~(((range + apart) | (range - apart)) >> (Integer.SIZE - 1));
                ours |= a & within;
                theirs |= b & within;
            } else {
                int taken = taken(a, b, range);
                ours |= taken >>> Word.MOST;
                theirs |= taken & PLACES;
            }
        }
        if (ours == 0) {
            return 0;
        }
        int crossed = crossed(left, ours, right, theirs);
        double jaro = shortJaro(Integer.bitCount(ours), left.length, right.length, crossed);
        return withBonus(jaro, left.low ^ right.low, left, right);
    }

    /// The places of one letter that match: those of the first word in the upper half, those of the second in the
    /// lower.
    private static int taken(int left, int right, int range) {
        int ours = 0;
        int free = right;
        for (int a = left; a != 0; a &= a - 1) {
            int hit = free & window(Integer.numberOfTrailingZeros(a), range);
            int first = hit & -hit;
            free ^= first;
            ours |= first == 0 ? 0 : a & -a;
        }
        return (ours << Word.MOST) | (right & ~free);
    }

    private static int crossed(Word left, int ours, Word right, int theirs) {
        int crossed = 0;
        int b = theirs;
        for (int a = ours; a != 0; a &= a - 1, b &= b - 1) {
            int atA = Integer.numberOfTrailingZeros(a);
            int atB = Integer.numberOfTrailingZeros(b);
            crossed += letter(left, atA) == letter(right, atB) ? 0 : 1;
        }
        return crossed;
    }

    private static double sixteen(Word left, Word right) {
        int range = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
        int taken = 0;
        int matchedLeft = 0;
        int all = (1 << right.length) - 1;
        for (int at = 0; at < left.length; at++) {
            int hit = places(letter(left, at), right) & all & ~taken & window(at, range);
            int first = hit & -hit;
            taken |= first;
            matchedLeft |= first == 0 ? 0 : 1 << at;
        }
        if (taken == 0) {
            return 0;
        }
        int crossed = crossed(left, matchedLeft, right, taken);
        double jaro = shortJaro(Integer.bitCount(taken), left.length, right.length, crossed);
        return withBonus(jaro, left.low ^ right.low, left, right);
    }

    private static int window(int at, int range) {
        int upTo = Math.min(at + range, Word.MOST - 1);
        int from = Math.max(at - range, 0);
        return ((1 << (upTo + 1)) - 1) & -(1 << from);
    }

    private static long letter(Word word, int at) {
        return at < Long.BYTES
                ? (word.low >>> (at * Byte.SIZE)) & 0xFF
                : (word.high >>> ((at - Long.BYTES) * Byte.SIZE)) & 0xFF;
    }

    /// One bit for each place where the letter stands.
    private static int places(long letter, Word word) {
        long all = letter * LOWS;
        return gathered(zeros(word.low ^ all)) | (gathered(zeros(word.high ^ all)) << Long.BYTES);
    }

    /// The eight high bits, moved side by side.
    private static int gathered(long highs) {
        return (int) (((highs >>> 7) * 0x0102040810204080L) >>> 56);
    }

    /// The high bit of each byte that is zero. Exact for every byte, not only for the lowest.
    private static long zeros(long bytes) {
        return ~(((bytes & ~HIGHS) + ~HIGHS) | bytes | ~HIGHS);
    }

    static double jaro(int matches, int left, int right, int crossed) {
        double m = matches;
        int swaps = crossed / 2;
        return (m / left + m / right + (m - swaps) / m) / 3;
    }

    private static double shortJaro(int matches, int left, int right, int crossed) {
        return (quotient(matches, left) + quotient(matches, right) + quotient(matches - crossed / 2, matches)) / 3;
    }

    private static double quotient(int part, int whole) {
        return QUOTIENTS[(part * SIDE + whole) & (SIDE * SIDE - 1)];
    }

    private static double[] quotients() {
        var all = new double[SIDE * SIDE];
        for (int part = 0; part <= Word.MOST; part++) {
            for (int whole = 1; whole <= Word.MOST; whole++) {
                all[part * SIDE + whole] = (double) part / whole;
            }
        }
        return all;
    }

    private static double withBonus(double jaro, long differs, Word left, Word right) {
        if (jaro <= BONUS_FROM) {
            return jaro;
        }
        int same = differs == 0 ? Long.BYTES : Long.numberOfTrailingZeros(differs) / Byte.SIZE;
        int beginning = Math.min(Math.min(same, BEGINNING), Math.min(left.length, right.length));
        return jaro + BONUS * beginning * (1 - jaro);
    }

    static double withBonus(double jaro, int beginning) {
        return jaro <= BONUS_FROM ? jaro : jaro + BONUS * Math.min(beginning, BEGINNING) * (1 - jaro);
    }
}
