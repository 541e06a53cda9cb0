package org.witan.linkage.text;

/// A word made ready to be compared many times: its letters as bytes in two numbers, where they fit.
///
/// Sixteen letters of at most one byte each fit. Longer words and other scripts are compared letter by letter.
///
/// @param letters one bit for each letter that occurs, or for one of several
/// @param low the first eight letters, the first in the lowest byte
/// @param high the next eight
public record Word(String text, int length, long letters, long low, long high, boolean packed) {
    static final int MOST = 16;

    public static Word of(String text) {
        int length = text.length();
        long letters = 0;
        for (int at = 0; at < length; at++) {
            letters |= 1L << text.charAt(at);
        }
        if (length > MOST) {
            return new Word(text, length, letters, 0, 0, false);
        }
        long low = 0;
        long high = 0;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c == 0 || c > 0xFF) {
                return new Word(text, length, letters, 0, 0, false);
            }
            if (at < Long.BYTES) {
                low |= (long) c << (at * Byte.SIZE);
            } else {
                high |= (long) c << ((at - Long.BYTES) * Byte.SIZE);
            }
        }
        return new Word(text, length, letters, low, high, true);
    }
}
