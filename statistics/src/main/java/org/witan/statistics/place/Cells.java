package org.witan.statistics.place;

import java.util.Collection;

/// Square cells over a rectangle. The lines lie on whole multiples of the side from the grid's origin, so that
/// the cells of one month are those of the next.
///
/// @param side metres
/// @param west the column of the first cell, in cells from the grid's origin
/// @param south the row of the first cell
record Cells(double side, int west, int south, int columns, int rows) {

    /// The smallest rectangle that holds all points with a margin of metres around them.
    static Cells around(Collection<Point> points, double side, double margin) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (var point : points) {
            west = Math.min(west, index(point.east() - margin, side));
            east = Math.max(east, index(point.east() + margin, side));
            south = Math.min(south, index(point.north() - margin, side));
            north = Math.max(north, index(point.north() + margin, side));
        }
        return new Cells(side, west, south, east - west + 1, north - south + 1);
    }

    long number() {
        return (long) columns * rows;
    }

    /// @param column and row in cells from the grid's origin
    Point middle(int column, int row) {
        return new Point((column + 0.5) * side, (row + 0.5) * side);
    }

    /// The middle of the cell in which a point lies.
    static Point middle(Point point, double side) {
        return new Point((index(point.east(), side) + 0.5) * side, (index(point.north(), side) + 0.5) * side);
    }

    double squareKilometres() {
        return side * side / 1e6;
    }

    static int index(double metres, double side) {
        return (int) Math.floor(metres / side);
    }
}
