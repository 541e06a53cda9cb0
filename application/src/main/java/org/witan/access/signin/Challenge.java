package org.witan.access.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// What an authenticator is asked to sign: once, for one use, within a few minutes. The session keeps it.
///
/// @param use what the answer is for
/// @param bytes the random bytes, as text
/// @param until when it is too late to answer
public record Challenge(Use use, String bytes, Instant until) implements Serializable {
    private static final long serialVersionUID = 1L;

    /// Name of the attribute of the session that holds it.
    public static final String ATTRIBUTE = "witan.challenge";

    /// As long as browsers wait for an authenticator.
    static final Duration TIME = Duration.ofMinutes(5);

    /// Whether an answer that comes now may be for this use.
    boolean asks(Use wanted, Instant now) {
        return use == wanted && now.isBefore(until);
    }

    byte[] raw() {
        return Base64.getUrlDecoder().decode(bytes);
    }

    @Override
    public String toString() {
        return "challenge for " + use;
    }

    /// What an answer is for: one that was made for one use is no good for another.
    public enum Use {
        REGISTER,
        SIGN_IN,
        PROVE_PRESENCE
    }
}
