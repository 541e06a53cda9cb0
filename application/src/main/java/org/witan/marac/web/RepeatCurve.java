package org.witan.marac.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.witan.marac.KaplanMeier;
import org.witan.marac.KaplanMeier.Step;
import org.witan.marac.Performance;
import org.witan.site.Drawn;
import org.witan.site.Table;
import org.witan.site.Wording;

/// Draws the share of cases that were referred again, by the days since the referral, with its
/// bounds; the numbers stand in the table beside it.
@Component
class RepeatCurve {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int RIGHT = 10;
    private static final int BELOW = 44;
    private static final List<Integer> MONTHS = List.of(0, 3, 6, 9, 12);
    private final Wording words;

    RepeatCurve(Wording words) {
        this.words = words;
    }

    Drawn of(KaplanMeier curve, String sentence) {
        return new Drawn(
                "repeats",
                words.the("marac.performance.repeats"),
                svg(curve, sentence),
                List.of(words.the("marac.performance.curve.how"), words.the("marac.performance.curve.bounds")),
                table(curve));
    }

    private Table table(KaplanMeier curve) {
        return new Table(
                words.the("marac.performance.repeats"),
                List.of(
                        words.the("marac.performance.months"),
                        words.the("marac.performance.again"),
                        words.the("marac.performance.bounds")),
                MONTHS.stream()
                        .filter(month -> month > 0)
                        .map(month -> {
                            Step step = curve.at(day(month));
                            return List.of(
                                    words.the("marac.performance.month", month),
                                    percent(1 - step.without()),
                                    bounds(step));
                        })
                        .toList());
    }

    /// Where nobody was referred again yet, the method has no bounds, and none are invented.
    String bounds(Step step) {
        return step.watched() == 0
                ? words.the("marac.performance.no-bounds")
                : words.the("marac.performance.from-to", percent(1 - step.high()), percent(1 - step.low()));
    }

    private String svg(KaplanMeier curve, String sentence) {
        double most = Math.max(0.1, Math.ceil((1 - curve.at(Performance.WINDOW).low()) * 10) / 10);
        var drawing = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"witan-picture\" role=\"img\" viewBox=\"0 0 %d %d\" aria-labelledby=\"repeats-title\">"
                        .formatted(WIDTH, HEIGHT));
        drawing.append("<title id=\"repeats-title\">")
                .append(HtmlUtils.htmlEscape(sentence))
                .append("</title>");
        for (int tenth = 0; tenth <= Math.round(most * 10); tenth++) {
            double at = y(tenth / 10.0, most);
            drawing.append("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"#b1b4b6\"/>"
                    .formatted(LEFT, number(at), WIDTH - RIGHT, number(at)));
            drawing.append("<text x=\"%d\" y=\"%s\" font-size=\"13\" text-anchor=\"end\" fill=\"#0b0c0c\">%d %%</text>"
                    .formatted(LEFT - 6, number(at + 4), tenth * 10));
        }
        for (int month : MONTHS) {
            drawing.append("<text x=\"%s\" y=\"%d\" font-size=\"13\" text-anchor=\"middle\" fill=\"#0b0c0c\">%d</text>"
                    .formatted(number(x(day(month))), HEIGHT - BELOW + 18, month));
        }
        drawing.append("<text x=\"%d\" y=\"%d\" font-size=\"13\" text-anchor=\"middle\" fill=\"#0b0c0c\">%s</text>"
                .formatted(
                        (LEFT + WIDTH - RIGHT) / 2,
                        HEIGHT - 6,
                        HtmlUtils.htmlEscape(words.the("marac.performance.axis"))));
        drawing.append(line(curve, most, Bound.HIGH, " stroke-dasharray=\"4 3\" stroke-width=\"1.5\""));
        drawing.append(line(curve, most, Bound.LOW, " stroke-dasharray=\"4 3\" stroke-width=\"1.5\""));
        drawing.append(line(curve, most, Bound.ESTIMATE, " stroke-width=\"3\""));
        return drawing.append("</svg>").toString();
    }

    private enum Bound {
        LOW,
        ESTIMATE,
        HIGH;

        private double of(Step step) {
            return 1
                    - switch (this) {
                        case LOW -> step.high();
                        case ESTIMATE -> step.without();
                        case HIGH -> step.low();
                    };
        }
    }

    private static String line(KaplanMeier curve, double most, Bound bound, String style) {
        var path = new StringBuilder("<path fill=\"none\" stroke=\"#1d3557\"" + style + " d=\"M")
                .append(number(x(0)))
                .append(' ')
                .append(number(y(0, most)));
        for (Step step : curve.steps()) {
            path.append(" H").append(number(x(step.day()))).append(" V").append(number(y(bound.of(step), most)));
        }
        return path.append(" H")
                .append(number(x(Performance.WINDOW)))
                .append("\"/>")
                .toString();
    }

    private static int day(int month) {
        return (int) Math.round(month * Performance.WINDOW / 12.0);
    }

    private static double x(int day) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (double) day / Performance.WINDOW;
    }

    private static double y(double share, double most) {
        return TOP + (HEIGHT - TOP - BELOW) * (1 - share / most);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String percent(double share) {
        return String.format(Locale.UK, "%.1f\u00a0%%", share * 100);
    }
}
