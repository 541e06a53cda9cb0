package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static Series series(String name, List<Long> before, List<Long> after) {
        return new Series(name, before, after);
    }

    private static final Series MARKET = series("Market", List.of(50L, 50L), List.of(20L, 20L));
    private static final Series REST = series("Rest", List.of(100L, 100L), List.of(80L, 80L));

    @Test
    void countingByHandGivesTheSame() {
        var effect = Invented.found(Effect.of(MARKET, List.of(REST)));
        assertThat(effect.ratio()).isCloseTo(0.5, within(1e-12));
        double error = Math.sqrt(1 / 100.0 + 1 / 40.0 + 1 / 200.0 + 1 / 160.0);
        assertThat(effect.low()).isCloseTo(0.5 * Math.exp(-1.959964 * error), within(1e-6));
        assertThat(effect.high()).isCloseTo(0.5 * Math.exp(1.959964 * error), within(1e-6));
        assertThat(effect.isTold()).isTrue();
        assertThat(effect.dispersion()).isNotNull().isEqualTo(0);
    }

    /// 50 to 30 where something was done, 60 to 55 elsewhere: the example that Wheeler (2021) gives for Wilson's
    /// estimator.
    @Test
    void thePublishedExampleComesOut() {
        var effect = Invented.found(Effect.of(
                series("Treated", List.of(50L), List.of(30L)), List.of(series("Control", List.of(60L), List.of(55L)))));
        assertThat(effect.ratio()).isCloseTo(0.6545455, within(1e-7));
    }

    @Test
    void monthsThatVaryMoreThanChanceMakeTheLimitsWider() {
        var wild = series("Rest", List.of(20L, 180L), List.of(150L, 10L));
        var effect = Invented.found(Effect.of(MARKET, List.of(wild)));
        // Months: 2 · 80²/100 + 2 · 70²/80, and nothing in the market; four degrees of freedom.
        assertThat(effect.dispersion()).isNotNull().isCloseTo((128 + 122.5) / 4, within(1e-9));
        assertThat(effect.low()).isLessThan(effect.poissonLow());
        assertThat(effect.high()).isGreaterThan(effect.poissonHigh());
        assertThat(effect.isTold()).isFalse();
    }

    @Test
    void withOneMonthOnEachSideTheDispersionCannotBeTold() {
        var effect = Invented.found(Effect.of(
                series("Market", List.of(50L), List.of(40L)), List.of(series("Rest", List.of(90L), List.of(80L)))));
        assertThat(effect.dispersion()).isNull();
        assertThat(effect.low()).isEqualTo(effect.poissonLow());
    }

    @Test
    void theOrderOfTheComparisonAreasChangesNothing() {
        var others = new ArrayList<>(List.of(REST, series("Third", List.of(30L, 35L), List.of(31L, 28L))));
        var before = Invented.found(Effect.of(MARKET, others));
        Collections.reverse(others);
        assertThat(Invented.found(Effect.of(MARKET, others)).ratio()).isEqualTo(before.ratio());
    }

    /// Of many invented towns without any effect about one in twenty has limits that leave out 1.
    @Test
    void withoutAnEffectTheLimitsHoldOneAboutNineteenTimesInTwenty() {
        var random = new Random(17);
        int told = 0;
        for (int town = 0; town < 2_000; town++) {
            var area = series("A", counts(random, 20), counts(random, 20));
            var rest = series("B", counts(random, 60), counts(random, 60));
            told += Invented.found(Effect.of(area, List.of(rest))).isTold() ? 1 : 0;
        }
        assertThat(told).isBetween(40, 130);
    }

    private static List<Long> counts(Random random, int mean) {
        var counts = new ArrayList<Long>();
        for (int month = 0; month < 12; month++) {
            double left = Math.exp(-mean);
            long count = -1;
            for (double product = 1; product > left; product *= random.nextDouble()) {
                count++;
            }
            counts.add(count);
        }
        return counts;
    }

    @Test
    void nothingOrTooFewIsRefusedInWords() {
        var none = series("Market", List.of(50L, 50L), List.of(0L, 0L));
        var few = series("Market", List.of(50L, 50L), List.of(4L, 5L));
        assertThat(Invented.refusal(Effect.of(none, List.of(REST)))).isEqualTo("zero-count");
        assertThat(Invented.refusal(Effect.of(few, List.of(REST)))).isEqualTo("too-few");
        assertThat(Invented.refusal(Effect.of(MARKET, List.of(none)))).isEqualTo("zero-count");
        assertThat(Invented.refusal(Effect.of(MARKET, List.of()))).isEqualTo("no-comparison");
        assertThat(Invented.refusal(Effect.of(MARKET, List.of(series("Rest", List.of(100L), List.of(80L, 80L))))))
                .isEqualTo("months");
        assertThat(Invented.refusal(Effect.of(series("Market", List.of(), List.of(20L)), List.of(REST))))
                .isEqualTo("months");
    }
}
