package org.witan.access.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Seals the trail every second while the application runs, and once more when it stops.
///
/// Every node has one; the database lets one of them seal at a time. It is stopped after the last page was served.
@Component
public class SealingJob implements Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(20);

    private final Sealing sealing;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.IN_TIME);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    SealingJob(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    /// Whether what is done now is sealed within seconds.
    public State state() {
        return state.get();
    }

    @EventListener(ContextRefreshedEvent.class)
    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        thread = Thread.ofPlatform().name("trail").daemon().start(this::run);
    }

    private void run() {
        boolean stop = false;
        while (!stop) {
            try {
                stop = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                stop = true;
            }
            round(stop);
        }
    }

    /// One round must not end the job, whatever happens in it.
    private void round(boolean last) {
        try {
            int sealed;
            do {
                sealed = sealing.seal(Sealing.BATCH);
            } while (sealed == Sealing.BATCH);
            int missed = sealing.missed();
            if (missed > 0) {
                LOG.error(
                        "{} entries of the trail were taken away before they were sealed. Run: witan audit verify",
                        missed);
            }
            sealing.sign(last);
            become(inTime() ? State.IN_TIME : State.LATE, null);
        } catch (RuntimeException failure) {
            become(State.FAILING, failure);
        }
    }

    private boolean inTime() {
        var waiting = sealing.waiting();
        Instant limit = clock.instant().minus(sealing.patience());
        return waiting.oldest().map(oldest -> !oldest.isBefore(limit)).orElse(waiting.entries() == 0);
    }

    /// A change is told once, not each second. Only the kind of failure: its text may quote a row.
    private void become(State next, @Nullable RuntimeException failure) {
        State former = state.getAndSet(next);
        if (former == next) {
            return;
        }
        switch (next) {
            case IN_TIME -> LOG.info("The trail is sealed in time again.");
            case LATE -> LOG.warn("Entries of the trail wait too long to be sealed.");
            case FAILING ->
                LOG.error(
                        "The trail cannot be sealed: {}",
                        failure == null ? "" : failure.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null && !thread.join(END)) {
                LOG.warn("The trail was not sealed to its end; the next start goes on.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /// How sealing goes.
    public enum State {
        /// What is done is sealed within seconds.
        IN_TIME,
        /// Entries wait longer than the setting `trail_late_seconds`.
        LATE,
        /// The last round failed.
        FAILING
    }
}
