package org.witan.priorities.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.ActionState;
import org.witan.priorities.Task;
import org.witan.priorities.Tasking;
import org.witan.priorities.Tasking.Said;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// Tasks: the list of those that are open, one of them with the form on which it is reported, and asking for them. The
/// group has those of all agencies; whoever speaks for an agency has its own.
@Controller
class TasksController {
    private static final String FORM = "priorities.report";
    private static final int LONGEST = 1_000;
    private final Tasking tasking;
    private final TaskWords said;
    private final Files files;
    private final Wording words;
    private final Days days;

    TasksController(Tasking tasking, TaskWords said, Files files, Wording words, Days days) {
        this.tasking = tasking;
        this.said = said;
        this.files = files;
        this.words = words;
        this.days = days;
    }

    @OpenTo({Role.TASKING_MEMBER, Role.ANALYST, Role.REPRESENTATIVE})
    @GetMapping("/priorities/tasks")
    ModelAndView list(Viewer viewer) {
        var lines = tasking.open(viewer, Verb.LIST).stream().map(this::line).toList();
        return new ModelAndView(
                "priorities/tasks",
                "page",
                new Page(viewer.role() == Role.TASKING_MEMBER, viewer.role() != Role.ANALYST, lines));
    }

    private TaskWords.Line line(Task task) {
        return said.line("/priorities/tasks/" + task.id(), task);
    }

    @ProvenPresence
    @OpenTo({Role.TASKING_MEMBER, Role.ANALYST, Role.REPRESENTATIVE})
    @GetMapping("/priorities/tasks.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        var rows = files.begun(List.of(words.the("priorities.tasks.text")));
        rows.add(Sheet.line("task", "due", "state", "notes", "last report"));
        for (Task task : tasking.open(viewer, Verb.EXPORT)) {
            var line = line(task);
            rows.add(Sheet.line(
                    line.words(),
                    line.due(),
                    line.state(),
                    String.join(". ", line.notes()),
                    line.reports().stream().findFirst().orElse("")));
        }
        return Files.csv("tasks", rows);
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/tasks/chase")
    ModelAndView chase(Viewer viewer) {
        tasking.chase(viewer);
        return new ModelAndView("redirect:/priorities/tasks");
    }

    @OpenTo({Role.TASKING_MEMBER, Role.REPRESENTATIVE})
    @GetMapping("/priorities/tasks/{task}")
    ModelAndView reporting(Viewer viewer, @PathVariable UUID task) {
        return page(viewer, tasking.the(viewer, task), blank(), "/priorities/tasks", List.of());
    }

    @OpenTo({Role.TASKING_MEMBER, Role.REPRESENTATIVE})
    @PostMapping("/priorities/tasks/{task}")
    ModelAndView report(Viewer viewer, @PathVariable UUID task, @RequestParam MultiValueMap<String, String> sent) {
        return report(viewer, tasking.the(viewer, task), sent, "/priorities/tasks");
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/tasks/{task}")
    ModelAndView reporting(Viewer viewer, @PathVariable UUID id, @PathVariable UUID task) {
        return page(viewer, of(viewer, id, task), blank(), "/priorities/problems/" + id, List.of());
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/tasks/{task}")
    ModelAndView report(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> sent) {
        return report(viewer, of(viewer, id, task), sent, "/priorities/problems/" + id);
    }

    private Task of(Viewer viewer, UUID problem, UUID task) {
        Task found = tasking.the(viewer, task);
        if (!found.problem().equals(problem)) {
            throw new Absent();
        }
        return found;
    }

    private Form blank() {
        return Form.blank(words, FORM, Map.of("done", List.of(Days.typed(days.today()))));
    }

    private ModelAndView report(Viewer viewer, Task task, MultiValueMap<String, String> sent, String back) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        ActionState state = form.oneOf("state", ActionState.class);
        form.within("words", LONGEST);
        if (state != null
                && state.needsWords(task.state())
                && form.value("words").isEmpty()) {
            form.reject("words", "missing");
        }
        LocalDate done = state == ActionState.COMPLETE ? day(form) : null;
        if (state == null || !form.usable()) {
            return page(viewer, task, form, back, List.of());
        }
        if (tasking.report(viewer, task.id(), new Said(form.version(), state, done, form.value("words")))) {
            return new ModelAndView("redirect:" + back);
        }
        Task now = tasking.the(viewer, task.id());
        return page(
                viewer,
                now,
                form,
                back,
                said.line("", now).reports().stream().limit(1).toList());
    }

    private @Nullable LocalDate day(Form form) {
        LocalDate day = Days.read(form.value("done")).orElse(null);
        if (day == null || day.isAfter(days.today())) {
            form.reject("done", "missing");
        }
        return day;
    }

    private ModelAndView page(Viewer viewer, Task task, Form form, String back, List<String> changed) {
        var line = said.line("", task);
        boolean list = back.endsWith("/tasks");
        return FormPage.titled(
                        words.the("priorities.report.title"),
                        (list ? back : back + "/tasks") + "/" + task.id(),
                        words.the("priorities.report.do"))
                .text(line.words())
                .text(words.the("priorities.report.stands", line.state(), line.due()))
                .list(line.reports())
                .hidden("version", task.version())
                .changed(changed)
                .problems(form.problems())
                .ask(Control.RADIOS, form.field("state", choices(viewer, task)))
                .ask(Control.LINES, form.text("words"))
                .ask(Control.TEXT, form.text("done"))
                .back(back, words.the(list ? "priorities.tasks.back" : "priorities.sheet.back"))
                .made()
                .shown();
    }

    private List<Field.Choice> choices(Viewer viewer, Task task) {
        return Tasking.offered(viewer, task).stream()
                .map(state -> new Field.Choice(
                        state.name(),
                        words.the("meeting.report.state." + state),
                        words.find("meeting.report.state." + state + ".hint")))
                .toList();
    }

    /// The list.
    ///
    /// @param group whether whoever reads is of the group, which asks how tasks stand
    /// @param reports whether they may say how one stands
    record Page(boolean group, boolean reports, List<TaskWords.Line> tasks) {}
}
