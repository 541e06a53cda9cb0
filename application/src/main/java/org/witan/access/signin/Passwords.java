package org.witan.access.signin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/// Digests of passwords. The method and its cost stand in front of each digest, so that a stronger one can take its
/// place at the next sign-in.
///
/// PBKDF2 with HMAC-SHA-512 and 220,000 rounds, as OWASP's Password Storage Cheat Sheet advises: unlike bcrypt it reads
/// all of a long passphrase.
@Component
final class Passwords {
    static final int LONGEST = 256;
    private static final String METHOD = "pbkdf2-sha512-220000";
    private static final int ROUNDS = 220_000;
    private static final int SALT = 16;
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            METHOD,
            Map.of(
                    METHOD,
                    new Pbkdf2PasswordEncoder("", SALT, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
    private final String nobodys = encode("the password of nobody, so that looking for one takes as long");

    String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /// Whether a password fits a digest. Without a digest the same work is done in vain.
    boolean fits(String password, @Nullable String encoded) {
        String bounded = password.length() > LONGEST ? "" : password;
        boolean fits = encoder.matches(bounded, encoded == null ? nobodys : encoded);
        return fits && encoded != null && !bounded.isEmpty();
    }

    /// The digest anew by today's method; null when it is by that already.
    @Nullable
    String stronger(String password, String encoded) {
        return encoder.upgradeEncoding(encoded) ? encode(password) : null;
    }
}
