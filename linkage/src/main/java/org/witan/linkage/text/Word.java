package org.witan.linkage.text;

/// A word made ready to be compared many times.
///
/// Sixteen letters of one byte each are also held as bytes in two numbers. If they are small letters and spaces only,
/// as
/// in most names, it is also known where each letter stands. Longer words are compared through tables, and those with
/// letters beyond one byte letter by letter.
public final class Word {
    static final int MOST = 16;
    static final int LETTERS = 0x100;

    /// The letters of a plain word have the bits from this one on, the space first.
    static final int FIRST_PLACE = ' ';

    private static final int PLACES = 'z' - '`' + 1;
    private static final char[] NOWHERE = {};

    final String text;
    final int length;

    /// One bit for each letter that occurs; letters may share a bit, but not in plain words.
    final long letters;

    /// The first eight letters, the first in the lowest byte.
    final long low;

    /// The next eight.
    final long high;

    /// Whether `low` and `high` hold the whole word.
    final boolean packed;

    /// Whether each letter fits into a byte.
    final boolean narrow;

    /// Whether it is packed and made of small letters and spaces.
    final boolean plain;

    /// Of a plain word, for each letter one bit for each of its places.
    final char[] places;

    private Word(String text) {
        this.text = text;
        length = text.length();
        long all = 0;
        boolean bytes = true;
        boolean small = true;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            all |= 1L << c;
            bytes &= c < LETTERS && c != 0;
            small &= (c >= 'a' && c <= 'z') || c == ' ';
        }
        letters = all;
        narrow = bytes;
        packed = narrow && length <= MOST;
        plain = packed && small;
        low = packed ? bytes(0) : 0;
        high = packed ? bytes(Long.BYTES) : 0;
        places = plain ? places(text) : NOWHERE;
    }

    public static Word of(String text) {
        return new Word(text);
    }

    private long bytes(int from) {
        long bytes = 0;
        for (int at = from; at < Math.min(length, from + Long.BYTES); at++) {
            bytes |= (long) text.charAt(at) << ((at - from) * Byte.SIZE);
        }
        return bytes;
    }

    private static char[] places(String text) {
        char[] places = new char[PLACES];
        for (int at = 0; at < text.length(); at++) {
            places[(text.charAt(at) & (Long.SIZE - 1)) - FIRST_PLACE] |= (char) (1 << at);
        }
        return places;
    }
}
