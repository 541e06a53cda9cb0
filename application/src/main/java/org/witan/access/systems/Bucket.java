package org.witan.access.systems;

import java.time.Duration;
import java.time.Instant;

/// A bucket of tries that fills again steadily, of one system or one network address.
///
/// @param left tries that were left at that moment
/// @param at when that was
record Bucket(Limit limit, double left, Instant at) {

    static Bucket full(Limit limit, Instant now) {
        return new Bucket(limit, limit.most(), now);
    }

    /// The bucket at a later moment. A clock that was set back adds nothing.
    Bucket at(Instant now) {
        double passed = Math.max(0, Duration.between(at, now).toMillis());
        double filled = passed * limit.most() / limit.within().toMillis();
        return new Bucket(limit, Math.min(limit.most(), left + filled), now);
    }

    boolean isFull(Instant now) {
        return at(now).left >= limit.most();
    }

    Bucket lessOne() {
        return new Bucket(limit, left - 1, at);
    }
}
