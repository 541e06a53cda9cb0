package org.witan.access.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.witan.access.TrailKey;

/// The key that signs heads of the chain (Ed25519, RFC 8032). Its secret half is worked out from the key of the trail
/// and kept nowhere; its public half may be given to anybody, who can then check a head and sign none.
final class HeadKey {
    private static final String ALGORITHM = "Ed25519";
    /// What X.509 writes before the 32 bytes of a public half (RFC 8410).
    private static final byte[] BEFORE_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;
    private final PublicKey open;
    private final @Nullable PrivateKey secret;

    private HeadKey(PublicKey open, @Nullable PrivateKey secret) {
        this.open = open;
        this.secret = secret;
    }

    static HeadKey of(TrailKey trail) {
        byte[] seed = trail.derived("head");
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            var pair = generator.generateKeyPair();
            boolean ours = pair.getPrivate() instanceof EdECPrivateKey made
                    && Arrays.equals(made.getBytes().orElseThrow(), seed);
            if (!ours) {
                throw new IllegalStateException("This Java makes keys in a way that is not known here.");
            }
            return new HeadKey(pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java lacks " + ALGORITHM + ".", absent);
        }
    }

    /// The public half alone.
    ///
    /// @throws IllegalArgumentException when it is none
    static HeadKey open(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not the public half of a key");
        }
        byte[] encoded = Arrays.copyOf(BEFORE_PUBLIC, BEFORE_PUBLIC.length + LENGTH);
        System.arraycopy(bytes, 0, encoded, BEFORE_PUBLIC.length, LENGTH);
        try {
            return new HeadKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)), null);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not the public half of a key", unusable);
        }
    }

    /// What a file holds: the key of the trail, from which both halves follow, or a public half alone.
    ///
    /// @throws IllegalArgumentException when it holds neither
    static Known read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (text.length() == 2 * LENGTH) {
            try {
                var trail = TrailKey.read(file);
                return new Known(of(trail), trail);
            } catch (IllegalStateException noKey) {
                throw new IllegalArgumentException("no key of a trail", noKey);
            }
        }
        return new Known(open(text), null);
    }

    /// @param trail the key of the trail itself; null when only the public half of the other is known
    record Known(HeadKey head, @Nullable TrailKey trail) {}

    /// The public half as it is handed out.
    String publicHalf() {
        byte[] encoded = open.getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, BEFORE_PUBLIC.length, encoded.length));
    }

    /// The first half of the digest of the public half, as hexadecimal digits.
    String name() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(publicHalf()));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] sign(String text) {
        if (secret == null) {
            throw new IllegalStateException("Only the public half of the key is known.");
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean signed(String text, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "key " + name();
    }

    /// Hands out the seed once, so that the public half is worked out by Java and not here.
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        private Given(byte[] seed) {
            super(null, null);
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
