package org.witan.people;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Announces concerns to the other modules every second while the application runs, and at once when it received one.
///
/// Every node has one; each takes what no other holds. Whatever waits when it stops is announced by the next start.
@Component
class AnnouncingJob implements Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncingJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final News news;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean waiting;
    private boolean stopping;
    private boolean failing;
    private @Nullable Thread thread;

    AnnouncingJob(News news) {
        this.news = news;
    }

    @EventListener(ContextRefreshedEvent.class)
    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        thread = Thread.ofPlatform().name("news").daemon().start(this::run);
    }

    /// Something waits: it is announced now.
    void wake() {
        lock.lock();
        try {
            waiting = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (pause()) {
            round();
        }
    }

    /// Until there is something or a second is over; false when the application stops.
    private boolean pause() {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!waiting && !stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            waiting = false;
            return !stopping;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// One round must not end the job, whatever happens in it. A failure is told once, and only its kind: its text may
    /// quote a row.
    private void round() {
        try {
            news.announce();
            if (failing) {
                failing = false;
                LOG.info("Concerns are announced again.");
            }
        } catch (RuntimeException failure) {
            if (!failing) {
                failing = true;
                LOG.error(
                        "A concern cannot be announced: {}", failure.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (thread != null && !thread.join(END)) {
                LOG.warn("Concerns were not announced to the end; the next start goes on.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
