package org.witan.marac;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Counts that take long, each kept for a while, and counted for few at once: whoever opens a page waits for no count
/// of others, and those who open one at the same moment do not take all connections of the database.
final class KeptCounts<K, V> {
    /// Until a count is made anew, one of this age is better than none.
    private static final Duration OLDEST = Duration.ofHours(1);

    private final Duration kept;
    private final Semaphore turns;
    private final InstantSource clock;
    private final Map<K, Counted<V>> all = new ConcurrentHashMap<>();
    private final Set<K> begun = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();

    /// @param kept how old a count may be before it is made anew
    /// @param atOnce how many are made at once
    KeptCounts(Duration kept, int atOnce, InstantSource clock) {
        this.kept = kept;
        this.turns = new Semaphore(atOnce);
        this.clock = clock;
    }

    /// The count; while it or others are counted an older one, and nothing where there is none.
    Optional<V> of(K key, Supplier<V> counting) {
        Instant now = clock.instant();
        all.values().removeIf(one -> one.at.plus(OLDEST).isBefore(now));
        Counted<V> known = all.get(key);
        if (known != null && !known.at.plus(kept).isBefore(now)) {
            return Optional.of(known.value);
        }
        Optional<V> older = Optional.ofNullable(known).map(Counted::value);
        if (!begun.add(key)) {
            return older;
        }
        try {
            return turns.tryAcquire() ? Optional.of(counted(key, counting, now)) : older;
        } finally {
            begun.remove(key);
        }
    }

    private V counted(K key, Supplier<V> counting, Instant now) {
        try {
            long before = changes.get();
            V value = counting.get();
            // What changed while it was counted is not in it.
            if (changes.get() == before) {
                all.put(key, new Counted<>(value, now));
            }
            return value;
        } finally {
            turns.release();
        }
    }

    /// Something changed: these are counted anew.
    void forget(Predicate<K> which) {
        changes.incrementAndGet();
        all.keySet().removeIf(which);
    }

    private record Counted<V>(V value, Instant at) {}
}
