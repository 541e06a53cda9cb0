package org.witan.statistics.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.Populations.Population;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Table;

/// A question made ready to be read for: which table answers it, what that holds of both periods, which breaks they
/// meet, and what has to be counted.
///
/// @param bodies whose delivery decides what is missing
record Prepared(
        Subject subject,
        Snapshot snapshot,
        Lookups lookups,
        Table table,
        Set<String> bodies,
        Holding heldNow,
        Holding heldThen,
        Lines lines,
        List<Crossing> crossings,
        ScanPlan plan) {
    private static final Set<OffenceCode> NO_OFFENCE = Set.of(new OffenceCode("incident"));

    /// Makes a question ready.
    ///
    /// @throws org.witan.statistics.BadInput when no table can answer
    static Prepared of(Subject subject, Snapshot snapshot, Lookups lookups) {
        var coverage = snapshot.coverage();
        var table = TableChoice.choose(subject, coverage);
        var bodies = TableChoice.bodies(subject, coverage, table);
        var heldNow = Holding.of(coverage, table, subject.now(), bodies);
        var heldThen = Holding.of(coverage, table, subject.then(), bodies);
        var lines = new Lines(subject, table, lookups, coverage, heldNow, heldThen);
        var crossings = crossings(subject, lookups);
        var partly = crossings.stream()
                .filter(crossing -> crossing.touch() == Crossing.Touch.SOME && table != Table.STREET)
                .toList();
        var plan = new ScanPlan(subject, table, lookups, partly, lines.earliest());
        return new Prepared(subject, snapshot, lookups, table, bodies, heldNow, heldThen, lines, crossings, plan);
    }

    /// The figure, from what was read for its plan.
    Figure figure(List<Readings.Group> groups, Disclosure disclosure) {
        var counted = new Counted(plan, groups);
        var compared = new Compared(
                subject,
                table,
                heldNow,
                heldThen,
                counted.total(),
                crossings,
                counted.affected(),
                lastDayHeld(snapshot.coverage()),
                snapshot.synthetic(table),
                counted.withoutWeight(),
                counted.notRecorded(),
                residents(subject.now()),
                residents(subject.then()),
                disclosure);
        return new FigureOf(compared, Rule.findings(compared), lines.of(counted), snapshot, lookups).figure();
    }

    private static List<Crossing> crossings(Subject subject, Lookups lookups) {
        var whole = subject.whole();
        var set = new Crossing.Sets(Crossing.Within.SET, codes(subject.set(), lookups));
        var sets = whole == null
                ? List.of(set)
                : List.of(set, new Crossing.Sets(Crossing.Within.WHOLE, codes(whole, lookups)));
        var place = subject.place();
        return Crossing.all(
                lookups.breaks(),
                subject.now(),
                subject.then(),
                subject.flags(),
                place.codes(),
                place.isNational(),
                sets);
    }

    /// A street category without codes holds incidents, which no change in the counting of an offence touches.
    private static Set<OffenceCode> codes(OffenceSet set, Lookups lookups) {
        var codes = lookups.codes(set);
        return codes.isEmpty() && set.codes().isEmpty() ? NO_OFFENCE : codes;
    }

    private @Nullable LocalDate lastDayHeld(Coverage coverage) {
        int months = table == Table.COUNTED ? 3 : 1;
        return coverage.spans().stream()
                .filter(span -> span.table() == table && bodies.contains(span.body()))
                .map(span -> span.from().plusMonths(months).minusDays(1))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable Population residents(Period period) {
        return subject.question().measure() instanceof Measure.Rate
                ? lookups.residents(subject.place().area().code(), period.middleYear(), subject.residents())
                        .orElse(null)
                : null;
    }
}
