package org.witan.access.trail;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.witan.access.TrailKey;

/// Compares the codes of rows with those that only the key of the trail makes.
///
/// @param key null when it is not known: then no row is called forged
record Codes(@Nullable TrailKey key) {

    boolean known() {
        return key != null;
    }

    /// Which rows do not bear their code, in words; empty when both do.
    String forged(SealedText text) {
        if (key == null) {
            return "";
        }
        boolean entry = fits(key, text.entered(), text.entryCode());
        boolean outcome = fits(key, text.finished(), text.outcomeCode());
        if (entry) {
            return outcome ? "" : "the outcome";
        }
        return outcome ? "the entry" : "the entry, and its outcome,";
    }

    private static boolean fits(TrailKey key, String text, String code) {
        return HexFormat.of().formatHex(key.authenticator(text)).equals(code);
    }
}
