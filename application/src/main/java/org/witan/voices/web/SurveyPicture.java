package org.witan.voices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.witan.comparison.picture.Svg;
import org.witan.site.Drawn;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.voices.ShareLimits;
import org.witan.voices.SurveyResult;

/// Draws what the surveys of one area found on one question: a point a year with the limits of its sampling error, and
/// the same in a table. Years lie where they are in time: one in which nobody was asked leaves its gap.
@Component
class SurveyPicture {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 260;
    private static final double LEFT = 46;
    private static final double BOTTOM = 30;
    private static final double TOP = 14;
    private static final double CAP = 7;
    private static final int STEP = 25;
    private static final String INK = "#0b0c0c";
    private static final String GRID = "#b1b4b6";
    private final Choices choices;
    private final Wording words;

    SurveyPicture(Choices choices, Wording words) {
        this.choices = choices;
        this.words = words;
    }

    /// The picture of some results of one area and question.
    ///
    /// @param results by year, the first first; at least one
    Drawn of(String id, List<SurveyResult> results) {
        SurveyResult first = results.getFirst();
        String title = words.the("voices.survey.picture", choices.word("question", first.question()), first.area());
        return new Drawn(
                id,
                title,
                svg(id, title, results),
                List.of(words.the("voices.survey.picture.marks")),
                table(title, results));
    }

    private String svg(String id, String title, List<SurveyResult> results) {
        var svg = new Svg(id, WIDTH, HEIGHT, title, words.the("voices.survey.picture.text", results.size()));
        for (int percent = 0; percent <= 100; percent += STEP) {
            svg.line(LEFT, y(percent), WIDTH - 8, y(percent), GRID, "none");
            svg.text(LEFT - 6, y(percent) + 4, "end", 13, INK, percent + " %");
        }
        int from = results.getFirst().year();
        int to = results.getLast().year();
        for (SurveyResult one : results) {
            double x = to == from
                    ? (LEFT + WIDTH) / 2
                    : LEFT + 30 + (WIDTH - LEFT - 68) * (one.year() - from) / (double) (to - from);
            var limits = ShareLimits.of(one.percent(), one.asked());
            svg.line(x, y(limits.low()), x, y(limits.high()), INK, "none");
            svg.line(x - CAP, y(limits.low()), x + CAP, y(limits.low()), INK, "none");
            svg.line(x - CAP, y(limits.high()), x + CAP, y(limits.high()), INK, "none");
            svg.circle(x, y(one.percent()), 5, INK, INK);
            svg.text(x, HEIGHT - 10, "middle", 13, INK, String.valueOf(one.year()));
        }
        return svg.end();
    }

    private static double y(double percent) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (100 - percent) / 100;
    }

    private Table table(String title, List<SurveyResult> results) {
        var rows = new ArrayList<List<String>>();
        for (SurveyResult one : results) {
            var limits = ShareLimits.of(one.percent(), one.asked());
            rows.add(List.of(
                    String.valueOf(one.year()),
                    percent(one.percent()),
                    words.the("voices.survey.limits", percent(limits.low()), percent(limits.high())),
                    String.format(Locale.UK, "%,d", one.asked())));
        }
        return new Table(
                title,
                List.of(
                        words.the("voices.survey.heading.year"),
                        words.the("voices.survey.heading.percent"),
                        words.the("voices.survey.heading.limits"),
                        words.the("voices.survey.heading.asked")),
                rows);
    }

    private static String percent(double value) {
        return String.format(Locale.UK, "%.1f\u00a0%%", value);
    }
}
