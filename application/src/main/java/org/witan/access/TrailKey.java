package org.witan.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret that makes rows of the trail genuine. It lies in a file beside the database and never in it, so that
/// whoever owns the database cannot write a row that fits.
///
/// The file holds 32 random bytes as 64 hexadecimal digits. It is made at the first start. Losing it loses no row: the
/// chain can still be verified, the genuineness of its rows cannot.
public final class TrailKey {
    private static final int LENGTH = 32;
    private final byte[] secret;

    private TrailKey(byte[] secret) {
        this.secret = secret;
    }

    /// Reads the file, or makes it when it is missing.
    public static TrailKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of the trail cannot be read: " + file, failure);
        }
    }

    /// Reads a file that must be there.
    ///
    /// @throws IOException when it is missing
    /// @throws IllegalStateException when it holds no key
    public static TrailKey read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        try {
            byte[] bytes = HexFormat.of().parseHex(text);
            if (bytes.length == LENGTH) {
                return new TrailKey(bytes);
            }
        } catch (IllegalArgumentException _) {
            // Said below: the content must not reach a message.
        }
        throw new IllegalStateException("The file holds no key of a trail (64 hexadecimal digits): " + file);
    }

    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
            Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n", StandardCharsets.US_ASCII);
        } catch (FileAlreadyExistsException _) {
            // Another node was faster, and its key is the one.
        }
    }

    /// The code that only a holder of the key can make for a text.
    public byte[] authenticator(String text) {
        return hmac("authenticator", text.getBytes(StandardCharsets.UTF_8));
    }

    /// A secret of 32 bytes for another use, from which neither the key nor the others can be worked out.
    public byte[] derived(String use) {
        return hmac("derived", use.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String use, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "key of the trail";
    }
}
