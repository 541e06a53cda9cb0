package org.witan.priorities.web;

import java.util.ArrayList;
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
        return effectPage(problems.open(viewer, id), Form.blank(words, "priorities.effect", forms.fresh()));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/effect")
    ModelAndView measure(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, "priorities.effect", Map.copyOf(sent));
        @Nullable Period before = period(form, "before");
        @Nullable Period after = period(form, "after");
        var against = form.values("against").stream()
                .filter(districts::knows)
                .filter(area -> !area.equals(problem.area()))
                .toList();
        if (against.isEmpty()) {
            form.reject("against", "missing");
        }
        if (before != null && after != null && !before.last().isBefore(after.first())) {
            form.reject("after", "before");
        }
        @Nullable UUID effect = Ids.read(form.value("id"));
        if (before == null || after == null || effect == null || !form.usable()) {
            return effectPage(problem, form);
        }
        effects.ask(viewer, effect, id, against, before.notation(), after.notation());
        return ProblemForms.back(id);
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
        for (Districts.Choice one : districts.all()) {
            if (!one.code().equals(problem.area()) && one.code().startsWith("E0")) {
                others.add(new Field.Choice(one.code(), one.name()));
            }
        }
        return forms.begun(problem, "effect", "/effect")
                .text(words.the("priorities.effect.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("before"))
                .ask(Control.TEXT, form.text("after"))
                .ask(Control.CHECKBOXES, form.field("against", others))
                .made()
                .shown();
    }
}
