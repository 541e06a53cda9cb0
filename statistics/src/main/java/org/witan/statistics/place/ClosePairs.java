package org.witan.statistics.place;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pairs of events that are close in space, by band of distance. They are found once, by looking only into the
/// neighbouring squares; permuting times does not move them.
final class ClosePairs {
    private final int[][] first;
    private final int[][] second;
    private final int[] found;
    private long all;

    private ClosePairs(int bands) {
        first = new int[bands][64];
        second = new int[bands][64];
        found = new int[bands];
    }

    /// The close pairs; the search ends when there are more than `most`.
    static ClosePairs among(List<Event> events, KnoxBands bands, long most) {
        var pairs = new ClosePairs(bands.distanceBands());
        double side = bands.farthest();
        var squares = squares(events, side);
        for (int i = 0; i < events.size() && pairs.all <= most; i++) {
            var point = events.get(i).point();
            int column = Cells.index(point.east(), side);
            int row = Cells.index(point.north(), side);
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    pairs.look(events, i, squares.get(key(column + dx, row + dy)), bands, most);
                }
            }
        }
        return pairs;
    }

    private void look(List<Event> events, int i, int @Nullable [] square, KnoxBands bands, long most) {
        if (square == null) {
            return;
        }
        var point = events.get(i).point();
        for (int j : square) {
            if (j > i && all <= most) {
                var other = events.get(j).point();
                int band = bands.ofDistance(distance(point, other));
                if (band >= 0) {
                    add(band, i, j);
                }
            }
        }
    }

    static double distance(Point one, Point other) {
        double east = one.east() - other.east();
        double north = one.north() - other.north();
        return Math.sqrt(east * east + north * north);
    }

    private void add(int band, int i, int j) {
        int at = found[band]++;
        if (at == first[band].length) {
            first[band] = Arrays.copyOf(first[band], at * 2);
            second[band] = Arrays.copyOf(second[band], at * 2);
        }
        first[band][at] = i;
        second[band][at] = j;
        all++;
    }

    long number() {
        return all;
    }

    /// Counts pairs by band of distance and time for one giving of times to events.
    long[] counted(int[] times, int[] timeBands, int numberOfTimeBands) {
        var counts = new long[found.length * numberOfTimeBands];
        for (int band = 0; band < found.length; band++) {
            var one = first[band];
            var other = second[band];
            int start = band * numberOfTimeBands;
            for (int k = 0; k < found[band]; k++) {
                int apart = Math.abs(times[one[k]] - times[other[k]]);
                if (apart < timeBands.length) {
                    counts[start + timeBands[apart]]++;
                }
            }
        }
        return counts;
    }

    private static Map<Long, int[]> squares(List<Event> events, double side) {
        var lists = new HashMap<Long, int[]>();
        var sizes = new HashMap<Long, Integer>();
        for (int i = 0; i < events.size(); i++) {
            var point = events.get(i).point();
            long key = key(Cells.index(point.east(), side), Cells.index(point.north(), side));
            int size = sizes.merge(key, 1, Integer::sum);
            var list = lists.computeIfAbsent(key, any -> new int[4]);
            if (size > list.length) {
                list = Arrays.copyOf(list, list.length * 2);
                lists.put(key, list);
            }
            list[size - 1] = i;
        }
        lists.replaceAll((key, list) -> Arrays.copyOf(list, sizes.getOrDefault(key, 0)));
        return lists;
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xFFFF_FFFFL);
    }
}
