package org.witan.notices;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people once a minute while the application runs. Whatever waits when it stops is told after the next start.
@Component
class TellingJob implements Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TellingJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /// As long as a mail server may take for one step.
    private static final Duration END = Duration.ofSeconds(10);

    private final Telling telling;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean failing;
    private @Nullable Thread thread;

    TellingJob(Telling telling) {
        this.telling = telling;
    }

    @EventListener(ContextRefreshedEvent.class)
    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        thread = Thread.ofPlatform().name("notices").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One round must not end the job, whatever happens in it. A failure is told once, and only its kind.
    private void round() {
        try {
            telling.round();
            if (failing) {
                failing = false;
                LOG.info("People are told again that something waits.");
            }
        } catch (RuntimeException failure) {
            if (!failing) {
                failing = true;
                LOG.error(
                        "Nobody can be told that something waits: {}",
                        failure.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null && !thread.join(END)) {
                LOG.warn("A message is being sent; whether it went out is found out by the next start.");
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
