package org.witan.statistics.place;

import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A figure for each cell of a map that is mostly empty: square pieces of 64 by 64 cells, made when first
/// written to. One crime that a force recorded in another county must not cost a map of all between.
final class Tiles {
    private static final int BITS = 6;
    private static final int SIDE = 1 << BITS;
    private static final int INSIDE = SIDE - 1;

    private final Cells cells;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    private final double[] @Nullable [] tiles;

    Tiles(Cells cells) {
        this.cells = cells;
        west = cells.west() >> BITS;
        south = cells.south() >> BITS;
        columns = ((cells.west() + cells.columns() - 1) >> BITS) - west + 1;
        rows = ((cells.south() + cells.rows() - 1) >> BITS) - south + 1;
        tiles = new double[Math.toIntExact((long) columns * rows)][];
    }

    Cells cells() {
        return cells;
    }

    /// The cells of all pieces that circles around the points can touch: what the map would need at most.
    long cellsWithin(Collection<Point> points, double reach) {
        var touched = new BitSet(tiles.length);
        for (var point : points) {
            int first = (Cells.index(point.east() - reach, cells.side()) >> BITS) - west;
            int last = (Cells.index(point.east() + reach, cells.side()) >> BITS) - west;
            int highest = (Cells.index(point.north() + reach, cells.side()) >> BITS) - south;
            for (int row = (Cells.index(point.north() - reach, cells.side()) >> BITS) - south; row <= highest; row++) {
                touched.set(row * columns + first, row * columns + last + 1);
            }
        }
        return (long) touched.cardinality() * SIDE * SIDE;
    }

    /// What to add to the cell of a column.
    interface Share {
        double of(int column);
    }

    /// Adds to cells of one row, from the first column to the last.
    void add(int row, int first, int last, Share share) {
        for (int column = first; column <= last; ) {
            var tile = made(column, row);
            int start = (row & INSIDE) << BITS;
            int end = Math.min(last, column | INSIDE);
            for (; column <= end; column++) {
                tile[start | (column & INSIDE)] += share.of(column);
            }
        }
    }

    private double[] made(int column, int row) {
        int at = ((row >> BITS) - south) * columns + (column >> BITS) - west;
        var tile = tiles[at];
        if (tile == null) {
            tile = new double[SIDE * SIDE];
            tiles[at] = tile;
        }
        return tile;
    }

    /// 0 outside the map.
    double at(int column, int row) {
        int x = (column >> BITS) - west;
        int y = (row >> BITS) - south;
        if (x < 0 || x >= columns || y < 0 || y >= rows) {
            return 0;
        }
        var tile = tiles[y * columns + x];
        return tile == null ? 0 : tile[(row & INSIDE) << BITS | (column & INSIDE)];
    }

    /// Takes a cell with its figure.
    interface Visitor {
        void visit(int column, int row, double figure);
    }

    /// Shows every cell that is not 0, piece by piece.
    void each(Visitor visitor) {
        for (int at = 0; at < tiles.length; at++) {
            var tile = tiles[at];
            if (tile != null) {
                each(tile, (west + at % columns) << BITS, (south + Math.floorDiv(at, columns)) << BITS, visitor);
            }
        }
    }

    private static void each(double[] tile, int west, int south, Visitor visitor) {
        for (int i = 0; i < tile.length; i++) {
            if (tile[i] != 0) {
                visitor.visit(west + (i & INSIDE), south + (i >> BITS), tile[i]);
            }
        }
    }
}
