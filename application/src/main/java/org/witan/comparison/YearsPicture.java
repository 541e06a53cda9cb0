package org.witan.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.witan.comparison.picture.BarChart;
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

    Picture of(Figure figure) {
        var years = withoutEmptyStart(years(figure.question()));
        var periods = years.stream().map(year -> year.question().period()).toList();
        var breaks = marks.between(figure.question(), periods);
        String heading = words.the("comparison.years.heading");
        var bars = IntStream.range(0, years.size())
                .mapToObj(index -> bar(years.get(index), figure, breaks, index > 0))
                .toList();
        var chart = new BarChart("years", heading, description(bars, breaks), "", null, bars);
        return new Picture("years", heading, chart.svg(), notes(breaks), table(heading, years, breaks));
    }

    private List<Figure> years(Question question) {
        var years = new ArrayList<Figure>();
        for (int ago = YEARS - 1; ago >= 0; ago--) {
            years.add(answers.answer(new Question(
                    question.offences(),
                    question.area(),
                    question.period().yearsBefore(ago),
                    null,
                    question.measure(),
                    question.filters(),
                    Question.By.NOTHING,
                    question.audience(),
                    question.table(),
                    question.snapshot())));
        }
        return years;
    }

    /// Years before the first loaded one say nothing; a hole between loaded years does.
    private static List<Figure> withoutEmptyStart(List<Figure> years) {
        int first = 0;
        while (first < years.size() - 1 && years.get(first).state() == Figure.State.MISSING) {
            first++;
        }
        return years.subList(first, years.size());
    }

    private BarChart.Bar bar(Figure year, Figure figure, List<SeriesBreak> breaks, boolean marked) {
        Period period = year.question().period();
        String numbers = marked ? numbers(period, breaks) : "";
        return new BarChart.Bar(
                period.label(),
                year.value(),
                value(year),
                null,
                period.equals(figure.question().period()),
                numbers.isEmpty() ? "" : words.the("comparison.years.break", numbers));
    }

    private static String numbers(Period period, List<SeriesBreak> breaks) {
        return IntStream.range(0, breaks.size())
                .filter(index -> SeriesMarks.beginsIn(breaks.get(index), period))
                .mapToObj(index -> String.valueOf(index + 1))
                .collect(Collectors.joining(", "));
    }

    private String value(Figure year) {
        return shown.value(year.question().measure(), year.value(), year.state());
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

    private List<String> row(Figure year, List<SeriesBreak> breaks, boolean marked) {
        Period period = year.question().period();
        return List.of(period.label(), value(year), marked ? numbers(period, breaks) : "");
    }

    private Picture.TableView table(String caption, List<Figure> years, List<SeriesBreak> breaks) {
        var rows = IntStream.range(0, years.size())
                .mapToObj(index -> row(years.get(index), breaks, index > 0))
                .toList();
        return new Picture.TableView(
                caption,
                List.of(
                        words.the("comparison.table.period"),
                        words.the("comparison.table.value"),
                        words.the("comparison.table.breaks")),
                rows);
    }
}
