package org.witan.risk.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.witan.risk.Assessment;
import org.witan.risk.Contribution;
import org.witan.risk.Contribution.Effect;
import org.witan.risk.Score;
import org.witan.site.Drawn;
import org.witan.site.Wording;

/// Draws an assessment as a compact picture: a box a question in the order of the form, and the score
/// as a range with its threshold. What is told by colour is told by shape as well.
@Component
class ScorePicture {
    private static final int WIDTH = 360;
    private static final int IN_A_ROW = 9;
    private static final int BOX = 40;
    private static final int HIGH = 32;
    private static final int BAR = 18;
    private final Wording words;

    ScorePicture(Wording words) {
        this.words = words;
    }

    Drawn of(Assessment one, Score score, String sentence) {
        return new Drawn(
                "score",
                sentence,
                svg(one, score, sentence),
                List.of(words.the("risk.picture.how"), words.the("risk.picture.missing")),
                null);
    }

    private String svg(Assessment one, Score score, String sentence) {
        List<Contribution> all = score.contributions();
        int rows = (all.size() + IN_A_ROW - 1) / IN_A_ROW;
        int bar = rows * BOX + 26;
        var drawing = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"witan-picture\" role=\"img\" viewBox=\"0 0 %d %d\" aria-labelledby=\"score-title\">"
                        .formatted(WIDTH, bar + BAR + 24));
        drawing.append("<title id=\"score-title\">")
                .append(HtmlUtils.htmlEscape(words.the("risk.picture.title", sentence)))
                .append("</title><defs><pattern id=\"score-open\" width=\"6\" height=\"6\" ")
                .append("patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .append("<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>")
                .append("<rect width=\"2\" height=\"6\" fill=\"#1d70b8\"/></pattern></defs>");
        for (int at = 0; at < all.size(); at++) {
            box(
                    drawing,
                    at,
                    one.tool().number(all.get(at).question()),
                    all.get(at).effect());
        }
        bar(drawing, score, one.threshold(), bar);
        return drawing.append("</svg>").toString();
    }

    private static void box(StringBuilder drawing, int at, int number, Effect effect) {
        int left = at % IN_A_ROW * BOX + 2;
        int top = at / IN_A_ROW * BOX + 2;
        boolean counts = effect == Effect.COUNTS;
        boolean open = effect == Effect.MAY_COUNT;
        drawing.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#1d3557\"%s/>"
                .formatted(
                        left,
                        top,
                        BOX - 4,
                        HIGH,
                        counts ? "#1d3557" : open ? "url(#score-open)" : "#ffffff",
                        open ? " stroke-dasharray=\"4 3\"" : ""));
        if (open) {
            // The number stays legible on the hatching.
            drawing.append("<rect x=\"%d\" y=\"%d\" width=\"26\" height=\"20\" fill=\"#ffffff\"/>"
                    .formatted(left + 5, top + 6));
        }
        drawing.append("<text x=\"%d\" y=\"%d\" font-size=\"15\" text-anchor=\"middle\" fill=\"%s\"%s>%d%s</text>"
                .formatted(
                        left + (BOX - 4) / 2,
                        top + 21,
                        counts ? "#ffffff" : "#0b0c0c",
                        counts ? " font-weight=\"700\"" : "",
                        number,
                        open ? "?" : ""));
    }

    private void bar(StringBuilder drawing, Score score, @Nullable Integer threshold, int top) {
        double unit = (WIDTH - 4.0) / Math.max(1, score.contributions().size());
        drawing.append(rect(2, top, unit * score.contributions().size(), "#ffffff"));
        drawing.append(rect(2 + unit * score.least(), top, unit * score.missing(), "url(#score-open)"));
        drawing.append(rect(2, top, unit * score.least(), "#1d3557"));
        if (threshold != null) {
            double at = 2 + unit * threshold;
            drawing.append(
                    "<line x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\" stroke=\"#942514\" stroke-width=\"3\"/>"
                            .formatted(number(at), top - 6, top + BAR + 6));
            drawing.append("<text x=\"%s\" y=\"%d\" font-size=\"13\" text-anchor=\"%s\" fill=\"#942514\">%s</text>"
                    .formatted(
                            number(at),
                            top - 9,
                            at > WIDTH / 2.0 ? "end" : "start",
                            HtmlUtils.htmlEscape(words.the("risk.picture.threshold", threshold))));
        }
        drawing.append("<text x=\"2\" y=\"%d\" font-size=\"13\" fill=\"#0b0c0c\">0</text>".formatted(top + BAR + 16));
        drawing.append("<text x=\"%d\" y=\"%d\" font-size=\"13\" text-anchor=\"end\" fill=\"#0b0c0c\">%d</text>"
                .formatted(WIDTH - 2, top + BAR + 16, score.contributions().size()));
    }

    private static String rect(double left, int top, double width, String fill) {
        return "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\" stroke=\"#1d3557\"/>"
                .formatted(number(left), top, number(Math.max(0, width)), BAR, fill);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
