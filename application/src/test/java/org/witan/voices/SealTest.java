package org.witan.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.witan.voices.Seal.Standing;

/// A form is sent once, not at once, and not for ever; and all together send no more than can be read.
class SealTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-26T12:00:00Z"));
    private final Seal seal = new Seal(now::get);

    @Test
    void aFormIsGoodAfterSomeSecondsAndUntilTheEveningOfTheDay() {
        String sealed = seal.make();
        assertThat(seal.standing(sealed)).isEqualTo(Standing.TOO_SOON);
        pass(Seal.SOONEST);
        assertThat(seal.standing(sealed)).isEqualTo(Standing.GOOD);
        pass(Seal.LATEST);
        assertThat(seal.standing(sealed)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aSealThatSomebodyMadeOrChangedIsUnknown() {
        String sealed = seal.make(now.get().minusSeconds(60));
        assertThat(seal.standing(sealed)).isEqualTo(Standing.GOOD);
        assertThat(seal.standing("1" + sealed)).isEqualTo(Standing.UNKNOWN);
        assertThat(seal.standing(new Seal(now::get).make(now.get().minusSeconds(60))))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(seal.standing("")).isEqualTo(Standing.UNKNOWN);
        assertThat(seal.standing("x".repeat(200_000))).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aSealIsUsedOnceUnlessItIsGivenBack() {
        String sealed = seal.make();
        assertThat(seal.use(sealed)).isTrue();
        assertThat(seal.use(sealed)).isFalse();
        seal.giveBack(sealed);
        assertThat(seal.use(sealed)).isTrue();
    }

    @Test
    void soManyAreLetInAMinuteAndSoManyAnHourWhoeverTheyAre() {
        var crowd = new Crowd(now::get);
        int inAnHour = 0;
        for (int minute = 0; minute < 59; minute++) {
            int inAMinute = 0;
            for (int i = 0; i < 2 * Crowd.A_MINUTE; i++) {
                inAMinute += crowd.letIn() ? 1 : 0;
            }
            assertThat(inAMinute).isLessThanOrEqualTo(Crowd.A_MINUTE);
            inAnHour += inAMinute;
            pass(Duration.ofMinutes(1));
        }
        assertThat(inAnHour).isEqualTo(Crowd.AN_HOUR);
        pass(Duration.ofMinutes(1));
        assertThat(crowd.letIn()).isTrue();
    }

    private void pass(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }
}
