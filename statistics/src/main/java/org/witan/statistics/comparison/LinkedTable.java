package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A table whose rows add up in a tree (meetings to quarters, quarters to a year) and whose columns are tied to one
/// another (police and partners to cases), before it leaves the partnership.
///
/// Small counts are hidden, and so is as little more as it takes that none of them can be worked out. The proof is an
/// example: for each hidden count there is another table that shows the same, and in which it is another number. Such
/// an
/// example is a *move*: one more of some columns and one fewer of others, as their ties allow, in one row of the lowest
/// level and in all that it adds up to, and the reverse in another such row, so that from where both add up to the same
/// nothing changes. All that a move changes is hidden. As nothing that is hidden is shown again, each example holds for
/// the whole table.
///
/// A column may be one that nobody is shown but anybody can work out, such as "no" from all, "yes" and "not known". It
/// takes part like any other.
///
/// A zero is shown, as it is about nobody, but where it alone can cover a small count: then it is hidden beside it, and
/// nobody can tell which of them is the zero.
public final class LinkedTable {
    private static final int TOTAL = -1;
    private static final long LEAF = 1_000;
    private static final long SUM = 1_000_000;
    private static final long SUM_OF_ALL = 1_000_000_000;

    private final Rows rows;
    private final List<Column> columns;
    private final List<List<Move>> moves;
    private final boolean[][] hidden;
    private final boolean[][] covered;

    private LinkedTable(Rows rows, List<Column> columns, List<Move> moves) {
        this.rows = rows;
        this.columns = columns;
        this.moves = IntStream.range(0, columns.size())
                .mapToObj(column -> moves.stream()
                        .filter(move -> move.changes(column))
                        .sorted(Comparator.comparingInt(move -> move.steps().size()))
                        .toList())
                .toList();
        this.hidden = new boolean[rows.size()][columns.size()];
        this.covered = new boolean[rows.size()][columns.size()];
    }

    /// Decides what is hidden: `true` at the row and column of what is.
    ///
    /// @param rows each after the row that it adds up to
    /// @param moves what can change in a row without anything to be seen in the ties of its columns
    public static boolean[][] hide(List<Row> rows, List<Column> columns, List<Move> moves) {
        var table = new LinkedTable(new Rows(rows), List.copyOf(columns), moves);
        table.hideSmall();
        table.cover();
        return table.hidden;
    }

