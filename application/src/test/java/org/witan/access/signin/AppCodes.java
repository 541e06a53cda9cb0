package org.witan.access.signin;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/// What an app on somebody's telephone shows for a secret that was typed into it.
public final class AppCodes {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AppCodes() {}

    /// The code of a moment.
    public static String at(String letters, Instant moment) {
        return Codes.at(Codes.secret(bytes(letters)), moment);
    }

    private static byte[] bytes(String letters) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : letters.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
