package org.witan.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes identities that sort by the time they were made (UUID version 7, RFC 9562).
public final class Identity {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Identity() {}

    /// A new identity that bears the millisecond of a moment.
    public static UUID at(Instant moment) {
        return with(moment.toEpochMilli(), RANDOM.nextLong() & 0x0FFFL);
    }

    /// @param within the 12 bits that decide within the millisecond
    static UUID with(long millisecond, long within) {
        long high = millisecond << 16 | VERSION | within;
        long low = VARIANT | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
