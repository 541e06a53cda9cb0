package org.witan.statistics.synthetic;

import java.util.ArrayList;
import java.util.List;

/// So many rows, taken from or multiplied out of the natural set with the same shares.
final class Sample {
    private Sample() {}

    /// Cells whose counts add up to exactly the rows asked for. No sum over neighbouring cells, such as an
    /// offence in a year, is more than one away from its exact share, and asking for the natural number gives the
    /// natural set.
    static List<Cell> of(List<Cell> natural, long rows, Dice dice) {
        long total = natural.stream().mapToLong(Cell::count).sum();
        long turn = dice.below(total);
        long before = 0;
        long given = 0;
        var sample = new ArrayList<Cell>();
        for (var cell : natural) {
            before += cell.count();
            long upTo = (Math.multiplyExact(before, rows) + turn) / total;
            if (upTo > given) {
                sample.add(new Cell(cell.year(), cell.offence(), cell.district(), cell.domestic(), upTo - given));
            }
            given = upTo;
        }
        return sample;
    }
}
