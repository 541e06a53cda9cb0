package org.witan.statistics.place;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.StreetSelection;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// Answers questions about places from the street files of a store. One value serves many threads.
public final class LookingAtPlaces implements AutoCloseable {
    private final Store store;
    private final Definitions definitions;
    private final Reader reader = new Reader();

    public LookingAtPlaces(Store store, Definitions definitions) {
        this.store = store;
        this.definitions = definitions;
    }

    /// Hot places by map point, by cell and by kernel density, with the predictive accuracy of each on the last
    /// loaded month.
    ///
    /// @throws BadInput when the question names what is not there
    public Outcome<PlacesAnswer> hotPlaces(PlacesQuestion question) {
        return looked(question.offences(), question.area(), question.period(), question.snapshot())
                .withPoints()
                .then(looked -> HotPlaces.ofCells(looked.points().places(), question.cell(), question.top())
                        .then(byCell -> KernelDensity.of(
                                        looked.points().places(), question.bandwidth(), question.cell())
                                .map(surface -> places(question, looked, byCell, surface))));
    }

    private PlacesAnswer places(
            PlacesQuestion question, Looked looked, HotPlaces byCell, KernelDensity.Surface surface) {
        var byPoint = HotPlaces.ranked(looked.points().places(), question.top());
        var byDensity = HotPlaces.ofDensity(surface, question.top());
        var last = looked.months().held().getLast();
        return new PlacesAnswer(
                question,
                looked.read(),
                byPoint,
                byCell,
                byDensity,
                near(List.of(byPoint, byCell, byDensity), looked.points().everything()),
                Period.month(last).label(),
                accuracy(question, looked, last),
                Caveats.ofPlaces(looked.caveats()));
    }

    /// The same month of the year before is read for itself: it lies before the period.
    private Outcome<PredictiveAccuracy> accuracy(PlacesQuestion question, Looked looked, YearMonth last) {
        int month = StreetPoints.time(last);
        var before = looked.points().everything().stream()
                .map(StreetPoints.Row::event)
                .filter(event -> event.time() < month)
                .map(Event::point)
                .toList();
        var lastYear =
                looked(question.offences(), question.area(), Period.month(last.minusYears(1)), question.snapshot());
        return new HeldOutMonth(
                        month,
                        before,
                        lastYear.points().places(),
                        question.cell(),
                        question.bandwidth(),
                        question.share(),
                        question.seed())
                .measure(looked.points().events());
    }

    /// Near repeats by the Knox test.
    ///
    /// @throws BadInput when the question names what is not there
    public Outcome<NearRepeatsAnswer> nearRepeats(NearRepeatsQuestion question) {
        return looked(question.offences(), question.area(), question.period(), question.snapshot())
                .withPoints()
                .then(looked -> new KnoxTest(question.bands(), "month")
                        .run(looked.points().events(), question.permutations(), question.seed())
                        .map(repeats -> new NearRepeatsAnswer(
                                question, looked.read(), repeats, Caveats.ofNearRepeats(looked.caveats()))));
    }

    private Looked looked(String offences, String area, Period period, @Nullable String snapshotId) {
        var selection = StreetSelection.of(offences, area, period, definitions);
        var snapshot = Reader.snapshot(store, snapshotId);
        var months = selection.months(snapshot.coverage());
        var relation = store.relation(snapshot, Table.STREET);
        return new Looked(selection, months, snapshot, StreetPoints.read(selection, months, relation, reader));
    }

    /// The LSOA of the published row that is nearest to each place.
    private Map<Point, String> near(List<HotPlaces> lists, List<StreetPoints.Row> rows) {
        var placed = rows.stream()
                .filter(row -> row.lsoa() != null)
                .sorted(Comparator.comparing(
                                (StreetPoints.Row row) -> row.event().point())
                        .thenComparing(row -> String.valueOf(row.lsoa())))
                .toList();
        var near = new HashMap<Point, String>();
        for (var list : lists) {
            for (var place : list.places()) {
                placed.stream()
                        .min(Comparator.comparingDouble(
                                row -> ClosePairs.distance(row.event().point(), place.point())))
                        .ifPresent(row -> near.put(place.point(), name(String.valueOf(row.lsoa()))));
            }
        }
        return near;
    }

    private String name(String lsoa) {
        return definitions.areas().find(lsoa).map(Area::name).orElse(lsoa);
    }

    @Override
    public void close() {
        reader.close();
    }
}
