package org.witan.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.comparison.picture.BarChart;
import org.witan.site.Drawn;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.SeriesBreak;

/// The same period in five years, with the breaks between them drawn as gaps.
@Component
class YearsPicture {
    private static final int YEARS = 5;
    private final Answers answers;
    private final SeriesMarks marks;
    private final Shown shown;
    private final Wording words;

    YearsPicture(Answers answers, SeriesMarks marks, Shown shown, Wording words) {
        this.answers = answers;
        this.marks = marks;
        this.shown = shown;
        this.words = words;
    }

    Drawn of(Figure figure) {
        var years = withoutEmptyStart(years(figure));
        var breaks = marks.between(
                figure.question(), years.stream().map(Year::period).toList());
        String heading = words.the("comparison.years.heading");
        var bars = IntStream.range(0, years.size())
                .mapToObj(index -> bar(years.get(index), breaks, index > 0))
                .toList();
        var chart = new BarChart("years", heading, description(bars, breaks), "", null, bars);
        return new Drawn("years", heading, chart.svg(), notes(breaks), table(heading, years, breaks));
    }

    /// One bar: what was asked about, or the same period in an earlier year.
    private record Year(Period period, @Nullable Double value, String shown, boolean loaded, boolean main) {}

    /// The engine reads the whole series at once, so that a page asks two questions and not five.
    private List<Year> years(Figure figure) {
        var years = new ArrayList<Year>();
        for (var row : series(figure.question())) {
            var period = Period.parse(row.code());
            if (!period.equals(figure.question().period())) {
                years.add(earlier(figure.question(), period, row));
            }
        }
        years.add(new Year(
                figure.question().period(),
                figure.value(),
                shown.value(figure.question().measure(), figure.value(), figure.state()),
                figure.state() != Figure.State.MISSING,
                true));
        return years.subList(Math.max(0, years.size() - YEARS), years.size());
    }

    private List<Figure.Row> series(Question question) {
        try {
            return answers.answer(new Question(
                            question.offences(),
                            question.area(),
                            question.period(),
                            null,
                            question.measure(),
                            question.filters(),
                            Question.By.YEAR,
                            question.audience(),
                            question.table(),
                            question.snapshot()))
                    .rows();
        } catch (BadInput _) {
            // The engine has no series for what was asked; the picture shows the one period.
            return List.of();
        }
    }

    private Year earlier(Question question, Period period, Figure.Row row) {
        return new Year(
                period,
                row.value(),
                shown.value(question.measure(), row.value(), row.state()),
                row.state() != Figure.State.MISSING,
                false);
    }

    /// Years before the first loaded one say nothing; a hole between loaded years does.
    private static List<Year> withoutEmptyStart(List<Year> years) {
        int first = 0;
        while (first < years.size() - 1 && !years.get(first).loaded()) {
            first++;
        }
        return years.subList(first, years.size());
    }

    private BarChart.Bar bar(Year year, List<SeriesBreak> breaks, boolean marked) {
        String numbers = marked ? numbers(year.period(), breaks) : "";
        return new BarChart.Bar(
                year.period().label(),
                year.value(),
                year.shown(),
                null,
                year.main(),
                numbers.isEmpty() ? "" : words.the("comparison.years.break", numbers));
    }

    private static String numbers(Period period, List<SeriesBreak> breaks) {
        return IntStream.range(0, breaks.size())
                .filter(index -> SeriesMarks.beginsIn(breaks.get(index), period))
                .mapToObj(index -> String.valueOf(index + 1))
                .collect(Collectors.joining(", "));
    }

    private List<String> notes(List<SeriesBreak> breaks) {
        return IntStream.range(0, breaks.size())
                .mapToObj(index -> words.the(
                        "comparison.years.note",
                        String.valueOf(index + 1),
                        Dates.day(breaks.get(index).from()),
                        breaks.get(index).title()))
                .toList();
    }

    private String description(List<BarChart.Bar> bars, List<SeriesBreak> breaks) {
        String values =
                bars.stream().map(bar -> bar.label() + ": " + bar.shown()).collect(Collectors.joining("; "));
        return words.the("comparison.years.description", values, String.valueOf(breaks.size()));
    }

    private static List<String> row(Year year, List<SeriesBreak> breaks, boolean marked) {
        return List.of(year.period().label(), year.shown(), marked ? numbers(year.period(), breaks) : "");
    }

    private Table table(String caption, List<Year> years, List<SeriesBreak> breaks) {
        var rows = IntStream.range(0, years.size())
                .mapToObj(index -> row(years.get(index), breaks, index > 0))
                .toList();
        return new Table(
                caption,
                List.of(
                        words.the("comparison.table.period"),
                        words.the("comparison.table.value"),
                        words.the("comparison.table.breaks")),
                rows);
    }
}
