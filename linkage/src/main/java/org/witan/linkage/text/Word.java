package org.witan.linkage.text;

/// A word made ready to be compared many times.
///
/// Sixteen letters of one byte each are also held as bytes in two numbers. Longer words are compared through tables,
/// and those with letters beyond one byte letter by letter.
///
/// @param letters one bit for each letter that occurs; letters may share a bit
/// @param low the first eight letters, the first in the lowest byte
/// @param high the next eight
/// @param packed whether `low` and `high` hold the whole word
/// @param narrow whether each letter fits into a byte
public record Word(String text, int length, long letters, long low, long high, boolean packed, boolean narrow) {
    static final int MOST = 16;
    static final int LETTERS = 0x100;

    public static Word of(String text) {
        int length = text.length();
        long letters = 0;
        boolean narrow = true;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            letters |= 1L << c;
            narrow &= c < LETTERS && c != 0;
        }
        boolean packed = narrow && length <= MOST;
        return new Word(
                text,
                length,
                letters,
                packed ? bytes(text, 0) : 0,
                packed ? bytes(text, Long.BYTES) : 0,
                packed,
                narrow);
    }

    private static long bytes(String text, int from) {
        long bytes = 0;
        for (int at = from; at < Math.min(text.length(), from + Long.BYTES); at++) {
            bytes |= (long) text.charAt(at) << ((at - from) * Byte.SIZE);
        }
        return bytes;
    }
}
