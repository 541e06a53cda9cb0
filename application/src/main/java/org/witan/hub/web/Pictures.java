package org.witan.hub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.HubCaseInFull.Measurement;
import org.witan.hub.MeasuringIndependence.Change;
import org.witan.hub.MeasuringIndependence.Median;
import org.witan.hub.Need;
import org.witan.site.Drawn;
import org.witan.site.Table;
import org.witan.site.Wording;

/// Draws independence, from where it started to where it is now, a line for each need; the numbers stand in the table
/// beside it. A start is a ring and now is a square, so that no colour is needed to tell them apart.
@Component
class Pictures {
    private static final int WIDTH = 400;
    private static final int LEFT = 24;
    private static final int ROW = 46;
    private static final int STEP = 34;
    private static final int AXIS = 26;
    private static final int MOST = 10;
    private final Wording words;

    Pictures(Wording words) {
        this.words = words;
    }

    /// Of one resident; null when nothing was measured.
    @Nullable
    Drawn of(HubCaseInFull found) {
        if (found.measurements().isEmpty()) {
            return null;
        }
        var bars = new ArrayList<Bar>();
        for (Need need : found.needs()) {
            List<Integer> values = found.measurements().stream()
                    .map(Measurement::values)
                    .filter(one -> one.containsKey(need.code()))
                    .map(one -> one.get(need.code()))
                    .toList();
            if (!values.isEmpty()) {
                bars.add(new Bar(need.words(), values.getFirst(), values.getLast()));
            }
        }
        return new Drawn(
                "independence",
                words.the("hub.picture.heading"),
                svg(bars, words.the("hub.picture.person", sentence(bars))),
                List.of(words.the("hub.picture.how"), words.the("hub.scale.source")),
                table(bars));
    }

    private String sentence(List<Bar> bars) {
        return String.join(
                "; ",
                bars.stream()
                        .map(bar -> words.the("hub.picture.bar", bar.name, number(bar.first), number(bar.last)))
                        .toList());
    }

    private Table table(List<Bar> bars) {
        return new Table(
                words.the("hub.picture.heading"),
                List.of(
                        words.the("hub.picture.need"),
                        words.the("hub.picture.start"),
                        words.the("hub.picture.now"),
                        words.the("hub.picture.change")),
                bars.stream()
                        .map(bar ->
                                List.of(bar.name, number(bar.first), number(bar.last), signed(bar.last - bar.first)))
                        .toList());
    }

    private static String signed(double change) {
        return (change > 0 ? "+" : "") + number(change);
    }

    /// Of all residents who were measured at least twice; needs with too few are in the table alone, without a number.
    Drawn of(List<Change> changes) {
        var bars = new ArrayList<Bar>();
        var rows = new ArrayList<List<String>>();
        for (Change change : changes) {
            Median median = change.median();
            if (median != null) {
                bars.add(new Bar(change.need().words(), median.first(), median.last()));
            }
            rows.add(List.of(
                    change.need().words(),
                    change.isSuppressed() ? words.the("hub.total.few") : String.valueOf(change.cases()),
                    median == null ? "" : number(median.first()),
                    median == null ? "" : number(median.last()),
                    change(change)));
        }
        return new Drawn(
                "total",
                words.the("hub.total.heading"),
                bars.isEmpty() ? "" : svg(bars, words.the("hub.picture.total", sentence(bars))),
                List.of(words.the("hub.total.how"), words.the("hub.total.suppressed"), words.the("hub.scale.source")),
                new Table(
                        words.the("hub.total.heading"),
                        List.of(
                                words.the("hub.picture.need"),
                                words.the("hub.total.cases"),
                                words.the("hub.total.first"),
                                words.the("hub.total.last"),
                                words.the("hub.total.change")),
                        rows));
    }

    /// The median change in words: with its sign, or why there is none.
    String change(Change change) {
        Median median = change.median();
        if (median == null) {
            return words.the(change.isSuppressed() ? "hub.total.hidden" : "hub.total.none");
        }
        return signed(median.change());
    }

    private static String svg(List<Bar> bars, String sentence) {
        int height = bars.size() * ROW + AXIS;
        var drawing = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"witan-picture\" role=\"img\" viewBox=\"0 0 %d %d\" aria-labelledby=\"independence-title\">"
                        .formatted(WIDTH, height));
        drawing.append("<title id=\"independence-title\">")
                .append(HtmlUtils.htmlEscape(sentence))
                .append("</title>");
        for (int value = 0; value <= MOST; value++) {
            drawing.append("<line x1=\"%1$s\" y1=\"0\" x2=\"%1$s\" y2=\"%2$d\" stroke=\"%3$s\"/>"
                    .formatted(number(x(value)), height - AXIS, value % 5 == 0 ? "#505a5f" : "#d2d4d6"));
            drawing.append("<text x=\"%s\" y=\"%d\" font-size=\"13\" text-anchor=\"middle\" fill=\"#0b0c0c\">%d</text>"
                    .formatted(number(x(value)), height - AXIS + 18, value));
        }
        for (int place = 0; place < bars.size(); place++) {
            draw(drawing, bars.get(place), place * ROW);
        }
        return drawing.append("</svg>").toString();
    }

    private static void draw(StringBuilder drawing, Bar bar, int top) {
        int y = top + STEP;
        drawing.append(
                "<text x=\"%d\" y=\"%d\" font-size=\"13\" fill=\"#0b0c0c\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">%s</text>"
                        .formatted(LEFT, top + 18, HtmlUtils.htmlEscape(bar.name)));
        drawing.append("<line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\" stroke=\"#1d3557\" stroke-width=\"4\"/>"
                .formatted(number(x(bar.first)), y, number(x(bar.last)), y));
        drawing.append("<circle cx=\"%s\" cy=\"%d\" r=\"6\" fill=\"#ffffff\" stroke=\"#1d3557\" stroke-width=\"3\"/>"
                .formatted(number(x(bar.first)), y));
        drawing.append("<rect x=\"%s\" y=\"%d\" width=\"12\" height=\"12\" fill=\"#1d3557\"/>"
                .formatted(number(x(bar.last) - 6), y - 6));
    }

    private static double x(double value) {
        return LEFT + (WIDTH - 2 * LEFT) * value / MOST;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private record Bar(String name, double first, double last) {}
}
