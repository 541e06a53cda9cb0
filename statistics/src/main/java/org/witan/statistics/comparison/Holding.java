package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Coverage.Span;
import org.witan.statistics.store.Table;

/// What the snapshot holds of one period for the bodies that report: the difference between zero and missing.
///
/// @param spans the spans of those bodies that lie in the period
record Holding(Table table, Period period, Set<String> bodies, List<Span> spans) {

    /// A body's month (or quarter) by its place in the period, so that two periods can be laid side by side.
    record Slot(String body, int place) {}

    static Holding of(Coverage coverage, Table table, Period period, Set<String> bodies) {
        var inside = coverage.spans().stream()
                .filter(span -> span.table() == table && bodies.contains(span.body()))
                .filter(span ->
                        !span.from().isBefore(period.from()) && !span.from().isAfter(period.to()))
                .toList();
        return new Holding(table, period, bodies, inside);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    Set<Slot> slots() {
        var slots = new HashSet<Slot>();
        spans.forEach(span -> slots.add(new Slot(span.body(), place(YearMonth.from(span.from())))));
        return slots;
    }

    /// The months (or quarters, by their first month) that at least one body has not delivered.
    List<YearMonth> missing() {
        var held = slots();
        return expected().stream()
                .filter(month -> bodies.stream().anyMatch(body -> !held.contains(new Slot(body, place(month)))))
                .toList();
    }

    /// Bodies of which nothing is held.
    Set<String> absentBodies() {
        var absent = new TreeSet<>(bodies);
        spans.forEach(span -> absent.remove(span.body()));
        return absent;
    }

    boolean holds(YearMonth month) {
        return spans.stream().anyMatch(span -> place(YearMonth.from(span.from())) == place(month));
    }

    List<YearMonth> partial() {
        return spans.stream()
                .filter(span -> !span.complete())
                .map(span -> YearMonth.from(span.from()))
                .distinct()
                .sorted()
                .toList();
    }

    long rows() {
        return spans.stream().mapToLong(Span::rows).sum();
    }

    long withoutDistrict() {
        return spans.stream().mapToLong(Span::withoutDistrict).sum();
    }

    /// The places in the period whose rows carry codes that exist in the 2011 geography only.
    Set<Integer> placesOfOldVintage() {
        return spans.stream()
                .filter(span -> span.vintage2011() > 0)
                .map(span -> place(YearMonth.from(span.from())))
                .collect(Collectors.toSet());
    }

    /// The places in the period of which some body's rows say nothing of a column.
    Set<Integer> placesWithout(String column) {
        return spans.stream()
                .filter(span -> span.unrecorded().contains(column))
                .map(span -> place(YearMonth.from(span.from())))
                .collect(Collectors.toSet());
    }

    /// True when not one row of the period says anything of a column.
    boolean isWithout(String column) {
        return !spans.isEmpty()
                && spans.stream().allMatch(span -> span.unrecorded().contains(column));
    }

    private List<YearMonth> expected() {
        return period.months().stream()
                .filter(month -> table != Table.COUNTED || month.getMonthValue() % 3 == 1)
                .toList();
    }

    private int place(YearMonth month) {
        int months = (month.getYear() - period.first().getYear()) * 12
                + month.getMonthValue()
                - period.first().getMonthValue();
        return table == Table.COUNTED ? Math.floorDiv(months, 3) : months;
    }
}
