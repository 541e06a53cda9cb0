package org.witan.access.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that an app makes anew every half minute (RFC 6238, SHA-1, as every such app knows it).
final class Codes {
    private static final long SECONDS = 30;
    private static final int SECRET = 20;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    static SecretKeySpec newSecret() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return secret(secret);
    }

    static SecretKeySpec secret(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA1");
    }

    /// The half minute that a code belongs to: this one, or its neighbours, as clocks differ. Absent when the code is
    /// wrong.
    static OptionalLong step(SecretKeySpec secret, String code, Instant now) {
        var found = OptionalLong.empty();
        // Every neighbour is compared, so that the time it takes says nothing.
        for (long skew = -1; skew <= 1; skew++) {
            Instant then = now.plusSeconds(skew * SECONDS);
            if (MessageDigest.isEqual(
                    at(secret, then).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(then.getEpochSecond() / SECONDS);
            }
        }
        return found;
    }

    static String at(SecretKeySpec secret, Instant moment) {
        try {
            return GENERATOR.generateOneTimePasswordString(secret, moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The secret as letters and digits, for whoever types it (RFC 4648, without padding).
    static String letters(SecretKeySpec secret) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : secret.getEncoded()) {
            buffer = (buffer << 8) | (one & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE_32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
