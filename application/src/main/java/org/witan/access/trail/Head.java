package org.witan.access.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/// A signed head: so many entries the chain had, and what its last link was.
///
/// Whoever holds one can prove later that none of those entries was changed since.
///
/// @param position how many entries the chain had
/// @param former the position of the head before; 0 for the first
/// @param link the last link, as hexadecimal digits
/// @param micros when it was signed, in microseconds since 1970
/// @param key the name of the key that signed
/// @param signature over the rest, in Base64
record Head(long position, long former, String link, long micros, String key, String signature) {
    private static final int WORDS = 6;
    private static final String MARK = "witan-trail-head";

    static Head signed(long position, long former, String link, Instant at, HeadKey key) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        byte[] signature = key.sign(text(position, former, link, micros));
        return new Head(
                position, former, link, micros, key.name(), Base64.getEncoder().encodeToString(signature));
    }

    /// A line of a heads file; empty when it is none.
    static Optional<Head> read(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            var head = new Head(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    words[2],
                    Long.parseLong(words[3]),
                    words[4],
                    words[5]);
            return head.isWhole() ? Optional.of(head) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return position > 0
                && link.matches("[0-9a-f]{64}")
                && Base64.getDecoder().decode(signature).length == 64;
    }

    boolean isSignedWith(HeadKey known) {
        try {
            return key.equals(known.name())
                    && known.signed(
                            text(position, former, link, micros),
                            Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// The line of a heads file.
    String line() {
        return String.join(
                " ", String.valueOf(position), String.valueOf(former), link, String.valueOf(micros), key, signature);
    }

    private static String text(long position, long former, String link, long micros) {
        return String.join("\n", MARK, String.valueOf(position), String.valueOf(former), link, String.valueOf(micros));
    }
}
