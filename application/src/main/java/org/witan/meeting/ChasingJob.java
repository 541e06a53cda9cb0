package org.witan.meeting;

import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.witan.site.Rounds;

/// Looks every few minutes, while the application runs, whether it is time to ask before a meeting.
/// What was not asked when it stopped is asked after the next start.
@Component
class ChasingJob implements Lifecycle {
    private final Rounds rounds;

    ChasingJob(ChasingByItself chasing, @Value("${witan.chasing.pause:PT10M}") Duration pause) {
        rounds = new Rounds(
                LoggerFactory.getLogger(ChasingJob.class),
                "chasing",
                pause,
                chasing::round,
                new Rounds.Told(
                        "Open actions cannot be asked for before meetings",
                        "Open actions are asked for again before meetings.",
                        "Open actions are being asked for; whether they were is found out by the next start."));
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
