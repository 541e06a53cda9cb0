package org.witan.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.witan.voices.ShareDifference.Verdict;

/// What may be said of two surveys.
class ShareDifferenceTest {

    /// Newcombe 1998, table II, row (a), method 10: 56 of 70 less 48 of 80.
    @Test
    void theLimitsAreThoseOfThePublishedExample() {
        var difference = ShareDifference.of(60, 80, 80, 70);
        assertThat(difference.points()).isCloseTo(20.0, within(1e-9));
        assertThat(difference.low()).isCloseTo(5.24, within(0.005));
        assertThat(difference.high()).isCloseTo(33.39, within(0.005));
        assertThat(difference.verdict()).isEqualTo(Verdict.MORE);
    }

    /// The same, row (h): 10 of 10 less 0 of 10.
    @Test
    void sharesOfNoughtAndHundredHaveLimitsToo() {
        var difference = ShareDifference.of(0, 10, 100, 10);
        assertThat(difference.low()).isCloseTo(60.75, within(0.005));
        assertThat(difference.high()).isCloseTo(100.0, within(1e-9));
    }

    @Test
    void aSmallDifferenceIsTooCloseToCallAndALargeOneIsFewer() {
        assertThat(ShareDifference.of(62, 400, 60, 400).verdict()).isEqualTo(Verdict.TOO_CLOSE);
        assertThat(ShareDifference.of(62, 4_000, 55, 4_000).verdict()).isEqualTo(Verdict.FEWER);
        assertThat(ShareDifference.of(50, 1, 100, 1).verdict()).isEqualTo(Verdict.TOO_CLOSE);
    }
}
