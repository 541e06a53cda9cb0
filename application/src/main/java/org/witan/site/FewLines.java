package org.witan.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;

/// Warns in the log of what anybody may cause as often as they like: some lines a minute, and how many were left out.
final class FewLines {
    static final int A_MINUTE = 5;
    private final Logger log;
    private final InstantSource clock;
    private Instant until = Instant.MIN;
    private int written;
    private long leftOut;

    FewLines(Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    synchronized void write(String words) {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(Duration.ofMinutes(1));
            written = 0;
        }
        if (written == A_MINUTE) {
            leftOut++;
            return;
        }
        written++;
        if (leftOut > 0) {
            log.warn("{} ({} more like it were left out before)", words, leftOut);
        } else {
            log.warn("{}", words);
        }
        leftOut = 0;
    }
}
