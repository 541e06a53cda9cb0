package org.witan.comparison.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bars from top to bottom, one for each year, month, area or offence, with the earlier period's bar below each when
/// there is one, and a gap with a numbered mark wherever the series breaks.
///
/// @param id unique on the page
/// @param now and before: what the two kinds of bar stand for; `before` is absent when no bar has an earlier one
public record BarChart(
        String id,
        String title,
        String description,
        String now,
        @Nullable String before,
        List<Bar> bars) {
    private static final double WIDTH = 360;
    private static final double VALUE_SPACE = 92;
    private static final double TEXT = 13;
    private static final double LETTER = 7;
    private static final double BAR = 18;
    private static final double THIN = 9;
    private static final double ROW_GAP = 10;
    private static final double LABEL_LINE = 16;
    private static final double BREAK_GAP = 24;
    private static final int SHORT_LABEL = 10;
    private static final String INK = "#0b0c0c";
    private static final String NOW = "#1d3557";
    private static final String BEFORE_GROUND = "#ffffff";
    private static final String BREAK = "#942514";

    /// One bar.
    ///
    /// @param value its length; null when there is no number, and then `shown` says why in words
    /// @param shown the number as the reader sees it
    /// @param main true for the bar that the figure is about
    /// @param breaks marks of the breaks between the bar above and this one; empty for none
    public record Bar(
            String label,
            @Nullable Double value,
            String shown,
            @Nullable Double before,
            boolean main,
            String breaks) {}

    /// The whole picture as one `svg` element.
    public String svg() {
        var svg = new Svg(id, WIDTH, height(), title, description);
        svg.hatch(id + "-before", 5, BEFORE_GROUND, NOW).hatch(id + "-other", 3, "#dbe5f1", NOW);
        double y = legend(svg);
        for (Bar bar : bars) {
            y = breakMark(svg, bar, y);
            y = row(svg, bar, y);
        }
        return svg.end();
    }

    private double legend(Svg svg) {
        if (before == null) {
            return 4;
        }
        svg.rectangle(0.5, 4.5, 14, 10, NOW, NOW).text(20, 14, "start", TEXT, INK, now);
        svg.rectangle(0.5, 22.5, 14, 10, fill("-before"), NOW).text(20, 32, "start", TEXT, INK, before);
        return 46;
    }

    private double breakMark(Svg svg, Bar bar, double y) {
        if (bar.breaks().isEmpty()) {
            return y;
        }
        double middle = y + BREAK_GAP / 2 - ROW_GAP / 2;
        svg.line(0, middle, WIDTH - 10 - bar.breaks().length() * LETTER, middle, BREAK, "5 4");
        svg.text(WIDTH - 2, middle + 4.5, "end", TEXT, BREAK, bar.breaks());
        return y + BREAK_GAP;
    }

    private double row(Svg svg, Bar bar, double y) {
        double left = labelsBeside() ? 76 : 0;
        double top = labelsBeside() ? y : y + LABEL_LINE;
        svg.text(0, labelsBeside() ? y + BAR - 4.5 : y + LABEL_LINE - 5, "start", TEXT, INK, bar.label());
        double scale = (WIDTH - VALUE_SPACE - left) / largest();
        double length = bar.value() == null ? 0 : bar.value() * scale;
        if (bar.value() != null) {
            svg.rectangle(left + 0.5, top, Math.max(length, 1), BAR, bar.main() ? NOW : fill("-other"), NOW);
        }
        svg.text(left + length + 5, top + BAR - 4.5, "start", TEXT, INK, bar.shown());
        if (bar.before() != null) {
            svg.rectangle(left + 0.5, top + BAR, Math.max(bar.before() * scale, 1), THIN, fill("-before"), NOW);
        }
        return top + BAR + (before == null ? 0 : THIN) + ROW_GAP;
    }

    private String fill(String pattern) {
        return "url(#" + id + pattern + ")";
    }

    private double height() {
        double row = BAR + ROW_GAP + (labelsBeside() ? 0 : LABEL_LINE) + (before == null ? 0 : THIN);
        long breaks = bars.stream().filter(bar -> !bar.breaks().isEmpty()).count();
        return (before == null ? 4 : 46) + bars.size() * row + breaks * BREAK_GAP;
    }

    private boolean labelsBeside() {
        return bars.stream().allMatch(bar -> bar.label().length() <= SHORT_LABEL);
    }

    private double largest() {
        double largest = bars.stream()
                .mapToDouble(bar -> Math.max(orZero(bar.value()), orZero(bar.before())))
                .max()
                .orElse(0);
        return largest > 0 ? largest : 1;
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
