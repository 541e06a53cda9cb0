package org.witan.priorities;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Answered;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;

/// The months of the year beside each other, over up to five years that end with the same month:
/// whether a type of crime has a season. Months are compared by day, because February is shorter.
@Component
public class Seasons {
    private static final int YEARS = 5;
    private static final int MONTHS = 12;
    private static final double STANDS_OUT = 1.2;
    private final Comparing comparing;
    private final Witnessing witnessing;

    Seasons(Comparing comparing, Witnessing witnessing) {
        this.comparing = comparing;
        this.witnessing = witnessing;
    }

    /// The months of a type in an area.
    ///
    /// @param years what each year is called, the oldest first
    /// @param whole how many of them have all twelve months
    public record Year(List<String> years, int whole, List<OfMonth> months, List<String> warnings) {
        public Year {
            years = List.copyOf(years);
            months = List.copyOf(months);
            warnings = List.copyOf(warnings);
        }
    }

    /// One month of the year.
    ///
    /// @param counts for each year; null where the month is not loaded
    /// @param times how many times the mean of the years that have all months, by day; null when none has
    /// @param season true when it stood out in each of at least two such years
    public record OfMonth(
            Month month,
            List<@Nullable Long> counts,
            @Nullable Double times,
            boolean season) {}

    /// The months of five years that end with a year.
    ///
    /// @param year twelve months
    /// @param verb how they are taken: to be read or as a file
    /// @throws BadInput when a name is unknown, or the period is not twelve months
    public Year of(Viewer viewer, String offences, String area, PlaceKind place, Period year, Verb verb) {
        witnessing.witness(
                viewer,
                Deed.of(verb, "seasons")
                        .with("offences", offences)
                        .with("area", area)
                        .with("place", place.name())
                        .with("period", year.notation()),
                _ -> offences);
        if (year.months().size() != MONTHS) {
            throw new BadInput("Seasons need a whole year, such as 2023-24 or 12m:2024-03");
        }
        var figures = comparing
                .answers(IntStream.range(0, YEARS)
                        .mapToObj(back ->
                                place.count(offences, area, year.yearsBefore(YEARS - 1 - back), Question.By.MONTH))
                        .toList())
                .stream()
                .flatMap(Seasons::figure)
                .toList();
        if (figures.isEmpty()) {
            throw new BadInput("Nothing is loaded of these years that could be told apart so");
        }
        return year(figures);
    }

    private static Stream<Figure> figure(Answered answered) {
        return answered instanceof Answered.Given(Figure figure) && figure.state() != Figure.State.MISSING
                ? Stream.of(figure)
                : Stream.empty();
    }

    private static Year year(List<Figure> figures) {
        var whole = figures.stream()
                .filter(figure -> figure.rows().stream().allMatch(row -> row.value() != null))
                .toList();
        var months = new ArrayList<OfMonth>();
        for (int at = 0; at < MONTHS; at++) {
            months.add(month(figures, whole, at));
        }
        months.sort((one, other) -> one.month().compareTo(other.month()));
        return new Year(
                figures.stream()
                        .map(figure -> figure.question().period().label())
                        .toList(),
                whole.size(),
                months,
                figures.stream()
                        .flatMap(figure -> figure.warnings().stream())
                        .map(Figure.Warning::text)
                        .distinct()
                        .toList());
    }

    private static OfMonth month(List<Figure> figures, List<Figure> whole, int at) {
        var counts = new ArrayList<@Nullable Long>();
        for (Figure figure : figures) {
            Double value = figure.rows().get(at).value();
            counts.add(value == null ? null : Long.valueOf(Math.round(value)));
        }
        double[] times = whole.stream()
                .mapToDouble(figure -> byDay(figure, at) / mean(figure))
                .filter(Double::isFinite)
                .toArray();
        return new OfMonth(
                figures.getFirst().question().period().months().get(at).getMonth(),
                counts,
                times.length == 0
                        ? null
                        : Double.valueOf(DoubleStream.of(times).average().orElseThrow()),
                times.length > 1 && DoubleStream.of(times).allMatch(one -> one >= STANDS_OUT));
    }

    private static double byDay(Figure figure, int at) {
        return Objects.requireNonNull(figure.rows().get(at).value())
                / figure.question().period().months().get(at).lengthOfMonth();
    }

    private static double mean(Figure figure) {
        double all = figure.rows().stream()
                .mapToDouble(row -> Objects.requireNonNull(row.value()))
                .sum();
        return all / figure.question().period().days();
    }
}
