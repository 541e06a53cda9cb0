package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Interval95Test {
    @Test
    void theStalkingFiguresOfThePlanPageAreTooCloseToCall() {
        var interval = Interval95.ofRatio(3470, 3369, 1, 1).orElseThrow();
        assertThat(interval.low()).isCloseTo(-1.8, within(0.05));
        assertThat(interval.high()).isCloseTo(8.0, within(0.05));
    }

    @Test
    void smallCountsGetExactLimits() {
        // Clopper-Pearson limits of 5 in 15: 0.11824 to 0.61620.
        var interval = Interval95.ofRatio(5, 10, 1, 1).orElseThrow();
        assertThat(interval.low()).isCloseTo(100 * (0.11824 / (1 - 0.11824) - 1), within(0.02));
        assertThat(interval.high()).isCloseTo(100 * (0.61620 / (1 - 0.61620) - 1), within(0.02));
        assertThat(interval.method()).contains("exact");
    }

    @Test
    void noneAfterSomeHasALowestPossibleChangeOfMinusAHundred() {
        // The upper limit for 0 in 10 is 1 - 0.025^(1/10).
        var interval = Interval95.ofRatio(0, 10, 1, 1).orElseThrow();
        double high = 1 - Math.pow(0.025, 0.1);
        assertThat(interval.low()).isEqualTo(-100);
        assertThat(interval.high()).isCloseTo(100 * (high / (1 - high) - 1), within(1e-6));
    }

    @Test
    void thereIsNoIntervalWhenNothingWasCountedBefore() {
        assertThat(Interval95.ofRatio(7, 0, 1, 1)).isEmpty();
        assertThat(Interval95.ofShares(1, 2, 0, 0)).isEmpty();
    }

    @Test
    void exactAndLogNormalLimitsMeetWhereTheMethodChanges() {
        var exact = Interval95.ofRatio(99, 1000, 1, 1).orElseThrow();
        var normal = Interval95.ofRatio(100, 1010, 1, 1).orElseThrow();
        assertThat(exact.method()).isNotEqualTo(normal.method());
        assertThat(exact.low()).isCloseTo(normal.low(), within(1.0));
        assertThat(exact.high()).isCloseTo(normal.high(), within(1.0));
    }

    @Test
    void ratesTakeTheirPopulationsIntoTheInterval() {
        var counts = Interval95.ofRatio(400, 400, 1, 1).orElseThrow();
        var rates = Interval95.ofRatio(400, 400, 2000, 1000).orElseThrow();
        assertThat(1 + rates.low() / 100).isCloseTo((1 + counts.low() / 100) / 2, within(1e-9));
    }

    @Test
    void sharesGetNewcombesLimits() {
        // Newcombe (1998), example (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339.
        var interval = Interval95.ofShares(56, 70, 48, 80).orElseThrow();
        assertThat(interval.low()).isCloseTo(5.24, within(0.01));
        assertThat(interval.high()).isCloseTo(33.39, within(0.01));
    }

    @Test
    void theBetaDistributionAgreesWithClosedForms() {
        assertThat(Beta.cumulative(0.3, 1, 1)).isCloseTo(0.3, within(1e-12));
        assertThat(Beta.cumulative(0.3, 2, 1)).isCloseTo(0.09, within(1e-12));
        assertThat(Beta.cumulative(0.3, 1, 5)).isCloseTo(1 - Math.pow(0.7, 5), within(1e-12));
        assertThat(Beta.cumulative(0.5, 400, 400)).isCloseTo(0.5, within(1e-9));
        assertThat(Beta.cumulative(Beta.quantile(0.975, 99, 250_000), 99, 250_000))
                .isCloseTo(0.975, within(1e-8));
    }
}
