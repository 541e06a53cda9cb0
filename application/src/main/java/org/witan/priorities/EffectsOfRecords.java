package org.witan.priorities;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.priorities.Effects.Measured;
import org.witan.priorities.Problem.Compared;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Answered;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.place.Effect;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.Series;

/// Counts an effect from records of single crimes, month by month, which tell the kind of place that street files do
/// not. Months that are missing in one area are left out of all.
@Component
class EffectsOfRecords {
    private static final String LOAD_THEM =
            "Of the months before and after at least one each must be loaded for every area: load those that are missing.";
    private final Comparing comparing;
    private final Districts districts;

    EffectsOfRecords(Comparing comparing, Districts districts) {
        this.comparing = comparing;
        this.districts = districts;
    }

    /// The answer, or why there is none.
    ///
    /// @param place the kind of place that is counted alone
    Outcome<Measured> measure(Problem problem, Compared asked, PlaceKind place) {
        try {
            Period before = Period.parse(asked.before());
            Period after = Period.parse(asked.after());
            var warnings = new LinkedHashSet<String>();
            var areas = Stream.concat(Stream.of(asked.area()), asked.against().stream())
                    .map(area -> counts(problem.offences(), area, List.of(before, after), place, warnings))
                    .toList();
            var months = new TreeSet<>(areas.getFirst().keySet());
            areas.forEach(area -> months.retainAll(area.keySet()));
            boolean both = months.stream().anyMatch(before.months()::contains)
                    && months.stream().anyMatch(after.months()::contains);
            if (!both) {
                return new Outcome.Refused<>(Effects.NOT_LOADED, LOAD_THEM);
            }
            var series = new ArrayList<Series>();
            series.add(series(asked.area(), areas.getFirst(), months, after));
            for (int i = 1; i < areas.size(); i++) {
                series.add(series(asked.against().get(i - 1), areas.get(i), months, after));
            }
            return Effect.of(series.getFirst(), series.subList(1, series.size()))
                    .map(effect -> new Measured(effect, place, true, List.copyOf(warnings)));
        } catch (BadInput wrong) {
            return Effects.refused(wrong);
        }
    }

    private Series series(String area, Map<YearMonth, Long> counts, SortedSet<YearMonth> months, Period after) {
        return new Series(
                districts.name(area),
                months.headSet(after.first()).stream()
                        .map(month -> counts.getOrDefault(month, 0L))
                        .toList(),
                months.tailSet(after.first()).stream()
                        .map(month -> counts.getOrDefault(month, 0L))
                        .toList());
    }

    /// The counts of the months that are loaded.
    private Map<YearMonth, Long> counts(
            String offences, String area, List<Period> periods, PlaceKind place, Set<String> warnings) {
        var counts = new TreeMap<YearMonth, Long>();
        var answers = comparing.answers(periods.stream()
                .map(period -> place.count(offences, area, period, Question.By.MONTH))
                .toList());
        for (int i = 0; i < periods.size(); i++) {
            switch (answers.get(i)) {
                case Answered.Given(Figure figure) -> {
                    figure.warnings().forEach(warning -> warnings.add(warning.text()));
                    for (int month = 0; month < figure.rows().size(); month++) {
                        Double value = figure.rows().get(month).value();
                        if (value != null) {
                            counts.put(periods.get(i).months().get(month), Math.round(value));
                        }
                    }
                }
                case Answered.Refused(Question _, String reason) -> throw new BadInput(reason);
            }
        }
        return counts;
    }
}
