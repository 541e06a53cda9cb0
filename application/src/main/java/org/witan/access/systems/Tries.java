package org.witan.access.systems;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/// Counts how often each system or network address does something, on this node.
///
/// In memory, because a row of the database that every request changes would slow what it is to protect. With several
/// nodes each allows as much, so the limit of all is theirs together. Nothing about safety hangs on it: a secret that
/// has 256 random bits needs no limit to be safe.
@Component
public class Tries {
    private static final int MOST_KEYS = 20_000;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;

    Tries(Clock clock) {
        this.clock = clock;
    }

    /// What is left after one more try.
    ///
    /// @param allowed whether this one was within the limit
    /// @param left how many more are
    public record Left(boolean allowed, int left) {}

    /// Takes one.
    public Left take(String key, Limit limit) {
        Instant now = clock.instant();
        if (buckets.size() > MOST_KEYS) {
            // A bucket that is full again says no more than one that is not there.
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        var allowed = new AtomicBoolean();
        Bucket after = buckets.compute(key, (_, known) -> {
            Bucket bucket = known == null ? Bucket.full(limit, now) : known.at(now);
            allowed.set(bucket.left() >= 1);
            return allowed.get() ? bucket.lessOne() : bucket;
        });
        return new Left(allowed.get(), (int) after.left());
    }
}
