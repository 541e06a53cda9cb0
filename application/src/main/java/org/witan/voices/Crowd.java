package org.witan.voices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How many reports are taken, of everybody together: so many a minute, so many an hour. It knows nobody apart, so it
/// cannot stop one without stopping all; what it stops is a flood that no analyst could read.
@Component
final class Crowd {
    /// A class that does it together in a lesson is thirty.
    static final int A_MINUTE = 60;

    /// More than an analyst reads in a week.
    static final int AN_HOUR = 600;

    private final Span minute = new Span(Duration.ofMinutes(1), A_MINUTE);
    private final Span hour = new Span(Duration.ofHours(1), AN_HOUR);
    private final InstantSource clock;

    @Autowired
    Crowd(java.time.Clock clock) {
        this((InstantSource) clock);
    }

    Crowd(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts one more, unless it is too many.
    synchronized boolean letIn() {
        Instant now = clock.instant();
        if (!minute.hasRoom(now) || !hour.hasRoom(now)) {
            return false;
        }
        minute.count++;
        hour.count++;
        return true;
    }

    private static final class Span {
        private final Duration length;
        private final int most;
        private Instant from = Instant.EPOCH;
        private int count;

        Span(Duration length, int most) {
            this.length = length;
            this.most = most;
        }

        /// Also when the clock was set back, which must keep nobody out.
        boolean hasRoom(Instant now) {
            if (now.isBefore(from) || !now.isBefore(from.plus(length))) {
                from = now;
                count = 0;
            }
            return count < most;
        }
    }
}
