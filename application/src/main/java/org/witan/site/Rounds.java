package org.witan.site;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.springframework.context.Lifecycle;

/// Does something again and again while the application runs, with a pause before each round, by a thread of
/// its own. One round must not end the job, whatever happens in it. A failure is told once, and only its kind:
/// its text may quote a row.
public final class Rounds implements Lifecycle {
    /// How long a round may go on when the application stops.
    private static final Duration END = Duration.ofSeconds(10);

    private final Logger log;
    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final Told told;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean failing;
    private @Nullable Thread thread;

    /// @param name of the thread
    public Rounds(Logger log, String name, Duration pause, Runnable round, Told told) {
        this.log = log;
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.told = told;
    }

    /// What the log is told.
    ///
    /// @param failing that rounds fail; before the kind of failure
    /// @param again that they do no longer
    /// @param ending that one goes on although the application stops
    public record Told(String failing, String again, String ending) {}

    @Override
    public void start() {
        if (!isRunning()) {
            thread = Thread.ofPlatform().name(name).daemon().start(this::run);
        }
    }

    private void run() {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                once();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
            if (failing) {
                failing = false;
                log.info(told.again);
            }
        } catch (RuntimeException failure) {
            if (!failing) {
                failing = true;
                log.error("{}: {}", told.failing, failure.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null && !thread.join(END)) {
                log.warn(told.ending);
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
