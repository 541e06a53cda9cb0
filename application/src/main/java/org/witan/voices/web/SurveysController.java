package org.witan.voices.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Drawn;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.voices.ShareDifference;
import org.witan.voices.ShareLimits;
import org.witan.voices.SurveyResult;
import org.witan.voices.Surveys;
import org.witan.voices.Surveys.Compared;

/// The results of surveys: a picture for each area and question, and each year against the one before it.
@Controller
class SurveysController {
    private static final int FEW_ASKED = 100;
    private final Surveys surveys;
    private final SurveyPicture picture;
    private final Choices choices;
    private final Wording words;
    private final Days days;

    SurveysController(Surveys surveys, SurveyPicture picture, Choices choices, Wording words, Days days) {
        this.surveys = surveys;
        this.picture = picture;
        this.choices = choices;
        this.words = words;
        this.days = days;
    }

    @OpenToGroup
    @GetMapping("/voices/surveys")
    ModelAndView page(Viewer viewer) {
        List<Compared> all = surveys.compared(viewer, Verb.READ);
        return new ModelAndView(
                "voices/surveys",
                "page",
                new Page(
                        viewer.role() == Role.ANALYST,
                        pictures(all),
                        all.stream().map(this::line).toList()));
    }

    /// A picture for each area and question; the results come in that order.
    private List<Drawn> pictures(List<Compared> all) {
        var series = new LinkedHashMap<List<Object>, List<SurveyResult>>();
        for (Compared one : all) {
            series.computeIfAbsent(List.of(one.result().area(), one.result().question()), _ -> new ArrayList<>())
                    .add(one.result());
        }
        var pictures = new ArrayList<Drawn>();
        series.values().forEach(results -> pictures.add(picture.of("survey-" + pictures.size(), results)));
        return pictures;
    }

    private Line line(Compared one) {
        var result = one.result();
        return new Line(
                result.area(),
                choices.word("question", result.question()),
                String.valueOf(result.year()),
                decimal(result.percent()) + "\u00a0%",
                String.format(Locale.UK, "%,d", result.asked()),
                change(one),
                verdict(one),
                result.source());
    }

    private String change(Compared one) {
        ShareDifference change = one.change();
        return change == null
                ? words.the("voices.survey.first")
                : words.the(
                        "voices.survey.change",
                        signed(change.points()),
                        signed(change.low()),
                        signed(change.high()),
                        one.earlier() == null
                                ? ""
                                : String.valueOf(one.earlier().year()));
    }

    private String verdict(Compared one) {
        ShareDifference change = one.change();
        if (change == null) {
            return "";
        }
        String verdict = choices.word("verdict", change.verdict());
        boolean few = one.result().asked() < FEW_ASKED
                || (one.earlier() != null && one.earlier().asked() < FEW_ASKED);
        return few ? verdict + " " + words.the("voices.survey.few-asked", FEW_ASKED) : verdict;
    }

    private static String decimal(double value) {
        return String.format(Locale.UK, "%.1f", value).replace('-', '\u2212');
    }

    private static String signed(double value) {
        String text = decimal(value);
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    /// The results as a file. It asks for no proof of presence, unlike lists that hold somebody: a survey has shares of
    /// those who were asked, and nobody in it.
    @OpenToGroup
    @GetMapping("/voices/surveys.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("voices.heard.file.marking")));
        rows.add(Sheet.line(words.the("voices.heard.file.made", Days.words(days.today()))));
        rows.add(Sheet.line(words.the("voices.survey.caveat")));
        rows.add(Sheet.line(
                "year",
                "area",
                "question",
                "n",
                "percent",
                "percent low",
                "percent high",
                "source",
                "change",
                "low",
                "high",
                "verdict"));
        surveys.compared(viewer, Verb.EXPORT).forEach(one -> rows.add(row(one)));
        return Format.CSV.attached("surveys", new Sheet("surveys", rows));
    }

    private List<Sheet.Cell> row(Compared one) {
        var result = one.result();
        var limits = ShareLimits.of(result.percent(), result.asked());
        var cells = new ArrayList<Sheet.Cell>(List.of(
                Sheet.number(result.year()),
                Sheet.words(result.area()),
                Sheet.words(choices.word("question", result.question())),
                Sheet.number(result.asked()),
                Sheet.number(result.percent()),
                Sheet.number(limits.low()),
                Sheet.number(limits.high()),
                Sheet.words(result.source())));
        @Nullable ShareDifference change = one.change();
        if (change != null) {
            cells.add(Sheet.number(change.points()));
            cells.add(Sheet.number(change.low()));
            cells.add(Sheet.number(change.high()));
            cells.add(Sheet.words(verdict(one)));
        }
        return cells;
    }

    /// The page.
    ///
    /// @param brings whether whoever reads may bring results
    record Page(boolean brings, List<Drawn> pictures, List<Line> lines) {}

    /// One result.
    record Line(
            String area,
            String question,
            String year,
            String percent,
            String asked,
            String change,
            String verdict,
            String source) {}
}
