package org.witan.access.systems;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret or a token: 256 random bits behind a word that tells whoever finds it lying about what it is.
public final class Credential {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    private Credential() {}

    /// A new secret of a system.
    public static String newSecret() {
        return "witan-secret-" + random();
    }

    /// A new token.
    public static String newToken() {
        return "witan-token-" + random();
    }

    /// SHA-256, by which it is kept and found again.
    public static byte[] digest(String credential) {
        return digest(credential.getBytes(StandardCharsets.UTF_8));
    }

    /// SHA-256.
    public static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
