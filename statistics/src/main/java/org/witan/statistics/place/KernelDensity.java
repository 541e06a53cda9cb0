package org.witan.statistics.place;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Kernel density of points: each point is spread over a circle by the quartic kernel, and what falls onto the middle
/// of
/// each cell is added up.
///
/// The kernel is `3 / (π h²) · (1 − d²/h²)²` within the bandwidth `h` and nothing beyond it, so a point touches only
/// the
/// cells of its own circle. It is the kernel that crime mapping has used since Ratcliffe and McCullagh (1999) and
/// Chainey and Ratcliffe, "GIS and Crime Mapping" (2005). Densities are points in a square kilometre.
public final class KernelDensity {
    /// Metres. Five cells of [#USUAL_CELL].
    public static final double USUAL_BANDWIDTH = 500;

    /// Metres.
    public static final double USUAL_CELL = 100;

    private static final long MOST_CELLS = 4_000_000;
    private static final double SQUARE_KILOMETRE = 1e6;

    private KernelDensity() {}

    /// The density over all points.
    ///
    /// @param bandwidth metres, at least half a cell: a smaller circle could miss every cell's middle
    /// @param cell the side of a cell in metres
    public static Outcome<Surface> of(List<Point> points, double bandwidth, double cell) {
        if (points.isEmpty()) {
            return new Outcome.Refused<>("no-points", "There is no point to make a density of.");
        }
        if (!(cell >= 1) || !(bandwidth >= cell) || bandwidth > 100_000) {
            return new Outcome.Refused<>(
                    "measure-of-the-map",
                    "A cell must be at least 1 m wide and the bandwidth at least one cell and at most 100 km.");
        }
        var cells = Cells.around(points, cell, bandwidth);
        if (cells.number() > MOST_CELLS) {
            return new Outcome.Refused<>(
                    "too-many-cells",
                    "The points lie so far apart that the map would have %,d cells, more than %,d: take larger cells or a smaller area."
                            .formatted(cells.number(), MOST_CELLS));
        }
        return new Outcome.Found<>(new Surface(cells, bandwidth, spread(weights(points), cells, bandwidth)));
    }

    /// Points of one place are spread once. Sorted, so that sums come out the same to the last digit in whatever order
    /// the points were given.
    private static Map<Point, Integer> weights(List<Point> points) {
        var weights = new TreeMap<Point, Integer>();
        points.forEach(point -> weights.merge(point, 1, Integer::sum));
        return weights;
    }

    private static double[] spread(Map<Point, Integer> weights, Cells cells, double bandwidth) {
        var density = new double[Math.toIntExact(cells.number())];
        double peak = 3 / (Math.PI * bandwidth * bandwidth) * SQUARE_KILOMETRE;
        double square = bandwidth * bandwidth;
        weights.forEach((point, weight) -> {
            int lowest = Cells.index(point.north() - bandwidth, cells.side());
            int highest = Cells.index(point.north() + bandwidth, cells.side());
            for (int row = lowest; row <= highest; row++) {
                double up = (row + 0.5) * cells.side() - point.north();
                double left = square - up * up;
                if (left > 0) {
                    spreadRow(density, cells, point, weight * peak, row, left / square, Math.sqrt(left), square);
                }
            }
        });
        return density;
    }

    /// One row of a point's circle. `left` is what the distance in this row's direction leaves of `1 − d²/h²`.
    private static void spreadRow(
            double[] density,
            Cells cells,
            Point point,
            double peak,
            int row,
            double left,
            double reach,
            double square) {
        int first = (int) Math.ceil((point.east() - reach) / cells.side() - 0.5);
        int last = (int) Math.floor((point.east() + reach) / cells.side() - 0.5);
        int start = (row - cells.south()) * cells.columns() - cells.west();
        for (int column = first; column <= last; column++) {
            double across = (column + 0.5) * cells.side() - point.east();
            double share = left - across * across / square;
            if (share > 0) {
                density[start + column] += peak * share * share;
            }
        }
    }

    /// A density for each cell.
    public static final class Surface {
        private final Cells cells;
        private final double bandwidth;
        private final double[] density;

        private Surface(Cells cells, double bandwidth, double[] density) {
            this.cells = cells;
            this.bandwidth = bandwidth;
            this.density = density;
        }

        public double bandwidth() {
            return bandwidth;
        }

        public double cell() {
            return cells.side();
        }

        /// Points in a square kilometre at the middle of the cell in which a point lies; 0 outside the map.
        public double at(Point point) {
            int column = Cells.index(point.east(), cells.side()) - cells.west();
            int row = Cells.index(point.north(), cells.side()) - cells.south();
            boolean inside = column >= 0 && column < cells.columns() && row >= 0 && row < cells.rows();
            return inside ? density[row * cells.columns() + column] : 0;
        }

        /// The whole density: about the number of points.
        public double points() {
            double sum = 0;
            for (double value : density) {
                sum += value;
            }
            return sum * cells.squareKilometres();
        }

        Cells cells() {
            return cells;
        }

        double[] density() {
            return density;
        }
    }
}
