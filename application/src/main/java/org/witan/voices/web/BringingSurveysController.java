package org.witan.voices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.voices.ReadingSurveys;
import org.witan.voices.Surveys;

/// Results of surveys, brought by the analyst.
@Controller
class BringingSurveysController {
    private static final String FORM = "voices.survey";
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_FILE = 300_000;
    private static final int MOST_PROBLEMS = 20;
    private final Surveys surveys;
    private final ReadingSurveys reading;
    private final Wording words;
    private final Days days;

    BringingSurveysController(Surveys surveys, ReadingSurveys reading, Wording words, Days days) {
        this.surveys = surveys;
        this.reading = reading;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/surveys/new")
    ModelAndView ask(Viewer viewer) {
        return form(Form.blank(words, FORM, Map.of()), List.of());
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/surveys/new")
    ModelAndView bring(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String source = form.required("source");
        form.within("source", LONGEST_SOURCE);
        String file = form.required("file");
        form.within("file", LONGEST_FILE);
        if (!form.usable()) {
            return form(form, List.of());
        }
        var read = reading.read(file, days.today().getYear());
        if (!read.problems().isEmpty()) {
            return form(
                    form,
                    read.problems().stream()
                            .limit(MOST_PROBLEMS)
                            .map(wrong -> new Problem(
                                    "file",
                                    words.the(
                                            "voices.survey.line",
                                            wrong.line(),
                                            words.the("voices.survey.wrong." + wrong.what()))))
                            .toList());
        }
        surveys.keep(viewer, read.rows(), source);
        return new ModelAndView("redirect:/voices/surveys");
    }

    private ModelAndView form(Form form, List<Problem> more) {
        var problems = new ArrayList<>(form.problems());
        problems.addAll(more);
        return FormPage.titled(words.the("voices.survey.new"), "/voices/surveys/new", words.the("voices.survey.do"))
                .text(words.the("voices.survey.text"))
                .text(words.the("voices.survey.shape"))
                .problems(problems)
                .ask(Control.TEXT, form.text("source"))
                .ask(Control.FILE, form.text("file"))
                .back("/voices/surveys", words.the("voices.survey.back"))
                .made()
                .shown();
    }
}
