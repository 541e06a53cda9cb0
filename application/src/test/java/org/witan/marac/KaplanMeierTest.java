package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.witan.marac.KaplanMeier.Span;

/// The estimate is held to a published set, to what it must be when nobody is lost, and to parameters that it recovers.
class KaplanMeierTest {
    private static final Offset<Double> NEAR = within(0.00005);

    /// Weeks of remission with 6-MP (Freireich and others, 1963), as textbooks print it.
    @Test
    void thePublishedCurveIsFound() {
        var spans = new ArrayList<Span>();
        IntStream.of(6, 6, 6, 7, 10, 13, 16, 22, 23).forEach(week -> spans.add(new Span(week, true)));
        IntStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35).forEach(week -> spans.add(new Span(week, false)));
        KaplanMeier curve = KaplanMeier.of(spans);
        assertThat(curve.at(5).without()).isEqualTo(1);
        assertThat(curve.at(6).without()).isEqualTo(0.8571, NEAR);
        assertThat(curve.at(7).without()).isEqualTo(0.8067, NEAR);
        assertThat(curve.at(12).without()).isEqualTo(0.7529, NEAR);
        assertThat(curve.at(13).without()).isEqualTo(0.6902, NEAR);
        assertThat(curve.at(16).without()).isEqualTo(0.6275, NEAR);
        assertThat(curve.at(22).without()).isEqualTo(0.5378, NEAR);
        assertThat(curve.at(99).without()).isEqualTo(0.4482, NEAR);
        assertThat(curve.at(23).watched()).isEqualTo(6);
    }

    @Test
    void whenNobodyIsLostItIsThePlainShare() {
        var spans = IntStream.rangeClosed(1, 100)
                .mapToObj(one -> new Span(one <= 30 ? one : 365, one <= 30))
                .toList();
        var step = KaplanMeier.of(spans).at(365);
        assertThat(step.without()).isEqualTo(0.7, within(1e-12));
        assertThat(step.low()).isBetween(0.59, 0.61);
        assertThat(step.high()).isBetween(0.77, 0.79);
    }

    /// A third repeat within the year at an even pace, and half of them were referred too lately to be seen so long.
    @Test
    void aKnownShareIsRecoveredThoughHalfAreWatchedForLess() {
        var random = new SplittableRandom(20261126);
        var spans = IntStream.range(0, 20_000)
                .mapToObj(_ -> {
                    int happens = (int) (random.nextDouble() * 365 * 3) + 1;
                    int seen = random.nextBoolean() ? 365 : random.nextInt(1, 365);
                    return new Span(Math.min(happens, seen), happens <= seen);
                })
                .toList();
        var step = KaplanMeier.of(spans).at(365);
        assertThat(1 - step.without()).isEqualTo(1 / 3.0, within(0.01));
        assertThat(step.low()).isLessThan(2 / 3.0);
        assertThat(step.high()).isGreaterThan(2 / 3.0);
        double crude = spans.stream().filter(Span::happened).count() / 20_000.0;
        assertThat(crude).isLessThan(0.28);
    }

    @Test
    void withoutAnybodyNothingHasHappened() {
        assertThat(KaplanMeier.of(List.of()).at(365).without()).isEqualTo(1);
        assertThat(KaplanMeier.of(List.of(new Span(3, true))).at(365).without()).isZero();
    }
}
