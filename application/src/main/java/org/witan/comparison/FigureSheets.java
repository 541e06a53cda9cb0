package org.witan.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;

/// A figure as rows for a file: marking and caveats first, so that nobody copies the number without them.
@Component
class FigureSheets {
    private final Provenance provenance;
    private final Shown shown;
    private final Wording words;

    FigureSheets(Provenance provenance, Shown shown, Wording words) {
        this.provenance = provenance;
        this.shown = shown;
        this.words = words;
    }

    Sheet of(Figure figure) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("comparison.file.marking." + audience(figure))));
        if (figure.synthetic()) {
            rows.add(Sheet.line(words.the("comparison.file.synthetic")));
        }
        rows.add(Sheet.line(words.the("comparison.file.sentence"), figure.sentence()));
        if (figure.refused() != null) {
            rows.add(Sheet.line(
                    words.the("comparison.refused.title"),
                    figure.refused().reason(),
                    figure.refused().source()));
        }
        figure.warnings()
                .forEach(warning -> rows.add(Sheet.line(
                        words.the("site.warning"), warning.text(), warning.source() == null ? "" : warning.source())));
        rows.add(List.of());
        numbers(rows, figure);
        breakdown(rows, figure);
        rows.add(List.of());
        provenance
                .of(figure)
                .forEach(fact -> fact.details().forEach(detail -> rows.add(Sheet.line(fact.term(), detail))));
        rows.add(Sheet.line(words.the("comparison.file.licence"), words.the("site.footer.licence")));
        rows.add(Sheet.line(words.the("comparison.file.caveat"), words.the("site.footer.measure")));
        return new Sheet(words.the("comparison.file.sheet"), List.copyOf(rows));
    }

    private static String audience(Figure figure) {
        return figure.question().audience().name().toLowerCase(Locale.ROOT);
    }

    private void numbers(List<List<Sheet.Cell>> rows, Figure figure) {
        Question question = figure.question();
        rows.add(List.of(Sheet.words(question.period().label()), cell(figure, figure.value(), figure.state())));
        rows.add(List.of(
                Sheet.words(AnswerViews.earlier(question).label()),
                orWords(figure.previous(), "comparison.state.none")));
        rows.add(List.of(
                Sheet.words(words.the("comparison.file.change")),
                orWords(figure.changePercent(), "comparison.state.withheld")));
        var interval = figure.interval();
        if (interval != null) {
            rows.add(List.of(
                    Sheet.words(words.the("comparison.file.interval")),
                    Sheet.number(interval.low()),
                    Sheet.number(interval.high())));
        }
    }

    private void breakdown(List<List<Sheet.Cell>> rows, Figure figure) {
        if (figure.rows().isEmpty()) {
            return;
        }
        rows.add(List.of());
        rows.add(Sheet.line(
                words.the("comparison.table." + figure.question().by()),
                words.the("comparison.file.code"),
                figure.question().period().label(),
                AnswerViews.earlier(figure.question()).label(),
                words.the("comparison.file.change")));
        for (Figure.Row row : figure.rows()) {
            rows.add(List.of(
                    Sheet.words(row.name()),
                    Sheet.words(row.code()),
                    cell(figure, row.value(), row.state()),
                    orWords(row.previous(), "comparison.state.none"),
                    orWords(row.changePercent(), "comparison.state.withheld")));
        }
    }

    private Sheet.Cell cell(Figure figure, @Nullable Double value, Figure.State state) {
        boolean number = state == Figure.State.NUMBER || state == Figure.State.ZERO;
        return number && value != null
                ? Sheet.number(value)
                : Sheet.words(shown.value(figure.question().measure(), value, state));
    }

    private Sheet.Cell orWords(@Nullable Double value, String otherwise) {
        return value == null ? Sheet.words(words.the(otherwise)) : Sheet.number(value);
    }
}
