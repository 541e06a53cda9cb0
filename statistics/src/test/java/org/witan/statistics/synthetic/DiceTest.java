package org.witan.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiceTest {
    private final Dice dice = new Dice(2026);

    @ParameterizedTest
    @CsvSource({"1,0.3", "40,0.01", "40,0.9", "100000,0.003", "1000000,0.2"})
    void drawsBinomialsWithTheirMeanAndVariance(long trials, double probability) {
        int draws = 4000;
        var drawn = IntStream.range(0, draws)
                .mapToDouble(i -> dice.binomial(trials, probability))
                .toArray();
        double mean = DoubleStream.of(drawn).average().orElseThrow();
        double variance =
                DoubleStream.of(drawn).map(x -> (x - mean) * (x - mean)).sum() / (draws - 1);
        double expected = trials * probability * (1 - probability);

        assertThat(mean).isCloseTo(trials * probability, within(4 * Math.sqrt(expected / draws)));
        assertThat(variance).isCloseTo(expected, within(0.25 * expected));
        assertThat(DoubleStream.of(drawn)).allMatch(x -> x >= 0 && x <= trials);
    }

    @Test
    void takesAllThatIsLeftWhenNothingElseCanHappen() {
        assertThat(dice.binomial(17, 1)).isEqualTo(17);
        assertThat(dice.binomial(0, 0.5)).isZero();
    }

    @Test
    void picksInProportionToTheWeights() {
        var weighted = new Weighted(new double[] {1, 0, 5, 4});
        var picked = new int[4];
        for (int i = 0; i < 100_000; i++) {
            picked[weighted.pick(dice)]++;
        }

        assertThat(picked[1]).isZero();
        assertThat(picked[0]).isCloseTo(10_000, within(500));
        assertThat(picked[2]).isCloseTo(50_000, within(800));
    }

    @Test
    void sharesOutWholeNumbersThatAddUp() {
        var parts = Shares.of(10, new double[] {1, 0, 1, 1}, 0.5);

        assertThat(Arrays.stream(parts).sum()).isEqualTo(10);
        assertThat(parts[1]).isZero();
        assertThat(Arrays.stream(parts)).allMatch(part -> part <= 4);
        assertThat(Shares.of(0, new double[] {1, 2}, 0.9)).containsOnly(0);
    }
}
