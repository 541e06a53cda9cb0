package org.witan.linkage.text;

/// How alike two words are, from 0 to 1, by Jaro's measure with Winkler's bonus for a common beginning.
///
/// Letters match when they are equal and no further apart than half the longer word. The bonus is a tenth of what is
/// missing for each of the first four letters in common, once the measure is above 0.7 as Winkler has it.
public final class JaroWinkler {
    private static final double BONUS_FROM = 0.7;
    private static final double BONUS = 0.1;
    private static final int BEGINNING = 4;
    private static final long LOWS = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private JaroWinkler() {}

    public static double likeness(String left, String right) {
        return likeness(Word.of(left), Word.of(right));
    }

    /// Whether the likeness is at least `limit`. Most words are told apart by their letters alone.
    public static boolean isAtLeast(double limit, Word left, Word right) {
        return most(left, right) >= limit && likeness(left, right) >= limit;
    }

    /// No likeness is above this: a letter that the other word has not at all cannot match.
    private static double most(Word left, Word right) {
        int a = left.length() - Long.bitCount(left.letters() & ~right.letters());
        int b = right.length() - Long.bitCount(right.letters() & ~left.letters());
        int matches = Math.min(a, b);
        if (matches <= 0) {
            return left.length() == right.length() && left.length() == 0 ? 1 : 0;
        }
        double jaro = jaro(matches, left.length(), right.length(), 0);
        return jaro <= BONUS_FROM ? jaro : jaro + BONUS * BEGINNING * (1 - jaro);
    }

    public static double likeness(Word left, Word right) {
        if (left.length() == 0 || right.length() == 0) {
            return left.length() == right.length() ? 1 : 0;
        }
        if (!left.packed() || !right.packed()) {
            return LongJaroWinkler.likeness(left, right);
        }
        if (left.low() == right.low() && left.high() == right.high()) {
            return 1;
        }
        return left.length() <= Long.BYTES && right.length() <= Long.BYTES ? eight(left, right) : sixteen(left, right);
    }

    /// Both words in one number each: a letter is looked for in all eight places at once.
    private static double eight(Word left, Word right) {
        int most = Math.max(left.length(), right.length());
        int range = Math.max(0, most / 2 - 1);
        long from = left.low();
        long in = right.low();
        long free = HIGHS >>> ((Long.BYTES - right.length()) * Byte.SIZE);
        long window = HIGHS >>> ((Long.BYTES - 1 - Math.min(range, Long.BYTES - 1)) * Byte.SIZE);
        long left8 = 0;
        long found = 0;
        for (int at = 0; at < left.length(); at++) {
            long differs = in ^ (((from >>> (at * Byte.SIZE)) & 0xFF) * LOWS);
            long hit = zeros(differs) & free & window;
            long first = hit & -hit;
            free ^= first;
            found |= first;
            left8 |= first == 0 ? 0 : 0x80L << (at * Byte.SIZE);
            window = at < range ? (window << Byte.SIZE) | 0x80L : window << Byte.SIZE;
        }
        int matches = Long.bitCount(found);
        if (matches == 0) {
            return 0;
        }
        return withBonus(
                jaro(matches, left.length(), right.length(), crossed(from, left8, in, found)), from ^ in, left, right);
    }

    private static int crossed(long from, long left, long in, long right) {
        int crossed = 0;
        long a = left;
        long b = right;
        while (a != 0) {
            int atA = Long.numberOfTrailingZeros(a) - 7;
            int atB = Long.numberOfTrailingZeros(b) - 7;
            crossed += ((from >>> atA) & 0xFF) == ((in >>> atB) & 0xFF) ? 0 : 1;
            a &= a - 1;
            b &= b - 1;
        }
        return crossed;
    }

    private static double sixteen(Word left, Word right) {
        int range = Math.max(0, Math.max(left.length(), right.length()) / 2 - 1);
        int taken = 0;
        int matchedLeft = 0;
        int all = (1 << right.length()) - 1;
        for (int at = 0; at < left.length(); at++) {
            int hit = places(letter(left, at), right) & all & ~taken & window(at, range);
            int first = hit & -hit;
            taken |= first;
            matchedLeft |= first == 0 ? 0 : 1 << at;
        }
        if (taken == 0) {
            return 0;
        }
        int crossed = 0;
        int b = taken;
        for (int a = matchedLeft; a != 0; a &= a - 1, b &= b - 1) {
            int atA = Integer.numberOfTrailingZeros(a);
            int atB = Integer.numberOfTrailingZeros(b);
            crossed += letter(left, atA) == letter(right, atB) ? 0 : 1;
        }
        double jaro = jaro(Integer.bitCount(taken), left.length(), right.length(), crossed);
        return withBonus(jaro, left.low() ^ right.low(), left, right);
    }

    private static int window(int at, int range) {
        int upTo = Math.min(at + range, Word.MOST - 1);
        int from = Math.max(at - range, 0);
        return ((1 << (upTo + 1)) - 1) & -(1 << from);
    }

    private static long letter(Word word, int at) {
        return at < Long.BYTES
                ? (word.low() >>> (at * Byte.SIZE)) & 0xFF
                : (word.high() >>> ((at - Long.BYTES) * Byte.SIZE)) & 0xFF;
    }

    /// One bit for each place where the letter stands.
    private static int places(long letter, Word word) {
        long all = letter * LOWS;
        return gathered(zeros(word.low() ^ all)) | (gathered(zeros(word.high() ^ all)) << Long.BYTES);
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

    private static double withBonus(double jaro, long differs, Word left, Word right) {
        if (jaro <= BONUS_FROM) {
            return jaro;
        }
        int same = differs == 0 ? Long.BYTES : Long.numberOfTrailingZeros(differs) / Byte.SIZE;
        int beginning = Math.min(Math.min(same, BEGINNING), Math.min(left.length(), right.length()));
        return jaro + BONUS * beginning * (1 - jaro);
    }

    static double withBonus(double jaro, int beginning) {
        return jaro <= BONUS_FROM ? jaro : jaro + BONUS * Math.min(beginning, BEGINNING) * (1 - jaro);
    }
}
