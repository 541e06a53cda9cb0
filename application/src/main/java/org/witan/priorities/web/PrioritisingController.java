package org.witan.priorities.web;

import java.time.LocalDate;
import java.util.HashMap;
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
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Prioritising;
import org.witan.priorities.Problem;
import org.witan.priorities.Problem.Priority;
import org.witan.priorities.Problems;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// That a problem is a priority: who leads, by which tactics, until when; and that it ends.
@Controller
class PrioritisingController {
    private static final String ENDED = "priorities.ended";
    private static final int LONGEST = 2_000;
    private final Problems problems;
    private final Prioritising prioritising;
    private final ProblemForms forms;
    private final Wording words;

    PrioritisingController(Problems problems, Prioritising prioritising, ProblemForms forms, Wording words) {
        this.problems = problems;
        this.prioritising = prioritising;
        this.forms = forms;
        this.words = words;
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/priority")
    ModelAndView prioritising(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        var known = new HashMap<String, List<String>>();
        Priority priority = problem.priority();
        known.put("version", List.of(String.valueOf(versionOf(priority))));
        if (priority != null) {
            known.put("tactics", List.of(priority.tactics()));
            known.put("review", List.of(Days.typed(priority.reviewOn())));
        }
        return priorityPage(viewer, problem, Form.blank(words, "priorities.priority", known), List.of());
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/priority")
    ModelAndView prioritise(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, "priorities.priority", Map.copyOf(sent));
        @Nullable UUID agency = forms.agency(viewer, form);
        String tactics = form.required("tactics");
        form.within("tactics", LONGEST);
        @Nullable LocalDate review = forms.comingDay(form, "review");
        if (agency == null || review == null || !form.usable()) {
            return priorityPage(viewer, problem, form, List.of());
        }
        if (prioritising.set(viewer, id, form.version(), agency, tactics, review)) {
            return ProblemForms.back(id);
        }
        Problem now = problems.open(viewer, id);
        Priority priority = now.priority();
        return priorityPage(
                viewer,
                now,
                forms.again(sent, "priorities.priority", versionOf(priority)),
                priority == null ? List.of() : List.of(priority.agency() + ": " + priority.tactics()));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/priority/end")
    ModelAndView ending(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        if (!problem.isPriority()) {
            throw new Absent();
        }
        var known = Map.of("version", List.of(String.valueOf(versionOf(problem.priority()))));
        return endingPage(problem, Form.blank(words, ENDED, known), List.of());
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/priority/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, ENDED, Map.copyOf(sent));
        String because = form.required("because");
        form.within("because", LONGEST);
        if (!form.usable()) {
            return endingPage(problem, form, List.of());
        }
        if (prioritising.end(viewer, id, form.version(), because)) {
            return ProblemForms.back(id);
        }
        Problem now = problems.open(viewer, id);
        Priority priority = now.priority();
        return endingPage(
                now,
                forms.again(sent, ENDED, versionOf(priority)),
                List.of(
                        priority == null || priority.hasEnded()
                                ? words.the("priorities.ended.none")
                                : priority.agency() + ": " + priority.tactics()));
    }

    private ModelAndView endingPage(Problem problem, Form form, List<String> changed) {
        var page = forms.begun(problem, "ended", "/priority/end");
        if (problem.openTasks() > 0) {
            page.text(words.the("priorities.ended.tasks", problem.openTasks()));
        }
        return page.hidden("version", form.value("version"))
                .changed(changed)
                .problems(form.problems())
                .ask(Control.LINES, form.text("because"))
                .made()
                .shown();
    }

    private ModelAndView priorityPage(Viewer viewer, Problem problem, Form form, List<String> changed) {
        return forms.begun(problem, "priority", "/priority")
                .hidden("version", form.value("version"))
                .changed(changed)
                .problems(form.problems())
                .ask(Control.ONE_OF, form.field("agency", forms.agencies(viewer)))
                .ask(Control.LINES, form.text("tactics"))
                .ask(Control.TEXT, form.text("review"))
                .made()
                .shown();
    }

    private static int versionOf(@Nullable Priority priority) {
        return priority == null ? 0 : priority.version();
    }
}
