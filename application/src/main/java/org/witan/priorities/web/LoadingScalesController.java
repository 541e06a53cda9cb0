package org.witan.priorities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.ReadingScales;
import org.witan.priorities.ReadingScales.Reading;
import org.witan.priorities.Scales;
import org.witan.priorities.Scales.Version;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Another table of weights, or another scale, from a day on. The form begins with the newest version, so that whoever
/// changes one line types one line.
@Controller
class LoadingScalesController {
    private static final String FORM = "priorities.load";
    private static final int LONGEST_ROWS = 1_000_000;
    private static final int LONGEST_SOURCE = 300;
    private static final int MOST_PROBLEMS = 20;
    private final Scales scales;
    private final ReadingScales reading;
    private final ProblemForms forms;
    private final Wording words;
    private final Days days;

    LoadingScalesController(Scales scales, ReadingScales reading, ProblemForms forms, Wording words, Days days) {
        this.scales = scales;
        this.reading = reading;
        this.forms = forms;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/priorities/scales/weights")
    ModelAndView weights(Viewer viewer) {
        var newest = newest(scales.all(viewer, Verb.READ).weights());
        return form(
                "weights",
                blank(
                        newest.number(),
                        newest.rows().stream()
                                .map(one -> one.offences() + ", " + one.days() + (one.floor() ? ", floor" : ""))
                                .collect(Collectors.joining("\n"))),
                List.of());
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/priorities/scales/weights")
    ModelAndView loadWeights(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        return load(
                "weights",
                sent,
                reading::weights,
                (after, since, source, rows) -> scales.loadWeights(viewer, after, since, source, rows));
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/priorities/scales/criteria")
    ModelAndView criteria(Viewer viewer) {
        var newest = newest(scales.all(viewer, Verb.READ).scales());
        return form(
                "criteria",
                blank(
                        newest.number(),
                        newest.rows().stream()
                                .map(one -> "%s, %s, %d, %d, %s"
                                        .formatted(one.code(), one.section(), one.most(), one.weight(), one.words()))
                                .collect(Collectors.joining("\n"))),
                List.of());
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/priorities/scales/criteria")
    ModelAndView loadCriteria(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        return load(
                "criteria",
                sent,
                reading::scale,
                (after, since, source, rows) -> scales.loadScale(viewer, after, since, source, rows));
    }

    private static <T> Version<T> newest(List<Version<T>> versions) {
        return versions.getFirst();
    }

    private Form blank(int version, String rows) {
        return Form.blank(
                words,
                FORM,
                Map.of(
                        "version", List.of(String.valueOf(version)),
                        "since", List.of(Days.typed(days.today())),
                        "rows", List.of(rows)));
    }

    private interface Read<T> {
        Reading<T> of(String text);
    }

    private interface Load<T> {
        boolean of(int after, LocalDate since, String source, List<T> rows);
    }

    private <T> ModelAndView load(String what, MultiValueMap<String, String> sent, Read<T> read, Load<T> load) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String source = form.required("source");
        form.within("source", LONGEST_SOURCE);
        @Nullable LocalDate since = forms.comingDay(form, "since");
        Reading<T> rows = read.of(form.within("rows", LONGEST_ROWS));
        if (since == null || !form.usable() || !rows.wrong().isEmpty()) {
            return form(what, form, wrong(rows));
        }
        if (load.of(form.version(), since, source, rows.rows())) {
            return new ModelAndView("redirect:/priorities/scales");
        }
        form.reject("rows", "stale");
        return form(what, form, List.of());
    }

    private List<Problem> wrong(Reading<?> read) {
        return read.wrong().stream()
                .limit(MOST_PROBLEMS)
                .map(one -> new Problem(
                        "rows",
                        words.the(
                                "priorities.load.line", one.line(), words.the("priorities.load.wrong." + one.what()))))
                .toList();
    }

    private ModelAndView form(String what, Form form, List<Problem> more) {
        var problems = new ArrayList<>(form.problems());
        problems.addAll(more);
        return FormPage.titled(
                        words.the("priorities.load." + what),
                        "/priorities/scales/" + what,
                        words.the("priorities.load.do"))
                .text(words.the("priorities.load.text"))
                .text(words.the("priorities.load." + what + ".shape"))
                .hidden("version", form.value("version"))
                .problems(problems)
                .ask(Control.TEXT, form.text("since"))
                .ask(Control.TEXT, form.text("source"))
                .ask(Control.FILE, form.text("rows"))
                .back("/priorities/scales", words.the("priorities.load.back"))
                .made()
                .shown();
    }
}
