package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Counts that take long are kept for a while, and few are made at once.
class KeptCountsTest {
    /// No machine is so slow.
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant MORNING = Instant.parse("2026-11-02T09:00:00Z");
    private final AtomicInteger counted = new AtomicInteger();

    private static KeptCounts<String, Integer> counts(InstantSource clock) {
        return new KeptCounts<>(Duration.ofMinutes(5), PATIENCE, 1, clock);
    }

    @Test
    void aCountIsKeptUntilItIsOldOrSomethingChanged() {
        var now = new Instant[] {MORNING};
        var counts = counts(() -> now[0]);
        assertThat(counts.of("police", counted::incrementAndGet)).contains(1);
        now[0] = MORNING.plus(Duration.ofMinutes(5));
        assertThat(counts.of("police", counted::incrementAndGet)).contains(1);
        assertThat(counts.of("housing", counted::incrementAndGet)).contains(2);
        now[0] = MORNING.plus(Duration.ofMinutes(5)).plusSeconds(1);
        assertThat(counts.of("police", counted::incrementAndGet))
                .as("an older one at once, while it is counted anew")
                .contains(1);
        await().untilAsserted(() ->
                assertThat(counts.of("police", counted::incrementAndGet)).contains(3));
        counts.forget("police"::equals);
        assertThat(counts.of("police", counted::incrementAndGet)).contains(4);
        assertThat(counts.of("housing", counted::incrementAndGet)).contains(2);
    }

    @Test
    void whoeverComesWhileAnotherIsCountedGetsAnOlderOneOrNone() throws Exception {
        var now = new Instant[] {MORNING};
        var counts = counts(() -> now[0]);
        assertThat(counts.of("housing", counted::incrementAndGet)).contains(1);
        now[0] = MORNING.plus(Duration.ofMinutes(6));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = others.submit(() -> counts.of("police", () -> {
                begun.countDown();
                hold(goOn);
                return 7;
            }));
            begun.await();
            assertThat(counts.of("housing", counted::incrementAndGet)).contains(1);
            assertThat(counts.of("health", counted::incrementAndGet)).isEmpty();
            assertThat(counts.of("police", counted::incrementAndGet)).isEmpty();
            goOn.countDown();
            slow.get();
        }
        assertThat(counts.of("police", counted::incrementAndGet)).contains(7);
        await().untilAsserted(() ->
                assertThat(counts.of("housing", counted::incrementAndGet)).contains(2));
    }

    @Test
    void whoeverHasNoCountDoesNotWaitForOneThatTakesLong() {
        var counts =
                new KeptCounts<String, Integer>(Duration.ofMinutes(5), Duration.ofMillis(1), 1, InstantSource.system());
        var goOn = new CountDownLatch(1);
        assertThat(counts.of("police", () -> {
                    hold(goOn);
                    return counted.incrementAndGet();
                }))
                .isEmpty();
        goOn.countDown();
        await().untilAsserted(() ->
                assertThat(counts.of("police", counted::incrementAndGet)).contains(1));
    }

    @Test
    void whatChangedWhileItWasCountedIsCountedAnew() {
        var counts = counts(InstantSource.system());
        assertThat(counts.of("police", () -> {
                    counts.forget("police"::equals);
                    return counted.incrementAndGet();
                }))
                .contains(1);
        assertThat(counts.of("police", counted::incrementAndGet)).contains(2);
        assertThat(counts.of("police", counted::incrementAndGet)).contains(2);
    }

    @Test
    void aCountThatFailsGivesItsTurnBack() {
        var counts = counts(InstantSource.system());
        assertThat(counts.of("police", () -> {
                    throw new IllegalStateException("invented");
                }))
                .isEmpty();
        assertThat(counts.of("police", counted::incrementAndGet)).contains(1);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
