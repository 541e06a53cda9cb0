package org.witan.statistics.comparison;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The one place that decides which numbers are too small to leave the partnership.
///
/// A count from 1 up to (but without) the threshold is hidden, and so is every number from which it could
/// be read off:
/// the complement of a share, its percentage, a change. When the lines of a breakdown add up to a total
/// that is shown,
/// further lines are hidden until no hidden count follows from the total and the others; when no line is
/// left, the
/// total is hidden too. Zero is shown: it is about nobody.
///
/// @param threshold the smallest count that may be shown; 5 unless the partnership sets another. Source:
/// small numbers
/// under 5 are suppressed in partnership reports (domain rule 18)
record Disclosure(int threshold) {
    static final Disclosure USUAL = new Disclosure(5);

    /// What is hidden of one period: the total, and lines by their index.
    record Hidden(boolean total, BitSet lines) {
        static final Hidden NOTHING = new Hidden(false, new BitSet());

        boolean any() {
            return total || !lines.isEmpty();
        }

        boolean line(int index) {
            return lines.get(index);
        }
    }

    boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    /// Decides for one period.
    ///
    /// @param total the counts that the total discloses: one for a count; part, whole and complement for a
    /// share
    /// @param lines the same for each line
    /// @param additive true when the lines add up to the total
    Hidden hide(List<Long> total, List<List<Long>> lines, boolean additive) {
        boolean hideTotal = total.stream().anyMatch(this::isSmall);
        var hidden = new BitSet(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            hidden.set(i, lines.get(i).stream().anyMatch(this::isSmall));
        }
        while (additive && !hideTotal && !hidden.isEmpty() && !isProtected(hidden, lines)) {
            var next = nextSmallest(hidden, lines);
            if (next.isPresent()) {
                hidden.set(next.getAsInt());
            } else {
                hideTotal = true;
            }
        }
        return new Hidden(hideTotal, hidden);
    }

    /// Two hidden lines at least, whose sum, which subtraction gives, is itself not small, nor so small that all of
    /// them must be at their smallest possible value.
    private boolean isProtected(BitSet hidden, List<List<Long>> lines) {
        for (int figure = 0; figure < lines.getFirst().size(); figure++) {
            long sum = sum(hidden, lines, figure);
            if (isSmall(sum) || (sum > 0 && sum <= hidden.cardinality())) {
                return false;
            }
        }
        return hidden.cardinality() >= 2;
    }

    private static long sum(BitSet hidden, List<List<Long>> lines, int figure) {
        return hidden.stream().mapToLong(line -> lines.get(line).get(figure)).sum();
    }

    private static OptionalInt nextSmallest(BitSet hidden, List<List<Long>> lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> !hidden.get(line))
                .filter(line -> size(lines.get(line), lines.getFirst().size()) > 0)
                .boxed()
                .min(Comparator.comparingLong(
                        line -> size(lines.get(line), lines.getFirst().size())))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// The crimes behind a line: its count, or the whole of its share.
    private static long size(List<Long> figures, int columns) {
        return columns == 1 ? figures.getFirst() : figures.get(1);
    }
}
