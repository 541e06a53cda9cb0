package org.witan.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is few is hidden, and cannot be got by subtraction.
class FewHiddenTest {

    @Test
    void fourReportsOfAPlaceAreCountedOnlyIntoTheRest() {
        var told = FewHidden.of(Map.of("stop", 12L, "park", 4L, "school", 3L));
        assertThat(told.shown()).containsExactly(Map.entry("stop", 12L));
        assertThat(told.rest()).isEqualTo(7);
    }

    @Test
    void oneSmallNumberTakesTheNextLargerWithIt() {
        var told = FewHidden.of(Map.of("stop", 12L, "school", 6L, "park", 2L));
        assertThat(told.shown()).containsExactly(Map.entry("stop", 12L));
        assertThat(told.rest()).isEqualTo(8);
    }

    @Test
    void fiveAreEnough() {
        var told = FewHidden.of(Map.of("stop", 5L));
        assertThat(told.shown()).containsEntry("stop", 5L);
        assertThat(told.rest()).isZero();
    }

    /// Ten thousand invented areas: each shown number and the rest are nought or enough, and nothing is lost.
    @Test
    void nothingThatIsShownOrLeftIsFew() {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            var parts = new TreeMap<Integer, Long>();
            for (int place = random.nextInt(8); place >= 0; place--) {
                parts.put(place, 1L + random.nextInt(9));
            }
            long whole = parts.values().stream().mapToLong(Long::longValue).sum();
            var told = FewHidden.of(parts);
            assertThat(told.whole()).isEqualTo(whole);
            assertThat(told.shown().values()).allMatch(number -> number >= FewHidden.LEAST);
            if (whole >= FewHidden.LEAST) {
                assertThat(told.rest() == 0 || told.rest() >= FewHidden.LEAST)
                        .as("%s", parts)
                        .isTrue();
            }
        }
    }
}
