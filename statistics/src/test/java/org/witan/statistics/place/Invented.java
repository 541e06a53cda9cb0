package org.witan.statistics.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;

/// Invented points and events in the fields of Staffordshire, the same for the same seed.
final class Invented {
    static final double EAST = 390_000;
    static final double NORTH = 320_000;

    private Invented() {}

    static List<Point> points(int number, double side, long seed) {
        var random = new Random(seed);
        var points = new ArrayList<Point>();
        for (int i = 0; i < number; i++) {
            points.add(new Point(EAST + random.nextDouble() * side, NORTH + random.nextDouble() * side));
        }
        return points;
    }

    /// Snapped to a raster, so that some share a point as published crimes do.
    static List<Event> events(int number, double side, int days, long seed) {
        var random = new Random(seed);
        return points(number, side, seed + 1).stream()
                .map(point -> new Event(
                        new Point(Math.rint(point.east() / 40) * 40, Math.rint(point.north() / 40) * 40),
                        random.nextInt(days)))
                .toList();
    }

    static <T> T found(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Found<T>(T what) -> what;
            case Outcome.Refused<T>(String code, String reason) -> throw new AssertionError(code + ": " + reason);
        };
    }

    static String refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        var refused = assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .actual();
        assertThat(refused.reason()).endsWith(".").doesNotContain("NaN").doesNotContain("Infinity");
        return refused.code();
    }
}
