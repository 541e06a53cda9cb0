package org.witan.statistics.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.StreetSelection;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Engine;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// Answers questions about places from the street files of a store. One value serves many threads.
public final class LookingAtPlaces implements AutoCloseable {
    private static final int MONTHS_OF_A_YEAR = 12;

    private final Store store;
    private final Definitions definitions;
    private @Nullable DuckDBConnection engine;

    public LookingAtPlaces(Store store, Definitions definitions) {
        this.store = store;
        this.definitions = definitions;
    }

    /// Hot places by map point, by cell and by kernel density, with the predictive accuracy of each on the last loaded
    /// month.
    ///
    /// @throws BadInput when the question names what is not there
    public Outcome<PlacesAnswer> hotPlaces(PlacesQuestion question) {
        var looked = looked(question.offences(), question.area(), question.period(), question.snapshot());
        var points =
                looked.points.crimes().stream().map(row -> row.event().point()).toList();
        if (points.isEmpty()) {
            return looked.refusedWithoutPoints();
        }
        return switch (HotPlaces.ofCells(points, question.cell(), question.top())) {
            case Outcome.Refused<HotPlaces>(String code, String reason) -> new Outcome.Refused<>(code, reason);
            case Outcome.Found<HotPlaces>(HotPlaces byCell) ->
                switch (KernelDensity.of(points, question.bandwidth(), question.cell())) {
                    case Outcome.Refused<KernelDensity.Surface>(String code, String reason) ->
                        new Outcome.Refused<>(code, reason);
                    case Outcome.Found<KernelDensity.Surface>(KernelDensity.Surface surface) ->
                        new Outcome.Found<>(places(question, looked, points, byCell, surface));
                };
        };
    }

    private PlacesAnswer places(
            PlacesQuestion question,
            Looked looked,
            List<Point> points,
            HotPlaces byCell,
            KernelDensity.Surface surface) {
        var byPoint = HotPlaces.ranked(points, question.top());
        var byDensity = HotPlaces.ofDensity(surface, question.top());
        var last = looked.months.held().getLast();
        return new PlacesAnswer(
                question,
                looked.read(),
                byPoint,
                byCell,
                byDensity,
                near(List.of(byPoint, byCell, byDensity), looked.points.everything()),
                Period.month(last).label(),
                accuracy(question, looked, last),
                Caveats.ofPlaces(looked.months, looked.points, looked.invented()));
    }

    private static Outcome<PredictiveAccuracy> accuracy(PlacesQuestion question, Looked looked, YearMonth last) {
        int month = last.getYear() * MONTHS_OF_A_YEAR + last.getMonthValue() - 1;
        var before = looked.points.everything().stream()
                .map(StreetPoints.Row::event)
                .filter(event -> event.time() < month)
                .map(Event::point)
                .toList();
        return new HeldOutMonth(month, before, question.cell(), question.bandwidth(), question.share(), question.seed())
                .measure(looked.points.crimes().stream()
                        .map(StreetPoints.Row::event)
                        .toList());
    }

    /// Near repeats by the Knox test.
    ///
    /// @throws BadInput when the question names what is not there
    public Outcome<NearRepeatsAnswer> nearRepeats(NearRepeatsQuestion question) {
        var looked = looked(question.offences(), question.area(), question.period(), question.snapshot());
        if (looked.points.crimes().isEmpty()) {
            return looked.refusedWithoutPoints();
        }
        var events =
                looked.points.crimes().stream().map(StreetPoints.Row::event).toList();
        return switch (new KnoxTest(question.bands(), "month").run(events, question.permutations(), question.seed())) {
            case Outcome.Refused<NearRepeats>(String code, String reason) -> new Outcome.Refused<>(code, reason);
            case Outcome.Found<NearRepeats>(NearRepeats repeats) ->
                new Outcome.Found<>(new NearRepeatsAnswer(
                        question,
                        looked.read(),
                        repeats,
                        Caveats.ofNearRepeats(looked.months, looked.points, looked.invented())));
        };
    }

    private record Looked(
            StreetSelection selection, StreetSelection.Months months, Snapshot snapshot, StreetPoints points) {

        boolean invented() {
            return snapshot.synthetic(Table.STREET);
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

        <T> Outcome<T> refusedWithoutPoints() {
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

    private Looked looked(String offences, String area, Period period, @Nullable String snapshotId) {
        var selection = StreetSelection.of(offences, area, period, definitions);
        var snapshot = snapshotId != null
                ? store.the(snapshotId)
                : store.findCurrent()
                        .orElseThrow(() -> new BadInput("Nothing is loaded in this store yet: load a file first"));
        try (var connection = connection()) {
            var points = StreetPoints.read(selection, store.relation(snapshot, Table.STREET), connection);
            return new Looked(selection, selection.months(snapshot.coverage()), snapshot, points);
        } catch (SQLException e) {
            throw new IllegalStateException("The store could not be read: " + Engine.firstLine(e), e);
        }
    }

    /// The LSOA of the published row that is nearest to each place.
    private Map<Point, String> near(List<HotPlaces> lists, List<StreetPoints.Row> rows) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((StreetPoints.Row row) -> row.event().point())
                .thenComparing(StreetPoints.Row::lsoa, Comparator.nullsLast(Comparator.naturalOrder())));
        var near = new HashMap<Point, String>();
        for (var list : lists) {
            for (var place : list.places()) {
                sorted.stream()
                        .filter(row -> row.lsoa() != null)
                        .min(Comparator.comparingDouble(
                                row -> ClosePairs.distance(row.event().point(), place.point())))
                        .ifPresent(row -> near.put(place.point(), name(row.lsoa())));
            }
        }
        return near;
    }

    private String name(@Nullable String lsoa) {
        return lsoa == null
                ? ""
                : definitions.areas().find(lsoa).map(Area::name).orElse(lsoa);
    }

    private synchronized Connection connection() throws SQLException {
        var open = engine;
        if (open == null) {
            open = Engine.open();
            engine = open;
        }
        return open.duplicate();
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            try {
                engine.close();
            } catch (SQLException e) {
                throw new IllegalStateException("The reading database could not be closed", e);
            }
            engine = null;
        }
    }
}
