package org.witan.statistics.place;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.StreetSelection;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// Measures effects from the street files of a store. One value serves many threads.
public final class MeasuringEffects implements AutoCloseable {
    private final Store store;
    private final Definitions definitions;
    private final Reader reader = new Reader();

    public MeasuringEffects(Store store, Definitions definitions) {
        this.store = store;
        this.definitions = definitions;
    }

    /// The effect in an area, against the comparison areas.
    ///
    /// @throws BadInput when the question names what is not there, or its areas or periods overlap
    public Outcome<EffectAnswer> effect(EffectQuestion question) {
        if (!question.before().last().isBefore(question.after().first())) {
            throw new BadInput("The period before must end before the period after begins");
        }
        var snapshot = Reader.snapshot(store, question.snapshot());
        var before = selections(question, question.before());
        var after = selections(question, question.after());
        var months = new TreeSet<YearMonth>();
        months.addAll(held(before, snapshot));
        months.addAll(held(after, snapshot));
        if (held(before, snapshot).isEmpty() || held(after, snapshot).isEmpty()) {
            return new Outcome.Refused<>(
                    "missing-months",
                    "Of the months before and after at least one each must be loaded for every area: load those that are missing.");
        }
        var counts = counted(before, months, snapshot);
        return Effect.of(series(before, 0, months, question, counts), others(before, months, question, counts))
                .map(effect -> new EffectAnswer(
                        question,
                        before.getFirst().set().title(),
                        before.getFirst().set().version(),
                        snapshot.id(),
                        List.copyOf(months),
                        effect,
                        Caveats.ofEffect(missing(question, months), effect, snapshot.synthetic(Table.STREET))));
    }

    /// The area first, then those to compare with.
    private List<StreetSelection> selections(EffectQuestion question, Period period) {
        return Stream.concat(Stream.of(question.area()), question.against().stream())
                .map(area -> StreetSelection.of(question.offences(), area, period, definitions))
                .toList();
    }

    private static List<YearMonth> held(List<StreetSelection> areas, Snapshot snapshot) {
        var held = new TreeSet<>(areas.getFirst().months(snapshot.coverage()).held());
        areas.forEach(area -> held.retainAll(area.months(snapshot.coverage()).held()));
        return List.copyOf(held);
    }

    private static List<YearMonth> missing(EffectQuestion question, SortedSet<YearMonth> held) {
        return Stream.concat(question.before().months().stream(), question.after().months().stream())
                .filter(month -> !held.contains(month))
                .toList();
    }

    private static List<Series> others(
            List<StreetSelection> areas,
            SortedSet<YearMonth> months,
            EffectQuestion question,
            Map<YearMonth, List<Long>> counts) {
        return IntStream.range(1, areas.size())
                .mapToObj(area -> series(areas, area, months, question, counts))
                .toList();
    }

    private static Series series(
            List<StreetSelection> areas,
            int area,
            SortedSet<YearMonth> months,
            EffectQuestion question,
            Map<YearMonth, List<Long>> counts) {
        var sides = months.stream()
                .collect(Collectors.partitioningBy(
                        month -> month.isBefore(question.after().first()),
                        Collectors.mapping(month -> count(counts.get(month), area), Collectors.toList())));
        return new Series(
                areas.get(area).area().name(),
                sides.getOrDefault(true, List.of()),
                sides.getOrDefault(false, List.of()));
    }

    /// A month without any row has no count of its own, and was delivered all the same.
    private static Long count(@Nullable List<Long> counts, int area) {
        return counts == null ? Long.valueOf(0) : counts.get(area);
    }

    /// One SQL: a count for each area and month, and the rows that two areas share, of which there must be none.
    private Map<YearMonth, List<Long>> counted(
            List<StreetSelection> areas, SortedSet<YearMonth> months, Snapshot snapshot) {
        var columns = new ArrayList<String>();
        areas.forEach(area -> columns.add("count(*) filter (where " + area.isInArea() + ")"));
        var shared = areas.stream()
                .map(area -> "(" + area.isInArea() + ")::int")
                .collect(Collectors.joining(" + ", "count(*) filter (where ", " > 1)"));
        var sql = "select year(month) * 12 + month(month) - 1, " + String.join(", ", columns) + ", " + shared + " from "
                + store.relation(snapshot, Table.STREET) + " where "
                + StreetSelection.isIn(months) + " and " + areas.getFirst().isInSet()
                + " group by 1";
        var counts = new HashMap<YearMonth, List<Long>>();
        for (var row : reader.numbers(sql)) {
            if (row.getLast() > 0) {
                throw new BadInput(
                        "Some areas of this question share crimes: an area cannot be compared with itself or a part of itself");
            }
            int month = Math.toIntExact(row.getFirst());
            counts.put(YearMonth.of(month / 12, month % 12 + 1), row.subList(1, row.size() - 1));
        }
        return counts;
    }

    @Override
    public void close() {
        reader.close();
    }
}
