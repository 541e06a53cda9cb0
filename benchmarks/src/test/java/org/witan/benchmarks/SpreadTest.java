package org.witan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(new Spread(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
        assertThat(new Spread(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        var hundred = new Spread(
                IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList());
        assertThat(hundred.percentile(95)).isEqualTo(95);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(new Spread(List.of(7.0)).percentile(95)).isEqualTo(7);
    }

    @Test
    void nothingMeasuredHasNoMedian() {
        assertThatThrownBy(() -> new Spread(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
