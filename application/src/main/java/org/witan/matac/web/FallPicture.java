package org.witan.matac.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.witan.matac.OpeningScores.Past;

/// Draws what a score was each month: a square for what is known now, a ring for what was known then, so that no
/// colour is needed to tell them apart. The numbers stand in the table beside it.
final class FallPicture {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 220;
    private static final int LEFT = 34;
    private static final int TOP = 12;
    private static final int BOTTOM = 190;
    private static final int MOST = 100;
    private static final int STEP = 25;

    private FallPicture() {}

    /// @param title what it shows, in words
    static String svg(List<Past> past, String title) {
        var drawing =
                new StringBuilder("<svg class=\"witan-picture\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>"
                        .formatted(WIDTH, HEIGHT, HtmlUtils.htmlEscape(title)));
        for (int value = 0; value <= MOST; value += STEP) {
            drawing.append(
                    "<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"#d0d4d9\"/><text x=\"%d\" y=\"%s\" font-size=\"12\" fill=\"#1d3557\" text-anchor=\"end\">%d</text>"
                            .formatted(
                                    LEFT,
                                    number(y(value)),
                                    WIDTH - 6,
                                    number(y(value)),
                                    LEFT - 6,
                                    number(y(value) + 4),
                                    value));
        }
        for (int at = 1; at < past.size(); at++) {
            line(drawing, at, past.get(at - 1).knownNow(), past.get(at).knownNow(), past.size());
        }
        for (int at = 0; at < past.size(); at++) {
            marks(drawing, x(at, past.size()), past.get(at));
        }
        return drawing.append("</svg>").toString();
    }

    private static void line(
            StringBuilder drawing, int at, @Nullable Double before, @Nullable Double after, int months) {
        if (before != null && after != null) {
            drawing.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#1d3557\" stroke-width=\"2\"/>"
                    .formatted(number(x(at - 1, months)), number(y(before)), number(x(at, months)), number(y(after))));
        }
    }

    private static void marks(StringBuilder drawing, double x, Past one) {
        Double now = one.knownNow();
        Double then = one.knownThen();
        if (now != null) {
            drawing.append("<rect x=\"%s\" y=\"%s\" width=\"8\" height=\"8\" fill=\"#1d3557\"/>"
                    .formatted(number(x - 4), number(y(now) - 4)));
        }
        if (then != null) {
            drawing.append("<circle cx=\"%s\" cy=\"%s\" r=\"7\" fill=\"none\" stroke=\"#a4410f\" stroke-width=\"2\"/>"
                    .formatted(number(x), number(y(then))));
        }
    }

    private static double x(int at, int months) {
        return LEFT + 10 + (WIDTH - LEFT - 26.0) * at / Math.max(1, months - 1);
    }

    private static double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / MOST;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
