package org.witan.statistics.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.Figure;

/// A figure for a person at a terminal: the warnings first, then the sentence, then the table.
final class FigureText {
    private static final int NAME_WIDTH = 36;

    private FigureText() {}

    static String of(Figure figure) {
        var text = new StringBuilder();
        var refused = figure.refused();
        if (refused != null) {
            line(text, "REFUSED (" + refused.code() + ") " + refused.reason());
        }
        figure.warnings().forEach(warning -> line(text, "! " + warning.text()));
        line(text, figure.sentence());
        if (!figure.rows().isEmpty()) {
            line(text, "");
            line(text, columns("", "value", "before", "change %"));
            figure.rows().forEach(row -> line(text, row(row)));
            line(
                    text,
                    columns(
                            "total",
                            number(figure.value(), figure.state()),
                            plain(figure.previous()),
                            change(figure.changePercent())));
        }
        line(text, "");
        line(
                text,
                "Definition " + figure.definition().set() + " "
                        + figure.definition().version() + " ("
                        + figure.definition().status() + "); snapshot " + figure.snapshot() + "; rounding: "
                        + figure.rounding());
        return text.toString();
    }

    private static String row(Figure.Row row) {
        return columns(
                row.name(), number(row.value(), row.state()), plain(row.previous()), change(row.changePercent()));
    }

    private static String columns(String name, String value, String before, String change) {
        var shortened = name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH - 1) + "…" : name;
        return ("%-" + NAME_WIDTH + "s %12s %12s %10s").formatted(shortened, value, before, change);
    }

    private static String number(@Nullable Double value, Figure.State state) {
        return value == null ? state.name().toLowerCase(Locale.ROOT).replace('_', ' ') : plain(value);
    }

    private static String plain(@Nullable Double value) {
        var exact = Json.number(value);
        return exact == null ? "–" : String.format(Locale.UK, "%,." + exact.scale() + "f", exact);
    }

    private static String change(@Nullable Double percent) {
        return percent == null
                ? "–"
                : String.format(Locale.UK, "%+,.1f", percent).replace('-', '−');
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
