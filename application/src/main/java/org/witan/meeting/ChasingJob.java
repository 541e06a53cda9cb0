package org.witan.meeting;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks every few minutes, while the application runs, whether it is time to ask before a meeting.
/// What was not asked when it stopped is asked after the next start.
@Component
class ChasingJob implements Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChasingJob.class);
    private static final Duration END = Duration.ofSeconds(10);

    private final ChasingByItself chasing;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean failing;
    private @Nullable Thread thread;

    ChasingJob(ChasingByItself chasing, @Value("${witan.chasing.pause:PT10M}") Duration pause) {
        this.chasing = chasing;
        this.pause = pause;
    }

    @EventListener(ContextRefreshedEvent.class)
    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        thread = Thread.ofPlatform().name("chasing").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One round must not end the job, whatever happens in it. A failure is told once, and only its
    /// kind.
    private void round() {
        try {
            chasing.round();
            if (failing) {
                failing = false;
                LOG.info("Open actions are asked for again before meetings.");
            }
        } catch (RuntimeException failure) {
            if (!failing) {
                failing = true;
                LOG.error(
                        "Open actions cannot be asked for before meetings: {}",
                        failure.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null && !thread.join(END)) {
                LOG.warn("Open actions are being asked for; whether they were is found out by the next start.");
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
