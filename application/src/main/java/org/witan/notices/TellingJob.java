package org.witan.notices;

import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.witan.site.Rounds;

/// Tells people once a minute while the application runs. Whatever waits when it stops is told after the next start.
@Component
class TellingJob implements Lifecycle {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final Rounds rounds;

    TellingJob(Telling telling) {
        rounds = new Rounds(
                LoggerFactory.getLogger(TellingJob.class),
                "notices",
                PAUSE,
                telling::round,
                new Rounds.Told(
                        "Nobody can be told that something waits",
                        "People are told again that something waits.",
                        "A message is being sent; whether it went out is found out by the next start."));
    }

    @EventListener(ContextRefreshedEvent.class)
    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
