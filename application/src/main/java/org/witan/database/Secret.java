package org.witan.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// A password that programs use and nobody types.
record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROUNDS = 4096;

    /// Characters beyond ASCII would have to be brought into one form first, as both ends may write them differently.
    boolean isPlain() {
        return !value.isBlank() && value.chars().allMatch(character -> character > ' ' && character < 127);
    }

    /// Hexadecimal, so that it needs no quoting anywhere.
    static Secret made() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    static Secret readFrom(Path file) throws IOException {
        return new Secret(Files.readString(file).strip());
    }

    /// Keeps it in a file that only the owner reads, from the first moment the file exists.
    void keepIn(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, value + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What PostgreSQL keeps of a password to check it, by RFC 5803; with it in a statement, the
    /// password itself stands in no log of a server.
    String proof() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(value.toCharArray(), salt, ROUNDS, 256))
                    .getEncoded();
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(keyed(salted, "Client Key"));
            return "SCRAM-SHA-256$%d:%s$%s:%s"
                    .formatted(ROUNDS, text(salt), text(stored), text(keyed(salted, "Server Key")));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java lacks SCRAM-SHA-256.", absent);
        }
    }

    private static byte[] keyed(byte[] key, String words) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
