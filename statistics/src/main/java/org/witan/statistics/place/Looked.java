package org.witan.statistics.place;

import java.time.YearMonth;
import java.util.List;
import org.witan.statistics.comparison.StreetSelection;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Table;

/// What a question about points looked at: the selection, the months of it that are there, and the points.
record Looked(StreetSelection selection, StreetSelection.Months months, Snapshot snapshot, StreetPoints points) {

    List<Caveat> caveats() {
        return Caveats.ofReading(selection, months, points, snapshot.synthetic(Table.STREET));
    }

    Read read() {
        return new Read(
                selection.set().title(),
                selection.set().version(),
                selection.area().name(),
                selection.period().label(),
                months.held().stream().map(YearMonth::toString).toList(),
                snapshot.id(),
                points.number(),
                points.withoutPoint(),
                points.outsideEngland());
    }

    /// Goes on only with points.
    Outcome<Looked> withPoints() {
        if (!points.crimes().isEmpty()) {
            return new Outcome.Found<>(this);
        }
        var where = selection.area().name() + " in " + selection.period().label();
        if (months.held().isEmpty()) {
            return new Outcome.Refused<>(
                    "missing-months", "No street file is loaded for " + where + ": load one first.");
        }
        return new Outcome.Refused<>(
                "no-points",
                points.number() == 0
                        ? "Nothing of this set was recorded for " + where + "."
                        : "Of %,d crimes for %s none has a point in England.".formatted(points.number(), where));
    }
}
