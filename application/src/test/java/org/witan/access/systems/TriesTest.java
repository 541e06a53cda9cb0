package org.witan.access.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// How often something may be done, by a clock that stands still until it is moved.
class TriesTest {
    private static final Limit FOUR_A_MINUTE = new Limit(4, Duration.ofMinutes(1));
    private final Moved clock = new Moved();
    private final Tries tries = new Tries(clock);

    @Test
    void afterTheLastOneTheNextComesWithTime() {
        for (int left = 3; left >= 0; left--) {
            assertThat(tries.take("a", FOUR_A_MINUTE)).isEqualTo(new Tries.Left(true, left));
        }
        assertThat(tries.take("a", FOUR_A_MINUTE)).isEqualTo(new Tries.Left(false, 0));
        assertThat(tries.take("b", FOUR_A_MINUTE).allowed()).as("another's").isTrue();
        clock.now = clock.now.plusSeconds(15);
        assertThat(tries.take("a", FOUR_A_MINUTE).allowed()).isTrue();
        assertThat(tries.take("a", FOUR_A_MINUTE).allowed()).isFalse();
    }

    @Test
    void aClockThatIsSetBackGivesNothing() {
        for (int i = 0; i < 4; i++) {
            tries.take("a", FOUR_A_MINUTE);
        }
        clock.now = clock.now.minusSeconds(3_600);
        assertThat(tries.take("a", FOUR_A_MINUTE).allowed()).isFalse();
    }

    private static final class Moved extends Clock {
        private Instant now = Instant.parse("2026-11-25T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
