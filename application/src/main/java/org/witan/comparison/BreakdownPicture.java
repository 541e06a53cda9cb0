package org.witan.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.witan.comparison.picture.BarChart;
import org.witan.comparison.picture.Boundaries;
import org.witan.comparison.picture.DistrictMap;
import org.witan.site.Drawn;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Question;

/// The rows of a figure as bars, and as a map when they are districts that the application can draw.
@Component
class BreakdownPicture {
    private static final int MOST_BARS = 24;
    private static final int FEWEST_ON_A_MAP = 3;
    private final Boundaries boundaries;
    private final Shown shown;
    private final Wording words;

    BreakdownPicture(Boundaries boundaries, Shown shown, Wording words) {
        this.boundaries = boundaries;
        this.shown = shown;
        this.words = words;
    }

    Optional<Drawn> bars(Figure figure, boolean tableShown) {
        if (figure.rows().isEmpty()) {
            return Optional.empty();
        }
        String heading = words.the("comparison.breakdown." + figure.question().by());
        Measure measure = figure.question().measure();
        var bars = figure.rows().stream()
                .limit(MOST_BARS)
                .map(row -> new BarChart.Bar(row.name(), row.value(), value(measure, row), row.previous(), true, ""))
                .toList();
        boolean earlier = bars.stream().anyMatch(bar -> bar.before() != null);
        var chart = new BarChart(
                "breakdown",
                heading,
                described(figure),
                figure.question().period().label(),
                earlier ? earlierLabel(figure.question()) : null,
                bars);
        var notes = figure.rows().size() > MOST_BARS
                ? List.of(words.the("comparison.breakdown.most", String.valueOf(MOST_BARS)))
                : List.<String>of();
        return Optional.of(
                new Drawn("breakdown", heading, chart.svg(), notes, tableShown ? null : table(figure, heading, false)));
    }

    Optional<Drawn> map(Figure figure) {
        if (figure.question().by() != Question.By.AREA) {
            return Optional.empty();
        }
        var districts = IntStream.range(0, figure.rows().size())
                .mapToObj(index -> district(figure, index))
                .flatMap(Optional::stream)
                .toList();
        if (districts.size() < FEWEST_ON_A_MAP) {
            return Optional.empty();
        }
        String heading = words.the("comparison.map.heading");
        var map = new DistrictMap("map", heading, described(figure), words.the("comparison.map.without"), districts);
        return Optional.of(new Drawn(
                "map",
                heading,
                map.svg(),
                List.of(words.the("comparison.map.numbers"), words.the("comparison.map.attribution")),
                table(figure, heading, true)));
    }

    private Optional<DistrictMap.District> district(Figure figure, int index) {
        Figure.Row row = figure.rows().get(index);
        return boundaries
                .find(row.code())
                .map(outline -> new DistrictMap.District(
                        outline, index + 1, row.value(), value(figure.question().measure(), row)));
    }

    private String value(Measure measure, Figure.Row row) {
        return shown.value(measure, row.value(), row.state());
    }

    private String earlierLabel(Question question) {
        var with = question.with();
        return with == null ? question.period().yearsBefore(1).label() : with.label();
    }

    private String described(Figure figure) {
        return figure.rows().stream()
                .limit(MOST_BARS)
                .map(row -> row.name() + ": " + value(figure.question().measure(), row))
                .collect(Collectors.joining("; "));
    }

    private Table table(Figure figure, String caption, boolean numbered) {
        Measure measure = figure.question().measure();
        var rows = new ArrayList<List<String>>();
        for (Figure.Row row : figure.rows()) {
            String name = numbered
                    ? words.the("comparison.map.row", String.valueOf(rows.size() + 1), row.name())
                    : row.name();
            rows.add(List.of(
                    name,
                    value(measure, row),
                    shown.earlier(measure, row.previous()),
                    shown.change(row.changePercent())));
        }
        return new Table(
                caption,
                List.of(
                        words.the("comparison.table." + figure.question().by()),
                        figure.question().period().label(),
                        earlierLabel(figure.question()),
                        words.the("comparison.table.change")),
                List.copyOf(rows));
    }
}
