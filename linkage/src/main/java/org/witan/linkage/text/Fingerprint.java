package org.witan.linkage.text;

/// Texts as numbers of 64 bits: equal texts have equal ones, and two of a million texts have the same by mistake once
/// in
/// forty million times.
public final class Fingerprint {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long HASH = 0xBF58476D1CE4E5B9L;

    private Fingerprint() {}

    /// The number of a text, or 0 of an empty one.
    public static long of(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = text.length();
        for (int at = 0; at < text.length(); at++) {
            hash = hash * MIX + text.charAt(at);
        }
        return mixed(hash) | 1;
    }

    /// A number in which each bit depends on all bits of the given one.
    public static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * HASH;
        mixed = (mixed ^ (mixed >>> 27)) * MIX;
        return mixed ^ (mixed >>> 31);
    }

    /// The number of several texts in order, from that of those before and the next.
    public static long with(long before, long next) {
        return mixed(before * MIX + next);
    }
}
