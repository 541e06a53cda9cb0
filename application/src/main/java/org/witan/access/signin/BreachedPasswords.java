package org.witan.access.signin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Passwords that are known from breaches elsewhere, in a file of the partnership's own: one SHA-1 digest in capitals a
/// line, in order, with or without `:` and a count. The well-known list that can be downloaded has this form. Nothing
/// is asked of anybody outside.
final class BreachedPasswords {
    private final @Nullable Path file;

    BreachedPasswords(@Nullable Path file) {
        this.file = file;
    }

    boolean hold(String password) {
        if (file == null) {
            return false;
        }
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            return holds(lines, digest(password));
        } catch (IOException failure) {
            throw new UncheckedIOException("witan.breached-passwords cannot be read", failure);
        }
    }

    private static boolean holds(RandomAccessFile lines, String wanted) throws IOException {
        long low = 0;
        long high = lines.length();
        while (low < high) {
            long middle = (low + high) >>> 1;
            String line = lineFrom(lines, middle);
            int order = line == null ? 1 : line.compareTo(wanted);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return false;
    }

    /// The digest of the first line that begins at a place or after it; null when there is none.
    private static @Nullable String lineFrom(RandomAccessFile lines, long place) throws IOException {
        lines.seek(Math.max(0, place - 1));
        if (place > 0) {
            lines.readLine();
        }
        String line = lines.readLine();
        return line == null ? null : line.strip().split(":", 2)[0];
    }

    // The list's authors chose SHA-1; nothing is protected by it.
    private static String digest(String password) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
