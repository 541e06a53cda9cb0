package org.witan.statistics.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Figure;

/// A figure as CSV: the total, then the breakdown, then the caveats, so that no number travels without them.
final class FigureCsv {
    private FigureCsv() {}

    static String of(Figure figure) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            write(figure, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Figure figure, CsvWriter csv) {
        csv.writeRecord(
                "line",
                "code",
                "name",
                "value",
                "numerator",
                "denominator",
                "previous",
                "change_percent",
                "state",
                "suppressed");
        csv.writeRecord(
                "total",
                figure.definition().set(),
                figure.sentence(),
                plain(figure.value()),
                plain(figure.numerator()),
                plain(figure.denominator()),
                plain(figure.previous()),
                plain(figure.changePercent()),
                figure.state().name(),
                Boolean.toString(figure.suppressed()));
        figure.rows()
                .forEach(row -> csv.writeRecord(
                        "row",
                        row.code(),
                        row.name(),
                        plain(row.value()),
                        plain(row.numerator()),
                        plain(row.denominator()),
                        plain(row.previous()),
                        plain(row.changePercent()),
                        row.suppressed()
                                ? Figure.State.SUPPRESSED.name()
                                : row.state().name()));
        caveats(figure, csv);
    }

    private static void caveats(Figure figure, CsvWriter csv) {
        var refused = figure.refused();
        if (refused != null) {
            note(csv, "refused", refused.code(), refused.reason());
        }
        figure.warnings().forEach(warning -> note(csv, "warning", warning.code(), warning.text()));
        var definition = figure.definition();
        note(csv, "definition", definition.set(), definition.title() + ", version " + definition.version());
        note(csv, "snapshot", figure.snapshot(), figure.synthetic() ? "synthetic" : "");
        figure.sources().forEach(source -> note(csv, "source", source.table(), source.name()));
        note(csv, "rounding", "", figure.rounding());
    }

    private static void note(CsvWriter csv, String line, String code, String text) {
        csv.writeRecord(line, code, text, "", "", "", "", "", "", "");
    }

    private static String plain(@Nullable Double number) {
        var exact = Json.number(number);
        return exact == null ? "" : exact.toPlainString();
    }
}