    private void hideSmall() {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                hidden[row][column] = columns.get(column).shown() && isSmall(row, column);
            }
        }
    }

    private void cover() {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (isSmall(row, column) && !covered[row][column]) {
                    Example found = example(row, column);
                    if (found == null) {
                        hideAll();
                        return;
                    }
                    take(found);
                }
            }
        }
    }

    private boolean isSmall(int row, int column) {
        return Disclosure.USUAL.isSmall(rows.value(row, column));
    }

    private void hideAll() {
        for (boolean[] row : hidden) {
            for (int column = 0; column < row.length; column++) {
                row[column] = columns.get(column).shown();
            }
        }
    }

    private void take(Example example) {
        for (int row : rows.changed(example.leaf, example.other)) {
            for (Step step : example.move.steps()) {
                hidden[row][step.column()] |= columns.get(step.column()).shown();
                covered[row][step.column()] = true;
            }
        }
    }

    /// The example that hides the least beyond what is hidden; null when there is none.
    private @Nullable Example example(int row, int column) {
        Example best = null;
        int size = 0;
        for (Move move : moves.get(column)) {
            boolean isGood = best != null && best.cost < SUM && move.steps().size() > size;
            if (isGood || (best != null && best.cost == 0)) {
                return best;
            }
            best = better(best, row, column, move);
            size = move.steps().size();
        }
        return best;
    }

    private @Nullable Example better(@Nullable Example before, int row, int column, Move move) {
        Example best = before;
        for (int leaf : rows.some(row, column)) {
            best = cheaper(best, leaf, rows.beside(leaf, row), move);
            if (best == null || best.cost >= SUM) {
                best = cheaper(best, leaf, rows.elsewhere(leaf, row, column), move);
                best = cheaper(best, leaf, List.of(TOTAL), move);
            }
        }
        return best;
    }

    private @Nullable Example cheaper(@Nullable Example before, int leaf, List<Integer> others, Move move) {
        Example best = before;
        for (int other : others) {
            for (int sign : new int[] {1, -1}) {
                long cost = cost(leaf, other, move, sign);
                if (cost >= 0 && (best == null || cost < best.cost)) {
                    best = new Example(leaf, other, move, cost);
                }
                if (cost == 0) {
                    return best;
                }
            }
        }
        return best;
    }

    /// What an example would hide beyond what is hidden; negative when it is none.
    private long cost(int leaf, int other, Move move, int sign) {
        List<Integer> changed = rows.changed(leaf, other);
        long cost = 0;
        for (Step step : move.steps()) {
            int zeros = 0;
            for (int row : changed) {
                long before = rows.value(row, step.column());
                long after = before + (long) sign * step.by() * (rows.isAbove(row, leaf) ? 1 : -1);
                if (after < 0) {
                    return -1;
                }
                if (columns.get(step.column()).shown()) {
                    zeros += (after == 0 ? 1 : 0) - (before == 0 ? 1 : 0);
                    cost += hidden[row][step.column()] ? 0 : rows.weight(row) + before;
                }
            }
            if (zeros > 0) {
                return -1;
            }
        }
        return cost;
    }

    /// A row: its counts by column, and the place of the row that it adds up to; -1 for what all add up to.
    public record Row(int parent, List<Long> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    /// A column.
    ///
    /// @param shown whether its counts stand in what leaves; otherwise anybody can work them out from what does
    public record Column(boolean shown) {}

    /// One column goes up or down by one.
    public record Step(int column, int by) {}

    /// Columns that change together.
    public record Move(List<Step> steps) {
        public Move {
            steps = List.copyOf(steps);
        }

        boolean changes(int column) {
            return steps.stream().anyMatch(step -> step.column() == column);
        }
    }

    /// A proof that a number is not known.
    ///
    /// @param other the row in which the reverse happens; -1 when the total of all changes as well
    private record Example(int leaf, int other, Move move, long cost) {}

    /// The tree of the rows.
    private static final class Rows {
        private final List<Row> all;
        private final Map<Integer, List<Integer>> below = new TreeMap<>();

        Rows(List<Row> all) {
            this.all = List.copyOf(all);
            for (int row = 0; row < all.size(); row++) {
                if (parent(row) >= row) {
                    throw new IllegalArgumentException("A row stands after the row that it adds up to.");
                }
                below.computeIfAbsent(parent(row), _ -> new ArrayList<>()).add(row);
            }
        }

        int size() {
            return all.size();
        }

        long value(int row, int column) {
            return all.get(row).counts().get(column);
        }

        int parent(int row) {
            return all.get(row).parent();
        }

        /// Whether a row is another one, or one that the other adds up to.
        boolean isAbove(int row, int leaf) {
            int up = leaf;
            while (up > row) {
                up = parent(up);
            }
            return up == row;
        }

        long weight(int row) {
            return isLeaf(row) ? LEAF : parent(row) < 0 ? SUM_OF_ALL : SUM;
        }

        private boolean isLeaf(int row) {
            return !below.containsKey(row);
        }

        /// Rows that one of two leaves adds up to and the other does not.
        List<Integer> changed(int leaf, int other) {
            var changed = new ArrayList<Integer>();
            for (int up = leaf; up >= 0 && (other < 0 || !isAbove(up, other)); up = parent(up)) {
                changed.add(up);
            }
            for (int up = other; up >= 0 && !isAbove(up, leaf); up = parent(up)) {
                changed.add(up);
            }
            return changed;
        }

        /// The row itself, or of the leaves below it the ones with the most and with the fewest.
        List<Integer> some(int row, int column) {
            return isLeaf(row)
                    ? List.of(row)
                    : ends(
                            IntStream.range(row, size())
                                    .filter(one -> isLeaf(one) && isAbove(row, one))
                                    .boxed()
                                    .toList(),
                            column);
        }

        private List<Integer> ends(List<Integer> some, int column) {
            int most = -1;
            int fewest = -1;
            for (int one : some) {
                long value = value(one, column);
                if (value > 0) {
                    most = most < 0 || value > value(most, column) ? one : most;
                    fewest = fewest < 0 || value < value(fewest, column) ? one : fewest;
                }
            }
            if (most < 0) {
                return some.stream().limit(1).toList();
            }
            return most == fewest ? List.of(most) : List.of(most, fewest);
        }

        /// Other leaves that add up to the same row, outside a row.
        List<Integer> beside(int leaf, int outside) {
            return below.getOrDefault(parent(leaf), List.of()).stream()
                    .filter(one -> one != leaf && isLeaf(one) && !isAbove(outside, one))
                    .toList();
        }

        /// For each other row that leaves add up to, outside a row, some of its leaves.
        List<Integer> elsewhere(int leaf, int outside, int column) {
            var found = new ArrayList<Integer>();
            below.forEach((parent, rows) -> {
                if (parent != parent(leaf) && !isAbove(outside, parent)) {
                    found.addAll(ends(rows.stream().filter(this::isLeaf).toList(), column));
                }
            });
            return found;
        }
    }
}
