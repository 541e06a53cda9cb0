package org.witan.marac;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts that take long, each kept for a while and made anew beside the page: whoever opens one waits for a count only
/// when there is none yet, and then not for long. Few are made at once, so that they leave the connections of the
/// database to others.
final class KeptCounts<K, V> {
    /// Until a count is made anew, one of this age is better than none.
    private static final Duration OLDEST = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(KeptCounts.class);

    private final Duration kept;
    private final Duration patience;
    private final Semaphore turns;
    private final InstantSource clock;
    private final Map<K, Counted<V>> all = new ConcurrentHashMap<>();
    private final Set<K> begun = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();

    /// @param kept how old a count may be before it is made anew
    /// @param patience how long whoever has no count waits for one
    /// @param atOnce how many are made at once
    KeptCounts(Duration kept, Duration patience, int atOnce, InstantSource clock) {
        this.kept = kept;
        this.patience = patience;
        this.turns = new Semaphore(atOnce);
        this.clock = clock;
    }

    /// The count; while it or others are counted an older one, and nothing where there is none.
    ///
    /// @param counting is done by a thread of its own: it needs a transaction of its own
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
        if (!turns.tryAcquire()) {
            begun.remove(key);
            return older;
        }
        CompletableFuture<V> counted = begin(key, counting, now);
        return older.isPresent() ? older : soon(counted);
    }

    private CompletableFuture<V> begin(K key, Supplier<V> counting, Instant now) {
        var counted = new CompletableFuture<V>();
        Thread.ofPlatform().daemon().name("count").start(() -> {
            try {
                counted.complete(counted(key, counting, now));
            } catch (RuntimeException failure) {
                LOG.error("A count was not made ({})", failure.getClass().getSimpleName());
                counted.completeExceptionally(failure);
            }
        });
        return counted;
    }

    /// What fails is told to nobody who waits: the page says that the count comes later, and the log why.
    private Optional<V> soon(CompletableFuture<V> counted) {
        try {
            return Optional.of(counted.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
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
            begun.remove(key);
        }
    }

    /// Something changed: these are counted anew.
    void forget(Predicate<K> which) {
        changes.incrementAndGet();
        all.keySet().removeIf(which);
    }

    private record Counted<V>(V value, Instant at) {}
}
