package org.witan.access.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How one link of the chain follows from another, as `access.link_after` and `access.seal` compute
/// it. Digests and links are hexadecimal digits; the link before the first is empty.
final class Link {
    private static final byte SEPARATOR = 0x1f;
    private final MessageDigest sha;

    Link() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String after(String former, Sealed seal, String digest) {
        sha.update(HexFormat.of().parseHex(former));
        sha.update(Long.toString(seal.position()).getBytes(StandardCharsets.US_ASCII));
        sha.update(SEPARATOR);
        sha.update(Long.toString(seal.micros()).getBytes(StandardCharsets.US_ASCII));
        sha.update(SEPARATOR);
        return HexFormat.of().formatHex(sha.digest(HexFormat.of().parseHex(digest)));
    }

    String digest(String text) {
        return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The digest of an entry that was gone when it was to be sealed.
    String digestOfNothing(String entry) {
        return digest("removed before it was sealed" + SealedText.SEPARATOR + entry);
    }
}
