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

/// Answers one question from one snapshot: choose the table, scan it once, let the rules judge, write the
/// figure.
final class Answering {
    private static final Set<OffenceCode> NO_OFFENCE = Set.of(new OffenceCode("incident"));

    private final Lookups lookups;
    private final Readings readings;
    private final Disclosure disclosure;

    Answering(Lookups lookups, Readings readings, Disclosure disclosure) {
        this.lookups = lookups;
        this.readings = readings;
        this.disclosure = disclosure;
    }

    /// How a snapshot's table is named in a `FROM` clause.
    interface Relations {
        String of(Table table);
    }

    Figure answer(Subject subject, Snapshot snapshot, Relations relations) {
        var coverage = snapshot.coverage();
        var table = TableChoice.choose(subject, coverage);
        var bodies = TableChoice.bodies(subject, coverage, table);
        var heldNow = Holding.of(coverage, table, subject.now(), bodies);
        var heldThen = Holding.of(coverage, table, subject.then(), bodies);
        var lines = new Lines(subject, table, lookups, coverage, heldNow, heldThen);
        var crossings = crossings(subject);
        var partly = crossings.stream()
                .filter(crossing -> crossing.touch() == Crossing.Touch.SOME && table != Table.STREET)
                .toList();
        var plan = new ScanPlan(subject, table, lookups, partly, lines.earliest());
        var counted = new Counted(plan, readings.read(plan.over(relations.of(table))));
        var compared = new Compared(
                subject,
                table,
                heldNow,
                heldThen,
                counted.total(),
                crossings,
                counted.affected(),
                lastDayHeld(coverage, table, bodies),
                snapshot.synthetic(table),
                counted.withoutWeight(),
                counted.notRecorded(),
                residents(subject, subject.now()),
                residents(subject, subject.then()),
                disclosure);
        return new FigureOf(compared, Rule.findings(compared), lines.of(counted), snapshot, lookups).figure();
    }

    private List<Crossing> crossings(Subject subject) {
        var whole = subject.whole();
        var set = new Crossing.Sets(Crossing.Within.SET, codes(subject.set()));
        var sets = whole == null ? List.of(set) : List.of(set, new Crossing.Sets(Crossing.Within.WHOLE, codes(whole)));
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
    private Set<OffenceCode> codes(OffenceSet set) {
        var codes = lookups.codes(set);
        return codes.isEmpty() && set.codes().isEmpty() ? NO_OFFENCE : codes;
    }

    private static @Nullable LocalDate lastDayHeld(Coverage coverage, Table table, Set<String> bodies) {
        int months = table == Table.COUNTED ? 3 : 1;
        return coverage.spans().stream()
                .filter(span -> span.table() == table && bodies.contains(span.body()))
                .map(span -> span.from().plusMonths(months).minusDays(1))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable Population residents(Subject subject, Period period) {
        return subject.question().measure() instanceof Measure.Rate
                ? lookups.residents(subject.place().area().code(), period.middleYear(), subject.residents())
                        .orElse(null)
                : null;
    }
}
