package org.witan.statistics.place;

/// A place in metres on the British National Grid.
///
/// @param east metres east of the grid's origin
/// @param north metres north of it
public record Point(double east, double north) implements Comparable<Point> {
    private static final int HUNDRED_KILOMETRES = 100_000;
    private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

    /// From west to east, then from south to north: any fixed order will do.
    @Override
    public int compareTo(Point other) {
        int east = Double.compare(this.east, other.east);
        return east != 0 ? east : Double.compare(north, other.north);
    }

    /// The reference on an Ordnance Survey map, to 100 m: `SJ 883 475`.
    public String gridReference() {
        int column = (int) Math.floor(east / HUNDRED_KILOMETRES);
        int row = (int) Math.floor(north / HUNDRED_KILOMETRES);
        char large = LETTERS.charAt((3 - Math.floorDiv(row, 5)) * 5 + 2 + Math.floorDiv(column, 5));
        char small = LETTERS.charAt((4 - Math.floorMod(row, 5)) * 5 + Math.floorMod(column, 5));
        return "%c%c %03d %03d".formatted(large, small, digits(east), digits(north));
    }

    private static int digits(double metres) {
        return (int) Math.floor(metres / 100) % 1_000;
    }
}
