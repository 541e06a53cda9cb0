package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.Effects;
import org.witan.priorities.HotPlace;
import org.witan.priorities.Problem;
import org.witan.priorities.Problems;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;

/// A before and after of a problem, compared with other areas.
@Controller
class EffectsController {
    /// As many as the database keeps.
    private static final int MOST = 20;

    private final Problems problems;
    private final Effects effects;
    private final Districts districts;
    private final ProblemForms forms;
    private final Wording words;

    EffectsController(Problems problems, Effects effects, Districts districts, ProblemForms forms, Wording words) {
        this.problems = problems;
        this.effects = effects;
        this.districts = districts;
        this.forms = forms;
        this.words = words;
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/effect")
    ModelAndView measuring(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        var known = forms.fresh();
        known.put("of", List.of(counted(problem).getFirst().value()));
        return effectPage(problem, Form.blank(words, "priorities.effect", known));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/effect")
    ModelAndView measure(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, "priorities.effect", Map.copyOf(sent));
        @Nullable Period before = period(form, "before");
        @Nullable Period after = period(form, "after");
        String of = of(problem, form);
        var against = form.values("against").stream()
                .filter(districts::knows)
                .filter(area -> !area.equals(of))
                .distinct()
                .toList();
        if (against.isEmpty()) {
            form.reject("against", "missing");
        } else if (against.size() > MOST) {
            form.reject("against", "many", MOST);
        } else if (against.stream().anyMatch(area -> districts.share(area, of))) {
            form.reject("against", "shares", districts.name(of));
        }
        if (before != null && after != null && !before.last().isBefore(after.first())) {
            form.reject("after", "before");
        }
        @Nullable UUID effect = Ids.read(form.value("id"));
        if (before == null || after == null || effect == null || !form.usable()) {
            return effectPage(problem, form);
        }
        effects.ask(viewer, effect, id, of, against, before.notation(), after.notation());
        return ProblemForms.back(id);
    }

    /// The area that is counted: one of those around the hot place, or that of the problem.
    private String of(Problem problem, Form form) {
        return counted(problem).stream()
                .map(Field.Choice::value)
                .filter(code -> code.equals(form.value("of")))
                .findFirst()
                .orElse(problem.area());
    }

    /// Areas that can be counted, the smallest around the hot place first.
    private List<Field.Choice> counted(Problem problem) {
        var all = new ArrayList<Field.Choice>();
        HotPlace hot = problem.hot();
        if (hot != null && districts.knows(hot.area())) {
            all.add(new Field.Choice(hot.area(), words.the("priorities.effect.of.small", districts.name(hot.area()))));
            districts
                    .wardOf(hot.area())
                    .ifPresent(ward -> all.add(
                            new Field.Choice(ward.code(), words.the("priorities.effect.of.ward", ward.name()))));
        }
        all.add(new Field.Choice(
                problem.area(), words.the("priorities.effect.of.whole", districts.name(problem.area()))));
        return all;
    }

    private static @Nullable Period period(Form form, String field) {
        try {
            return Period.parse(form.required(field));
        } catch (BadInput _) {
            if (!form.value(field).isEmpty()) {
                form.reject(field, "unknown");
            }
            return null;
        }
    }

    private ModelAndView effectPage(Problem problem, Form form) {
        var others = new ArrayList<Field.Choice>();
        HotPlace hot = problem.hot();
        if (hot != null) {
            districts
                    .wardsBeside(hot.area())
                    .forEach(ward -> others.add(
                            new Field.Choice(ward.code(), words.the("priorities.effect.of.ward", ward.name()))));
        }
        for (Districts.Choice one : districts.all()) {
            if (!one.code().equals(problem.area()) && one.code().startsWith("E0")) {
                others.add(new Field.Choice(one.code(), one.name()));
            }
        }
        List<Field.Choice> counted = counted(problem);
        var page = forms.begun(problem, "effect", "/effect")
                .text(words.the("priorities.effect.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems());
        if (counted.size() > 1) {
            page.ask(Control.RADIOS, form.field("of", counted));
        }
        return page.ask(Control.TEXT, form.text("before"))
                .ask(Control.TEXT, form.text("after"))
                .ask(Control.CHECKBOXES, form.field("against", others))
                .made()
                .shown();
    }
}
