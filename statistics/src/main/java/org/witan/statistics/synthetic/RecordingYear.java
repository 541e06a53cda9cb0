package org.witan.statistics.synthetic;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Lets the crimes of one financial year be recorded day by day, in a chance order within the day. Memory holds
/// one day.
final class RecordingYear {
    /// What happens to a crime on the day it is recorded.
    interface Recording {
        void record(Cell cell, int epochDay) throws IOException;
    }

    private final int year;
    private final List<Cell> cells;
    private final long[] left;
    private final Dice dice;
    private int[] today = new int[1024];
    private int recorded;

    RecordingYear(int year, List<Cell> cells, Dice dice) {
        this.year = year;
        this.cells = cells;
        this.left = cells.stream().mapToLong(Cell::count).toArray();
        this.dice = dice;
    }

    void record(Recording recording) throws IOException {
        var weights = FinancialYears.weightsOfDays(year);
        double ahead = Arrays.stream(weights).sum();
        int first = Math.toIntExact(FinancialYears.firstDay(year).toEpochDay());
        for (int day = 0; day < weights.length; day++) {
            drawDay(day == weights.length - 1 ? 1 : weights[day] / ahead);
            ahead -= weights[day];
            shuffle();
            for (int i = 0; i < recorded; i++) {
                recording.record(cells.get(today[i]), first + day);
            }
        }
    }

    private void drawDay(double probability) {
        recorded = 0;
        for (int cell = 0; cell < left.length; cell++) {
            int count = Math.toIntExact(dice.binomial(left[cell], probability));
            left[cell] -= count;
            if (recorded + count > today.length) {
                today = Arrays.copyOf(today, Math.max(2 * today.length, recorded + count));
            }
            Arrays.fill(today, recorded, recorded + count, cell);
            recorded += count;
        }
    }

    private void shuffle() {
        for (int i = recorded - 1; i > 0; i--) {
            int other = dice.below(i + 1);
            int kept = today[i];
            today[i] = today[other];
            today[other] = kept;
        }
    }
}
