package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.witan.marac.Turn.What;

/// Where a conference is, and how long it has heard a case.
class ProgressTest {
    private static final Instant NINE = Instant.parse("2027-03-02T09:00:00Z");
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    private static Turn at(int minute, UUID item, What what) {
        return new Turn(item, what, NINE.plus(Duration.ofMinutes(minute)));
    }

    private static Progress progress(UUID item, int minute, Turn... turns) {
        return Progress.of(List.of(turns), item, NINE.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void beforeTheFirstCaseItIsAtNone() {
        assertThat(progress(first, 5)).isEqualTo(new Progress(null, false, Duration.ZERO, false));
    }

    @Test
    void aPauseIsNotHeard() {
        Turn[] turns = {at(0, first, What.BEGUN), at(4, first, What.PAUSED), at(9, first, What.WENT_ON)};
        assertThat(progress(first, 11, turns)).isEqualTo(new Progress(first, false, Duration.ofMinutes(6), true));
        assertThat(progress(first, 8, at(0, first, What.BEGUN), at(4, first, What.PAUSED)))
                .isEqualTo(new Progress(first, true, Duration.ofMinutes(4), false));
    }

    @Test
    void aCaseThatWasLeftStandsStillAndGoesOnWhenItIsBegunAgain() {
        Turn[] turns = {at(0, first, What.BEGUN), at(5, first, What.LEFT), at(5, second, What.BEGUN)};
        assertThat(progress(first, 20, turns)).isEqualTo(new Progress(second, false, Duration.ofMinutes(5), false));
        Turn[] again = {at(0, first, What.BEGUN), at(5, first, What.LEFT), at(30, first, What.BEGUN)};
        assertThat(progress(first, 32, again).heard()).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void whoMayNotSeeTheCaseThatItIsAtIsToldOfNone() {
        assertThat(progress(first, 20, at(0, first, What.BEGUN), at(5, first, What.LEFT))
                        .current())
                .isNull();
    }

    @Test
    void aClockThatWasSetBackHearsNothingLessThanNothing() {
        assertThat(progress(first, 0, at(3, first, What.BEGUN)).heard()).isEqualTo(Duration.ZERO);
    }
}
