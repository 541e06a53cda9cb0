package org.witan.site.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.witan.access.systems.Credential;

/// Compares a secret with the digests of those in use, of which there may be two while one takes the place of the
/// other.
final class SecretDigests implements PasswordEncoder {

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String digests) {
        if (secret == null || digests == null) {
            return false;
        }
        byte[] given =
                HexFormat.of().formatHex(Credential.digest(secret.toString())).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String digest : digests.split(" ", -1)) {
            found |= MessageDigest.isEqual(given, digest.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException("Secrets are made and kept by access.systems.");
    }
}
