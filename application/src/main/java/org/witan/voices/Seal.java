package org.witan.voices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Seals the public form, so that it is sent once, not at once, and not from a program that never opened it: what a
/// cookie would do elsewhere.
///
/// A seal is a moment and a random number under a key that lives as long as the application runs. It stands in the
/// form, is never written down, and says nothing about who holds it. Which seals were used is remembered in memory for
/// as long as they would be good.
@Component
public final class Seal {
    /// Nobody reads the page and answers its questions faster.
    static final Duration SOONEST = Duration.ofSeconds(3);

    /// Somebody may be called away and come back the same day.
    static final Duration LATEST = Duration.ofHours(6);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})\\.([\\w-]{22})\\.([\\w-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private final byte[] key = new byte[32];
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final InstantSource clock;

    @Autowired
    Seal(java.time.Clock clock) {
        this((InstantSource) clock);
    }

    Seal(InstantSource clock) {
        this.clock = clock;
        RANDOM.nextBytes(key);
    }

    /// How a seal stands.
    public enum Standing {
        GOOD,
        /// It was made a moment ago; whoever sends it again later is heard.
        TOO_SOON,
        /// It is none of ours, or of before the application started, or too old: the form is shown again with a new
        /// one.
        UNKNOWN
    }

    /// A new seal.
    public String make() {
        return make(clock.instant());
    }

    String make(Instant moment) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String text = moment.toEpochMilli() + "." + encoded(random);
        return text + "." + encoded(authenticator(text));
    }

    /// How a seal stands now, apart from whether it was used.
    public Standing standing(String seal) {
        var parts = SHAPE.matcher(seal);
        if (!parts.matches()) {
            return Standing.UNKNOWN;
        }
        byte[] expected =
                encoded(authenticator(parts.group(1) + "." + parts.group(2))).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parts.group(3).getBytes(StandardCharsets.US_ASCII))) {
            return Standing.UNKNOWN;
        }
        Duration old = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), clock.instant());
        if (old.compareTo(LATEST) > 0) {
            return Standing.UNKNOWN;
        }
        return old.compareTo(SOONEST) < 0 ? Standing.TOO_SOON : Standing.GOOD;
    }

    /// Uses a good seal.
    ///
    /// @return false when it was used before
    boolean use(String seal) {
        Instant now = clock.instant();
        used.values().removeIf(moment -> moment.plus(LATEST).isBefore(now));
        return used.putIfAbsent(seal, now) == null;
    }

    /// Makes a seal good again, because what was sent with it was not kept.
    void giveBack(String seal) {
        used.remove(seal);
    }

    private byte[] authenticator(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
