package org.witan.linkage.text;

/// How many letters to insert, remove, replace or swap with the next make one word of another.
///
/// Restricted: no letter is changed twice (optimal string alignment), so "ca" to "abc" is 3. Words of up to 64 letters
/// are compared a column at a time in the bits of one number (after Hyyrö, 2003).
public final class DamerauLevenshtein {
    private static final int LETTERS = 0x100;
    private static final ThreadLocal<long[]> PLACES = ThreadLocal.withInitial(() -> new long[LETTERS]);

    private DamerauLevenshtein() {}

    public static int distance(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Math.max(left.length(), right.length());
        }
        return left.length() <= Long.SIZE && isNarrow(left) && isNarrow(right)
                ? inBits(left, right)
                : inRows(left, right);
    }

    /// The same for words made ready: where each letter of a plain word stands is known already.
    public static int distance(Word left, Word right) {
        return left.plain && right.plain && left.length > 0 ? plain(left, right) : distance(left.text, right.text);
    }

    private static int plain(Word left, Word right) {
        int up = -1;
        int down = 0;
        int diagonal = 0;
        int before = 0;
        int last = left.length - 1;
        int distance = left.length;
        long letters = right.low;
        for (int at = 0; at < right.length; at++) {
            int here = left.places[((int) letters & (Long.SIZE - 1)) - Word.FIRST_PLACE];
            letters = at == Long.BYTES - 1 ? right.high : letters >>> Byte.SIZE;
            int swapped = ((~diagonal & here) << 1) & before;
            diagonal = (((here & up) + up) ^ up) | here | down | swapped;
            int plus = down | ~(diagonal | up);
            int minus = diagonal & up;
            distance += ((plus >>> last) & 1) - ((minus >>> last) & 1);
            plus = (plus << 1) | 1;
            minus <<= 1;
            up = minus | ~(diagonal | plus);
            down = plus & diagonal;
            before = here;
        }
        return distance;
    }

    private static boolean isNarrow(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= LETTERS) {
                return false;
            }
        }
        return true;
    }

    private static int inBits(String left, String right) {
        long[] places = PLACES.get();
        for (int at = 0; at < left.length(); at++) {
            places[left.charAt(at)] |= 1L << at;
        }
        int distance = column(places, left.length(), right);
        for (int at = 0; at < left.length(); at++) {
            places[left.charAt(at)] = 0;
        }
        return distance;
    }

    private static int column(long[] places, int length, String right) {
        long up = -1;
        long down = 0;
        long diagonal = 0;
        long before = 0;
        long last = 1L << (length - 1);
        int distance = length;
        for (int at = 0; at < right.length(); at++) {
            long here = places[right.charAt(at)];
            long swapped = ((~diagonal & here) << 1) & before;
            diagonal = (((here & up) + up) ^ up) | here | down | swapped;
            long plus = down | ~(diagonal | up);
            long minus = diagonal & up;
            distance += (plus & last) == 0 ? 0 : 1;
            distance -= (minus & last) == 0 ? 0 : 1;
            plus = (plus << 1) | 1;
            minus <<= 1;
            up = minus | ~(diagonal | plus);
            down = plus & diagonal;
            before = here;
        }
        return distance;
    }

    private static int inRows(String left, String right) {
        int[] two = new int[right.length() + 1];
        int[] one = new int[right.length() + 1];
        int[] now = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            one[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int differs = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], one[j]) + 1, one[j - 1] + differs);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    now[j] = Math.min(now[j], two[j - 2] + 1);
                }
            }
            int[] free = two;
            two = one;
            one = now;
            now = free;
        }
        return one[right.length()];
    }
}
