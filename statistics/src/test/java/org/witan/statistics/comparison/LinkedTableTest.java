package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.witan.statistics.comparison.LinkedTable.Column;
import org.witan.statistics.comparison.LinkedTable.Move;
import org.witan.statistics.comparison.LinkedTable.Row;
import org.witan.statistics.comparison.LinkedTable.Step;

/// What is hidden of a table cannot be worked out from what is shown. The test works it out as a reader would: by all
/// sums of rows and columns, and by trying numbers.
class LinkedTableTest {
    private static final int CASES = 0;
    private static final int POLICE = 1;
    private static final int PARTNERS = 2;
    private static final int HOUSING = 3;
    private static final int HEALTH = 4;
    private static final int YES = 5;
    private static final int UNKNOWN = 6;
    private static final int NO = 7;
    private static final List<Column> COLUMNS =
            IntStream.range(0, 8).mapToObj(column -> new Column(column != NO)).toList();

    /// Each: a total and its parts.
    private static final int[][] TIES = {
        {CASES, POLICE, PARTNERS}, {PARTNERS, HOUSING, HEALTH}, {CASES, YES, UNKNOWN, NO}
    };

    private static final List<Move> MOVES = moves();

    private static List<Move> moves() {
        var moves = new ArrayList<>(List.of(
                move(YES, 1, NO, -1),
                move(UNKNOWN, 1, NO, -1),
                move(YES, 1, UNKNOWN, -1),
                move(HOUSING, 1, HEALTH, -1),
                move(POLICE, 1, PARTNERS, -1, HOUSING, -1),
                move(POLICE, 1, PARTNERS, -1, HEALTH, -1)));
        for (int answer : new int[] {NO, YES, UNKNOWN}) {
            moves.add(move(CASES, 1, POLICE, 1, answer, 1));
            moves.add(move(CASES, 1, PARTNERS, 1, HOUSING, 1, answer, 1));
            moves.add(move(CASES, 1, PARTNERS, 1, HEALTH, 1, answer, 1));
        }
        return moves;
    }

    private static Move move(int... steps) {
        return new Move(IntStream.range(0, steps.length / 2)
                .mapToObj(at -> new Step(steps[2 * at], steps[2 * at + 1]))
                .toList());
    }

