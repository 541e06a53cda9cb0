package org.witan.statistics.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.store.Table;

/// One reading for many questions: every offence of every area by month, from which each plan takes what its own scan
/// would have found.
///
/// Only counts are shared, of plans that ask the same of a row beside its offence, area and month: the same kind of
/// place,
/// the same flag. A share reads for itself.
final class SharedReading {
    private final Map<String, Map<String, List<Readings.Group>>> byAreaAndOffence = new HashMap<>();

    SharedReading(List<Readings.Group> groups) {
        for (Readings.Group group : groups) {
            if (group.key() != null && group.offence() != null) {
                byAreaAndOffence
                        .computeIfAbsent(group.key(), _ -> new HashMap<>())
                        .computeIfAbsent(group.offence(), _ -> new ArrayList<>())
                        .add(group);
            }
        }
    }

    /// Which plans can be read for together.
    ///
    /// @param column the column that names areas of their size
    /// @param filters what they ask of each row
    record Kind(Table table, String column, Map<String, String> filters) {}

    /// The kind of a plan; empty when it must be read for alone.
    static Optional<Kind> kind(ScanPlan plan) {
        var subject = plan.subject();
        boolean counts = subject.question().measure() instanceof Measure.Count
                || subject.question().measure() instanceof Measure.Rate;
        boolean rows = plan.table() == Table.CRIME || plan.table() == Table.STREET;
        return counts && rows && isWithoutKey(subject.question().by())
                ? subject.place().onRows().map(where -> new Kind(plan.table(), where.column(), subject.filters()))
                : Optional.empty();
    }

    private static boolean isWithoutKey(Question.By by) {
        return switch (by) {
            case NOTHING, MONTH, QUARTER, YEAR, OFFENCE -> true;
            case AREA, SEX -> false;
        };
    }

    /// The scan that serves all of some plans of one kind.
    static Scan scan(Kind kind, List<ScanPlan> plans, String relation) {
        var areas = new TreeSet<String>();
        plans.forEach(plan -> areas.addAll(codes(plan)));
        var from = plans.stream()
                .map(plan -> plan.earliest().atDay(1))
                .min(LocalDate::compareTo)
                .orElseThrow();
        var to = plans.stream()
                .map(plan -> plan.subject().now().to())
                .max(LocalDate::compareTo)
                .orElseThrow();
        var where = new ArrayList<>(List.of(Scan.in(kind.column(), areas)));
        where.addAll(ScanPlan.filters(kind.filters()));
        return new Scan(relation, kind.table(), from, to, null, null, where, null, kind.column(), true, List.of());
    }

    private static Set<String> codes(ScanPlan plan) {
        return plan.subject().place().onRows().map(Place.OnRows::codes).orElse(Set.of());
    }

    /// What the scan of a plan would have found.
    List<Readings.Group> of(ScanPlan plan) {
        var offences = offences(plan);
        var own = new ArrayList<Readings.Group>();
        for (String area : codes(plan)) {
            var byOffence = byAreaAndOffence.getOrDefault(area, Map.of());
            for (String offence : offences.isEmpty() ? byOffence.keySet() : offences) {
                for (Readings.Group group : byOffence.getOrDefault(offence, List.of())) {
                    if (isIn(plan, group.slot())) {
                        own.add(of(plan, group, offence));
                    }
                }
            }
        }
        return own;
    }

    /// Empty: every offence.
    private static Collection<String> offences(ScanPlan plan) {
        var set = plan.subject().set();
        return plan.table() == Table.STREET
                ? set.streetCategories()
                : plan.lookups().codes(set).stream().map(OffenceCode::value).collect(Collectors.toSet());
    }

    private static boolean isIn(ScanPlan plan, long month) {
        var gap = plan.subject().question().by() == Question.By.YEAR ? null : plan.gap();
        return month >= number(plan.earliest().atDay(1))
                && month <= number(plan.subject().now().to())
                && (gap == null || month < number(gap.from()) || month > number(gap.to()));
    }

    private static Readings.Group of(ScanPlan plan, Readings.Group group, String offence) {
        boolean byTime = ScanPlan.isByTime(plan.subject().question().by());
        long slot = byTime
                ? group.slot()
                : group.slot() >= number(plan.subject().now().from()) ? 1 : 0;
        var code = new OffenceCode(offence);
        var extras = plan.crossings().stream()
                .map(crossing -> crossing.affected().contains(code) ? group.n() : 0)
                .toList();
        return new Readings.Group(slot, null, offence, group.n(), 0, extras);
    }

    private static long number(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }
}
