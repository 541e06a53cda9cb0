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
        long time = moment.toEpochMilli() << 16;
        long high = time | VERSION | (RANDOM.nextLong() & 0x0FFFL);
        long low = VARIANT | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
