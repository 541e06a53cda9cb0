package org.witan.priorities.web;

import java.time.LocalDate;
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
import org.witan.priorities.Problem;
import org.witan.priorities.Problems;
import org.witan.priorities.Tasking;
import org.witan.priorities.Tasking.Given;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// A task for an agency.
@Controller
class GivingTasksController {
    private final Problems problems;
    private final Tasking tasking;
    private final ProblemForms forms;
    private final Wording words;

    GivingTasksController(Problems problems, Tasking tasking, ProblemForms forms, Wording words) {
        this.problems = problems;
        this.tasking = tasking;
        this.forms = forms;
        this.words = words;
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/tasks/new")
    ModelAndView giving(Viewer viewer, @PathVariable UUID id) {
        return taskPage(viewer, problems.open(viewer, id), Form.blank(words, "priorities.task", forms.fresh()), false);
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/tasks/new")
    ModelAndView give(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, "priorities.task", Map.copyOf(sent));
        @Nullable UUID task = Ids.read(form.value("id"));
        @Nullable
        UUID board = tasking.boards(viewer).stream()
                .map(one -> one.id())
                .filter(one -> one.toString().equals(form.value("board")))
                .findFirst()
                .orElse(null);
        if (board == null) {
            form.reject("board", "missing");
        }
        @Nullable UUID agency = forms.agency(viewer, form);
        String text = form.required("words");
        form.within("words", 1_000);
        @Nullable LocalDate due = forms.comingDay(form, "due");
        if (task == null || board == null || agency == null || due == null || !form.usable()) {
            return taskPage(viewer, problem, form, false);
        }
        boolean asked = !form.value("asked").isEmpty();
        if (!tasking.give(viewer, new Given(task, id, board, agency, text, due, asked))) {
            form.reject("asked", "missing");
            return taskPage(viewer, problem, form, true);
        }
        return ProblemForms.back(id);
    }

    /// @param absent whether the agency that was chosen does not take part in the board
    private ModelAndView taskPage(Viewer viewer, Problem problem, Form form, boolean absent) {
        var page = forms.begun(problem, "task", "/tasks/new")
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(
                        Control.ONE_OF,
                        form.field(
                                "board",
                                tasking.boards(viewer).stream()
                                        .map(one -> new Field.Choice(one.id().toString(), one.name()))
                                        .toList()))
                .ask(Control.ONE_OF, form.field("agency", forms.agencies(viewer)))
                .ask(Control.LINES, form.text("words"))
                .ask(Control.TEXT, form.text("due"));
        if (absent) {
            page.warning(words.the("priorities.task.absent"))
                    .ask(
                            Control.CHECKBOXES,
                            form.field(
                                    "asked", List.of(new Field.Choice("yes", words.the("priorities.task.asked.yes")))));
        }
        return page.made().shown();
    }
}
