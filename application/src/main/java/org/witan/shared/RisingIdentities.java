package org.witan.shared;

import java.time.Clock;
import java.util.UUID;

/// Makes identities that sort in the order in which they were made, also within one millisecond: the 12 bits behind the
/// millisecond count (RFC 9562, section 6.2, method 1). For one piece of work, by one thread.
public final class RisingIdentities {
    private static final int COUNTED = 12;
    private final Clock clock;
    private long last;

    public RisingIdentities(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        // The millisecond and the count; when the count is full, or the clock goes back, the next millisecond is taken.
        last = Math.max(last + 1, clock.millis() << COUNTED);
        return Identity.with(last >> COUNTED, last & ((1 << COUNTED) - 1));
    }
}
