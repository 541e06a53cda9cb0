package org.witan.statistics.place;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Kernel density of points: each point is spread over a circle by the quartic kernel, and what falls onto the
/// middle of each cell is added up.
///
/// The kernel is `3 / (π h²) · (1 − d²/h²)²` within the bandwidth `h` and nothing beyond it, so a point touches
/// only the cells of its own circle. It is the one that crime mapping uses (McGuire and Williamson 1999; Chainey and
/// others 2002). Densities are points in a square kilometre.
public final class KernelDensity {
    /// Metres: the reach within which Johnson and others (2007) found burglaries to repeat. It foretold more than 500 m
    /// in nine of ten tests on the Staffordshire files. The bandwidth does change what a map foretells (Chainey
    /// 2013), so the accuracy beside it is what should decide.
    public static final double USUAL_BANDWIDTH = 200;

    /// Metres: half the bandwidth. The cell changes little (Chainey 2013, "Examining the influence of cell size and
    /// bandwidth size on kernel density estimation crime hotspot maps").
    public static final double USUAL_CELL = 100;

    private static final double WIDEST = 200;
    private static final long LARGEST_MAP = 1_000_000_000;
    private static final long MOST_CELLS = 16_000_000;
    private static final double SQUARE_KILOMETRE = 1e6;

    private KernelDensity() {}

    /// The density over all points.
    ///
    /// @param bandwidth metres, from one cell to 200: a smaller circle could miss every cell's middle
    /// @param cell the side of a cell in metres
    public static Outcome<Surface> of(List<Point> points, double bandwidth, double cell) {
        if (points.isEmpty()) {
            return new Outcome.Refused<>("no-points", "There is no point to make a density of.");
        }
        if (!(cell >= 1) || !(bandwidth >= cell) || !(bandwidth <= WIDEST * cell)) {
            return new Outcome.Refused<>(
                    "measure-of-the-map",
                    "A cell must be at least 1 m wide and the bandwidth at least one cell and at most 200.");
        }
        var weights = weights(points);
        var cells = Cells.around(weights.keySet(), cell, bandwidth);
        if (cells.number() > LARGEST_MAP) {
            return tooMany();
        }
        var tiles = new Tiles(cells);
        if (tiles.cellsWithin(weights.keySet(), bandwidth) > MOST_CELLS) {
            return tooMany();
        }
        weights.forEach((point, weight) -> spread(tiles, point, weight, bandwidth));
        return new Outcome.Found<>(new Surface(tiles, bandwidth));
    }

    private static Outcome<Surface> tooMany() {
        return new Outcome.Refused<>(
                "too-many-cells",
                "The map would need more than 16 million cells: take larger cells, a shorter bandwidth or a smaller area.");
    }

    /// Points of one place are spread once. Sorted, so that sums come out the same to the last digit in whatever
    /// order the points were given.
    private static Map<Point, Integer> weights(List<Point> points) {
        var weights = new TreeMap<Point, Integer>();
        points.forEach(point -> weights.merge(point, 1, Integer::sum));
        return weights;
    }

    /// Row by row of the point's circle: `left` is what the distance up leaves of `1 − d²/h²`.
    private static void spread(Tiles tiles, Point point, int weight, double bandwidth) {
        double side = tiles.cells().side();
        double square = bandwidth * bandwidth;
        double peak = weight * 3 / (Math.PI * square) * SQUARE_KILOMETRE;
        int highest = Cells.index(point.north() + bandwidth, side);
        for (int row = Cells.index(point.north() - bandwidth, side); row <= highest; row++) {
            double up = (row + 0.5) * side - point.north();
            double left = 1 - up * up / square;
            if (left > 0) {
                double reach = bandwidth * Math.sqrt(left);
                int first = (int) Math.ceil((point.east() - reach) / side - 0.5);
                int last = (int) Math.floor((point.east() + reach) / side - 0.5);
                tiles.add(row, first, last, column -> {
                    double across = (column + 0.5) * side - point.east();
                    double share = Math.max(0, left - across * across / square);
                    return peak * share * share;
                });
            }
        }
    }

    /// A density for each cell.
    public static final class Surface {
        private final Tiles tiles;
        private final double bandwidth;

        private Surface(Tiles tiles, double bandwidth) {
            this.tiles = tiles;
            this.bandwidth = bandwidth;
        }

        /// Metres.
        public double bandwidth() {
            return bandwidth;
        }

        /// Points in a square kilometre at the middle of the cell in which a point lies; 0 outside the map.
        public double at(Point point) {
            double side = cells().side();
            return tiles.at(Cells.index(point.east(), side), Cells.index(point.north(), side));
        }

        /// The whole density: about the number of points.
        public double points() {
            double[] sum = {0};
            tiles.each((column, row, figure) -> sum[0] += figure);
            return sum[0] * cells().squareKilometres();
        }

        /// The middles of cells that no cell beside them is denser than, with their density.
        Map<Point, Double> tops() {
            var tops = new TreeMap<Point, Double>();
            tiles.each((column, row, figure) -> {
                if (isTop(column, row, figure)) {
                    tops.put(cells().middle(column, row), figure);
                }
            });
            return tops;
        }

        private boolean isTop(int column, int row, double figure) {
            for (int x = column - 1; x <= column + 1; x++) {
                for (int y = row - 1; y <= row + 1; y++) {
                    if (tiles.at(x, y) > figure) {
                        return false;
                    }
                }
            }
            return true;
        }

        Cells cells() {
            return tiles.cells();
        }
    }
}
