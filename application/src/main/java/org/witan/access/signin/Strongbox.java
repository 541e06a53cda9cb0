package org.witan.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.witan.access.TrailKey;

/// Encrypts what the database must keep and must not be able to read, and makes digests that only we can make. Its keys
/// come from the key of the trail, which is not in the database.
@Component
final class Strongbox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec locking;
    private final SecretKeySpec marking;

    Strongbox(TrailKey key) {
        locking = new SecretKeySpec(key.derived("sign-in: strongbox"), "AES");
        marking = new SecretKeySpec(key.derived("sign-in: marks"), "HmacSHA256");
    }

    /// Encrypts (AES-256-GCM).
    ///
    /// @param owner whose content it is: it can be read for nobody else
    byte[] lock(byte[] content, String owner) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(content);
            byte[] all = Arrays.copyOf(nonce, NONCE + locked.length);
            System.arraycopy(locked, 0, all, NONCE, locked.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Decrypts; absent when it was altered, is of somebody else, or was locked with another key.
    Optional<byte[]> unlock(byte[] locked, String owner) {
        if (locked.length < NONCE) {
            return Optional.empty();
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(locked, NONCE), owner);
            return Optional.of(cipher.doFinal(locked, NONCE, locked.length - NONCE));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, locking, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// A digest of a text that nobody can make or try out without our key.
    byte[] mark(String use, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(marking);
            return mac.doFinal((use + '\0' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
