package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.witan.access.Refused;

/// Seals what leaves for another MARAC, and opens what comes from one.
///
/// The form is text, so that it travels by any means: one line that says what it is, the content in
/// base64, one line that ends it. Content is AES-256-GCM under a key from the pass phrase (PBKDF2,
/// HMAC-SHA-512, 220,000 rounds, a salt of its own); the first line is authenticated with it.
/// Whoever changes a letter of it opens nothing.
///
/// The text may stand in a page that opens it in a browser (`SealedPage`): it is found there.
///
/// The pass phrase is made here, never chosen: 20 letters of 28, more than 96 bits, which two people can read to each
/// other by telephone.
final class SealedFile {
    /// Characters of the largest file that is read.
    static final int LARGEST = 1_000_000;

    /// Characters that a page around a sealed text may have.
    private static final int AROUND = 50_000;

    private static final String FIRST_LINE = "WITAN SEALED TRANSFER 1";
    private static final String LAST_LINE = "END OF TRANSFER";
    /// No vowels, so that no word comes about, and nothing that is taken for something else when read aloud.
    private static final String LETTERS = "BCDFGHJKMNPQRSTVWXYZ23456789";

    private static final Pattern PHRASE = Pattern.compile("([" + LETTERS + "]{5}-){3}[" + LETTERS + "]{5}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROUNDS = 220_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    private SealedFile() {}

    /// A new pass phrase, in four groups.
    static String phrase() {
        var phrase = new StringBuilder();
        for (int place = 0; place < 20; place++) {
            phrase.append(place > 0 && place % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(28)));
        }
        return phrase.toString();
    }

    /// Whether something is a pass phrase of ours.
    static boolean isPhrase(String text) {
        return PHRASE.matcher(text).matches();
    }

    /// Seals a content.
    static String seal(byte[] content, String phrase) {
        byte[] head = new byte[SALT + NONCE];
        RANDOM.nextBytes(head);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, head, phrase).doFinal(content);
            byte[] all = Arrays.copyOf(head, head.length + locked.length);
            System.arraycopy(locked, 0, all, head.length, locked.length);
            String lines = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(all);
            String file = FIRST_LINE + "\r\n" + lines + "\r\n" + LAST_LINE + "\r\n";
            if (file.length() > LARGEST - AROUND) {
                throw new Refused("marac.refused.transfer.large");
            }
            return file;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Opens a file. The pass phrase may be typed in small letters and with other blanks.
    ///
    /// @throws Refused when it is too large, no such file, or the pass phrase does not open it, which is also said
    ///     when somebody changed it
    static byte[] open(String file, String phrase) {
        byte[] all = content(file).orElseThrow(() -> new Refused("marac.refused.transfer.no-file"));
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, SALT + NONCE), typed(phrase))
                    .doFinal(all, SALT + NONCE, all.length - SALT - NONCE);
        } catch (GeneralSecurityException _) {
            throw new Refused("marac.refused.transfer.phrase");
        }
    }

    private static Optional<byte[]> content(String file) {
        if (file.length() > LARGEST) {
            throw new Refused("marac.refused.transfer.large");
        }
        int first = file.indexOf(FIRST_LINE);
        int last = first < 0 ? -1 : file.indexOf(LAST_LINE, first);
        if (last < 0) {
            return Optional.empty();
        }
        String middle = file.substring(first + FIRST_LINE.length(), last);
        try {
            String letters = BLANKS.matcher(middle).replaceAll("");
            byte[] all = Base64.getDecoder().decode(letters);
            // The last letter has bits that stand for nothing: a file with others in it was not made here.
            boolean ours = Base64.getEncoder().encodeToString(all).equals(letters);
            return ours && all.length > SALT + NONCE + TAG_BITS / 8 ? Optional.of(all) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String typed(String phrase) {
        String letters = phrase.toUpperCase(Locale.ROOT).replace("-", "");
        String plain = BLANKS.matcher(letters).replaceAll("");
        return plain.length() == 20
                ? String.join(
                        "-",
                        plain.substring(0, 5),
                        plain.substring(5, 10),
                        plain.substring(10, 15),
                        plain.substring(15))
                : plain;
    }

    private static Cipher cipher(int mode, byte[] head, String phrase) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKey key = key(phrase, Arrays.copyOf(head, SALT));
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, head, SALT, NONCE));
        cipher.updateAAD(FIRST_LINE.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey key(String phrase, byte[] salt) throws GeneralSecurityException {
        var given = new PBEKeySpec(phrase.toCharArray(), salt, ROUNDS, KEY_BITS);
        try {
            byte[] made = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(given)
                    .getEncoded();
            return new SecretKeySpec(made, "AES");
        } finally {
            given.clearPassword();
        }
    }
}