    /// A total, its quarters, and their meetings, with chances that make small numbers and zeros.
    private static List<Row> table(Random chance, int quarters, int meetings) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(-1, List.of()));
        long[] total = new long[COLUMNS.size()];
        for (int quarter = 0; quarter < quarters; quarter++) {
            int at = rows.size();
            rows.add(new Row(0, List.of()));
            long[] sum = new long[COLUMNS.size()];
            for (int meeting = 0; meeting < meetings; meeting++) {
                List<Long> counts = meeting(chance);
                rows.add(new Row(at, counts));
                for (int column = 0; column < sum.length; column++) {
                    sum[column] += counts.get(column);
                    total[column] += counts.get(column);
                }
            }
            rows.set(at, new Row(0, Arrays.stream(sum).boxed().toList()));
        }
        rows.set(0, new Row(-1, Arrays.stream(total).boxed().toList()));
        return rows;
    }

    private static List<Long> meeting(Random chance) {
        long[] counts = new long[COLUMNS.size()];
        int cases = 1 + chance.nextInt(14);
        for (int one = 0; one < cases; one++) {
            counts[CASES]++;
            int from = chance.nextInt(10);
            if (from < 6) {
                counts[POLICE]++;
            } else {
                counts[PARTNERS]++;
                counts[from < 9 ? HOUSING : HEALTH]++;
            }
            int answer = chance.nextInt(10);
            counts[answer < 1 ? YES : answer < 2 ? UNKNOWN : NO]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    @Test
    void noSuppressedNumberCanBeWorkedOutFromWhatIsShown() {
        var chance = new Random(2026);
        int suppressed = 0;
        for (int time = 0; time < 150; time++) {
            List<Row> rows = table(chance, 1 + chance.nextInt(3), 1 + chance.nextInt(3));
            boolean[][] hidden = LinkedTable.hide(rows, COLUMNS, MOVES);
            suppressed += check(rows, hidden, false);
        }
        assertThat(suppressed).isGreaterThan(1_000);
    }

    /// The test can fail: with small numbers alone hidden, a reader works some of them out.
    @Test
    void smallNumbersAloneWouldBeWorkedOut() {
        var chance = new Random(2026);
        int found = 0;
        for (int time = 0; time < 20; time++) {
            List<Row> rows = table(chance, 2, 2);
            boolean[][] hidden = new boolean[rows.size()][COLUMNS.size()];
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < NO; column++) {
                    hidden[row][column] =
                            Disclosure.USUAL.isSmall(rows.get(row).counts().get(column));
                }
            }
            found += check(rows, hidden, true);
        }
        assertThat(found).isPositive();
    }

    @Test
    void totalsOfAYearStayShownWhereTheyCan() {
        var chance = new Random(7);
        List<Row> rows = table(chance, 4, 6);
        boolean[][] hidden = LinkedTable.hide(rows, COLUMNS, MOVES);
        assertThat(hidden[0]).containsOnly(false);
        assertThat(hidden[0]).hasSize(COLUMNS.size());
    }

    @Test
    void aTableInWhichNothingIsSmallIsShownWhole() {
        var meeting = List.of(50L, 30L, 20L, 10L, 10L, 10L, 10L, 30L);
        var rows = List.of(new Row(-1, meeting), new Row(0, meeting));
        assertThat(LinkedTable.hide(rows, COLUMNS, MOVES)).isDeepEqualTo(new boolean[2][COLUMNS.size()]);
    }

    @Test
    void aRowStandsAfterWhatItAddsUpTo() {
        var rows = List.of(new Row(1, List.of(1L)), new Row(-1, List.of(1L)));
        assertThatThrownBy(() -> LinkedTable.hide(rows, List.of(new Column(true)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// @return how many suppressed numbers there are, or how many of them a reader works out
    private static int check(List<Row> rows, boolean[][] hidden, boolean countFound) {
        int counted = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                boolean small = Disclosure.USUAL.isSmall(rows.get(row).counts().get(column));
                boolean suppressed = hidden[row][column] || (small && column == NO);
                if (small && column != NO) {
                    assertThat(hidden[row][column]).isTrue();
                }
                if (!suppressed) {
                    continue;
                }
                boolean known = !new Reader(rows, hidden).couldBeAnother(row, column);
                if (!countFound) {
                    assertThat(known)
                            .as("row %d, column %d of %s", row, column, rows)
                            .isFalse();
                }
                counted += countFound ? (known ? 1 : 0) : 1;
            }
        }
        return counted;
    }

    /// Somebody with the file, a pencil and the rules of suppression: a suppressed number is one or more, unless some
    /// number of its column that is zero is suppressed.
    private static final class Reader {
        private static final long MOST = 500;
        private final List<int[][]> sums = new ArrayList<>();
        private final long[] low;
        private final long[] high;
        private final long[] truth;

        Reader(List<Row> rows, boolean[][] hidden) {
            int size = rows.size() * COLUMNS.size();
            low = new long[size];
            high = new long[size];
            truth = new long[size];
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < COLUMNS.size(); column++) {
                    int at = at(row, column);
                    truth[at] = rows.get(row).counts().get(column);
                    boolean open = hidden[row][column] || !COLUMNS.get(column).shown();
                    low[at] = open ? (column == NO || hasHiddenZero(rows, hidden, column) ? 0 : 1) : truth[at];
                    high[at] = open ? MOST : truth[at];
                }
                for (int[] tie : TIES) {
                    int here = row;
                    sum(Arrays.stream(tie).map(column -> at(here, column)).toArray());
                }
            }
            for (int row = 0; row < rows.size(); row++) {
                int parent = row;
                int[] below = IntStream.range(0, rows.size())
                        .filter(one -> rows.get(one).parent() == parent)
                        .toArray();
                for (int column = 0; below.length > 0 && column < COLUMNS.size(); column++) {
                    int here = column;
                    sum(IntStream.concat(
                                    IntStream.of(at(row, column)),
                                    Arrays.stream(below).map(one -> at(one, here)))
                            .toArray());
                }
            }
        }

        private static boolean hasHiddenZero(List<Row> rows, boolean[][] hidden, int column) {
            return IntStream.range(0, rows.size())
                    .anyMatch(
                            row -> hidden[row][column] && rows.get(row).counts().get(column) == 0);
        }

        private static int at(int row, int column) {
            return row * COLUMNS.size() + column;
        }

        private void sum(int[] totalAndParts) {
            sums.add(new int[][] {{totalAndParts[0]}, Arrays.copyOfRange(totalAndParts, 1, totalAndParts.length)});
        }

        boolean couldBeAnother(int row, int column) {
            int at = at(row, column);
            for (long by = 1; by <= 3; by++) {
                if (fits(at, truth[at] + by) || fits(at, truth[at] - by)) {
                    return true;
                }
            }
            return false;
        }

        private boolean fits(int at, long number) {
            long[] lows = low.clone();
            long[] highs = high.clone();
            if (number < lows[at] || number > highs[at]) {
                return false;
            }
            lows[at] = number;
            highs[at] = number;
            return solve(lows, highs);
        }

        /// Narrows, and then tries the number nearest to the truth of the first that is still open.
        private boolean solve(long[] lows, long[] highs) {
            if (!narrow(lows, highs)) {
                return false;
            }
            int open = IntStream.range(0, lows.length)
                    .filter(one -> lows[one] < highs[one])
                    .findFirst()
                    .orElse(-1);
            if (open < 0) {
                return true;
            }
            long first = Math.clamp(truth[open], lows[open], highs[open]);
            for (long by = 0; by <= highs[open] - lows[open]; by++) {
                for (long number : new long[] {first + by, first - by}) {
                    if (number >= lows[open] && number <= highs[open] && (by > 0 || number == first)) {
                        long[] deeper = lows.clone();
                        long[] higher = highs.clone();
                        deeper[open] = number;
                        higher[open] = number;
                        if (solve(deeper, higher)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean narrow(long[] lows, long[] highs) {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int[][] sum : sums) {
                    int total = sum[0][0];
                    long least =
                            Arrays.stream(sum[1]).mapToLong(part -> lows[part]).sum();
                    long most =
                            Arrays.stream(sum[1]).mapToLong(part -> highs[part]).sum();
                    changed |= tighten(lows, highs, total, least, most);
                    for (int part : sum[1]) {
                        changed |= tighten(
                                lows,
                                highs,
                                part,
                                lows[total] - (most - highs[part]),
                                highs[total] - (least - lows[part]));
                    }
                    if (IntStream.concat(IntStream.of(total), Arrays.stream(sum[1]))
                            .anyMatch(one -> lows[one] > highs[one])) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean tighten(long[] lows, long[] highs, int one, long low, long high) {
            boolean changed = low > lows[one] || high < highs[one];
            lows[one] = Math.max(lows[one], low);
            highs[one] = Math.min(highs[one], high);
            return changed;
        }
    }
}
