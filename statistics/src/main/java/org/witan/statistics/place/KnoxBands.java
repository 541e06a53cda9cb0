package org.witan.statistics.place;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The bands of distance and of time by which pairs of events are told apart.
///
/// @param distances rising upper edges in metres, each included; before the first stands a band of its own for
///     pairs on the very same point
/// @param times rising upper edges in the events' unit of time, each included; the first band holds from 0 on
public record KnoxBands(List<Double> distances, List<Integer> times) {
    /// Steps of 100 m to twice the 200 m within which Johnson and others ("Space-time patterns of risk", 2007)
    /// found a raised risk of burglary for two weeks in ten areas of five countries.
    public static final List<Double> USUAL_DISTANCES = List.of(100.0, 200.0, 300.0, 400.0);

    public KnoxBands {
        distances = List.copyOf(distances);
        times = List.copyOf(times);
    }

    /// Why these are no bands; absent when they are.
    Optional<String> objection() {
        if (distances.isEmpty() || times.isEmpty()) {
            return Optional.of("There must be at least one band of distance and one of time.");
        }
        boolean rising = isRising(
                        distances.stream().mapToDouble(Double::doubleValue).toArray(), 0)
                && isRising(times.stream().mapToDouble(Integer::doubleValue).toArray(), -1);
        return rising
                ? Optional.empty()
                : Optional.of("The edges of the bands must rise: distances from more than 0 m, times from 0.");
    }

    private static boolean isRising(double[] edges, double above) {
        double last = above;
        for (double edge : edges) {
            if (!(edge > last) || Double.isInfinite(edge)) {
                return false;
            }
            last = edge;
        }
        return true;
    }

    double farthest() {
        return distances.getLast();
    }

    /// 0 for the same point, then 1, 2, …; -1 when too far.
    int ofDistance(double metres) {
        if (metres == 0) {
            return 0;
        }
        for (int i = 0; i < distances.size(); i++) {
            if (metres <= distances.get(i)) {
                return i + 1;
            }
        }
        return -1;
    }

    int distanceBands() {
        return distances.size() + 1;
    }

    /// For each difference from 0 to the last edge its band.
    int[] timeBandByDifference() {
        var bands = new int[times.getLast() + 1];
        int from = 0;
        for (int band = 0; band < times.size(); band++) {
            Arrays.fill(bands, from, times.get(band) + 1, band);
            from = times.get(band) + 1;
        }
        return bands;
    }

    String distanceLabel(int band) {
        if (band == 0) {
            return "same map point";
        }
        return "%s to %s m".formatted(band == 1 ? "over 0" : metres(band - 2), metres(band - 1));
    }

    /// @param unit in the singular: `day`
    String timeLabel(int band, String unit) {
        int from = band == 0 ? 0 : times.get(band - 1) + 1;
        int to = times.get(band);
        if (to == 0) {
            return "same " + unit;
        }
        return (from == to ? to : from + " to " + to) + " " + unit + (to == 1 ? "" : "s");
    }

    private String metres(int edge) {
        double value = distances.get(edge);
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
