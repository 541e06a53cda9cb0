package org.witan.priorities.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.witan.meeting.KeepingBoards;
import org.witan.priorities.Criterion;
import org.witan.priorities.Districts;
import org.witan.priorities.Effects;
import org.witan.priorities.Problem;
import org.witan.priorities.Problem.Osara;
import org.witan.priorities.Problem.Principle;
import org.witan.priorities.Problem.Priority;
import org.witan.priorities.Problem.TaskState;
import org.witan.priorities.Problems;
import org.witan.priorities.Tasking;
import org.witan.priorities.Tasking.Given;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;

/// What the group writes of a problem: the OSARA record, the score, the priority, tasks, and a before and after.
@Controller
class ProblemWritingController {
    private static final int LONGEST = 4_000;
    private static final List<String> TEXTS =
            List.of("objective", "scanning", "analysis", "response", "assessment", "harmed", "harming", "place");
    private final Problems problems;
    private final Tasking tasking;
    private final Effects effects;
    private final KeepingBoards boards;
    private final Districts districts;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ProblemWritingController(
            Problems problems,
            Tasking tasking,
            Effects effects,
            KeepingBoards boards,
            Districts districts,
            Wording words,
            Days days,
            Clock clock) {
        this.problems = problems;
        this.tasking = tasking;
        this.effects = effects;
        this.boards = boards;
        this.districts = districts;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    // ------------------------------------------------------------------------------------------------------- OSARA

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/osara")
    ModelAndView osara(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        return osaraPage(problem, Form.blank(words, "priorities.osara", known(problem.osara())), List.of());
    }

    private static Map<String, List<String>> known(@Nullable Osara osara) {
        var known = new HashMap<String, List<String>>();
        known.put("version", List.of(String.valueOf(versionOf(osara))));
        if (osara != null) {
            known.put("objective", List.of(osara.objective()));
            known.put("scanning", List.of(osara.scanning()));
            known.put("analysis", List.of(osara.analysis()));
            known.put("response", List.of(osara.response()));
            known.put("assessment", List.of(osara.assessment()));
            known.put("harmed", List.of(osara.harmed()));
            known.put("harming", List.of(osara.harming()));
            known.put("place", List.of(osara.place()));
            known.put("principles", osara.principles().stream().map(Enum::name).toList());
        }
        return known;
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/osara")
    ModelAndView write(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, "priorities.osara", Map.copyOf(sent));
        form.required("objective");
        TEXTS.forEach(field -> form.within(field, LONGEST));
        if (!form.usable()) {
            return osaraPage(problem, form, List.of());
        }
        var osara = new Osara(
                form.version(),
                form.value("objective"),
                form.value("scanning"),
                form.value("analysis"),
                form.value("response"),
                form.value("assessment"),
                form.value("harmed"),
                form.value("harming"),
                form.value("place"),
                Stream.of(Principle.values())
                        .filter(one -> form.values("principles").contains(one.name()))
                        .collect(Collectors.toSet()));
        if (problems.write(viewer, id, osara)) {
            return back(id);
        }
        Problem now = problems.open(viewer, id);
        return osaraPage(now, again(sent, "priorities.osara", versionOf(now.osara())), changed(now.osara()));
    }

    private static int versionOf(@Nullable Osara osara) {
        return osara == null ? 0 : osara.version();
    }

    private static int versionOf(@Nullable Priority priority) {
        return priority == null ? 0 : priority.version();
    }

    private List<String> changed(@Nullable Osara osara) {
        return osara == null
                ? List.of()
                : List.of(
                        words.the("priorities.sheet.objective") + ": " + osara.objective(),
                        words.the("priorities.sheet.response") + ": " + osara.response());
    }

    private Form again(MultiValueMap<String, String> sent, String prefix, int version) {
        var all = new HashMap<>(Map.copyOf(sent));
        all.put("version", List.of(String.valueOf(version)));
        return Form.sent(words, prefix, all);
    }

    private ModelAndView osaraPage(Problem problem, Form form, List<String> changed) {
        var page = begun(problem, "osara", "/osara")
                .text(words.the("priorities.osara.text"))
                .hidden("version", form.value("version"))
                .changed(changed)
                .problems(form.problems());
        TEXTS.forEach(field -> page.ask(Control.LINES, form.text(field)));
        return page.ask(
                        Control.CHECKBOXES,
                        form.field(
                                "principles",
                                Stream.of(Principle.values())
                                        .map(one ->
                                                new Field.Choice(one.name(), words.the("priorities.principle." + one)))
                                        .toList()))
                .made()
                .shown();
    }

    // ------------------------------------------------------------------------------------------------------- score

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/score")
    ModelAndView scoring(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        var known = fresh();
        if (problem.scored() != null) {
            problem.scored().levels().forEach((code, level) -> known.put(code, List.of(String.valueOf(level))));
        }
        return scorePage(problem, problems.scale(viewer), Form.blank(words, "priorities.score", known));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/score")
    ModelAndView score(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        List<Criterion> scale = problems.scale(viewer);
        var form = Form.sent(words, "priorities.score", Map.copyOf(sent));
        var levels = new TreeMap<String, Integer>();
        for (Criterion one : scale) {
            String level = form.value(one.code());
            if (level.matches("\\d{1,2}") && Integer.parseInt(level) <= one.most()) {
                levels.put(one.code(), Integer.valueOf(level));
            }
        }
        @Nullable UUID score = Ids.read(form.value("id"));
        if (score == null || levels.size() < scale.size()) {
            form.reject(scale.getFirst().code(), "missing");
            return scorePage(problem, scale, form);
        }
        problems.score(viewer, score, id, levels);
        return back(id);
    }

    private ModelAndView scorePage(Problem problem, List<Criterion> scale, Form form) {
        var page = begun(problem, "score", "/score")
                .text(words.the(
                        "priorities.score.text",
                        scale.getFirst().version(),
                        scale.getFirst().source()))
                .hidden("id", form.value("id"))
                .problems(form.problems());
        for (Criterion one : scale) {
            page.ask(
                    Control.ONE_OF,
                    Field.of(
                            one.code(),
                            words.the("priorities.score.criterion", one.words(), one.weight()),
                            null,
                            form.values(one.code()),
                            form.problems().isEmpty() || !form.value(one.code()).isEmpty()
                                    ? null
                                    : words.the("priorities.score.level"),
                            levels(one.most())));
        }
        return page.made().shown();
    }

    private List<Field.Choice> levels(int most) {
        return Stream.concat(
                        Stream.of(new Field.Choice("", words.the("priorities.score.choose"))),
                        IntStream.rangeClosed(0, most)
                                .mapToObj(level -> new Field.Choice(
                                        String.valueOf(level), words.the("priorities.score.of", level, most))))
                .toList();
    }

    // ---------------------------------------------------------------------------------------------------- priority

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
        @Nullable UUID agency = agency(viewer, form);
        String tactics = form.required("tactics");
        form.within("tactics", 2_000);
        @Nullable LocalDate review = comingDay(form, "review");
        if (agency == null || review == null || !form.usable()) {
            return priorityPage(viewer, problem, form, List.of());
        }
        if (problems.prioritise(viewer, id, form.version(), agency, tactics, review)) {
            return back(id);
        }
        Problem now = problems.open(viewer, id);
        Priority priority = now.priority();
        return priorityPage(
                viewer,
                now,
                again(sent, "priorities.priority", versionOf(priority)),
                priority == null ? List.of() : List.of(priority.agency() + ": " + priority.tactics()));
    }

    private ModelAndView priorityPage(Viewer viewer, Problem problem, Form form, List<String> changed) {
        return begun(problem, "priority", "/priority")
                .hidden("version", form.value("version"))
                .changed(changed)
                .problems(form.problems())
                .ask(Control.ONE_OF, form.field("agency", agencies(viewer)))
                .ask(Control.LINES, form.text("tactics"))
                .ask(Control.TEXT, form.text("review"))
                .made()
                .shown();
    }

    // ------------------------------------------------------------------------------------------------------- tasks

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/tasks/new")
    ModelAndView giving(Viewer viewer, @PathVariable UUID id) {
        return taskPage(viewer, problems.open(viewer, id), Form.blank(words, "priorities.task", fresh()), false);
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
        @Nullable UUID agency = agency(viewer, form);
        String text = form.required("words");
        form.within("words", 1_000);
        @Nullable LocalDate due = comingDay(form, "due");
        if (task == null || board == null || agency == null || due == null || !form.usable()) {
            return taskPage(viewer, problem, form, false);
        }
        boolean asked = !form.value("asked").isEmpty();
        if (!tasking.give(viewer, new Given(task, id, board, agency, text, due, asked))) {
            form.reject("asked", "missing");
            return taskPage(viewer, problem, form, true);
        }
        return back(id);
    }

    /// @param absent whether the agency that was chosen does not take part in the board
    private ModelAndView taskPage(Viewer viewer, Problem problem, Form form, boolean absent) {
        var page = begun(problem, "task", "/tasks/new")
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(
                        Control.ONE_OF,
                        form.field(
                                "board",
                                tasking.boards(viewer).stream()
                                        .map(one -> new Field.Choice(one.id().toString(), one.name()))
                                        .toList()))
                .ask(Control.ONE_OF, form.field("agency", agencies(viewer)))
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

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/tasks/{task}")
    ModelAndView reporting(Viewer viewer, @PathVariable UUID id, @PathVariable UUID task) {
        return reportPage(problems.open(viewer, id), task, Form.blank(words, "priorities.report", Map.of()));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/tasks/{task}")
    ModelAndView report(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        var form = Form.sent(words, "priorities.report", Map.copyOf(sent));
        TaskState state = form.oneOf("state", TaskState.class);
        String text = form.required("words");
        form.within("words", 1_000);
        if (state == null || !form.usable()) {
            return reportPage(problem, task, form);
        }
        tasking.report(viewer, id, task, state, text);
        return back(id);
    }

    private ModelAndView reportPage(Problem problem, UUID task, Form form) {
        Problem.Task found = problem.tasks().stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(Absent::new);
        return begun(problem, "report", "/tasks/" + task)
                .text(words.the("priorities.task.line", found.agency(), found.words()))
                .problems(form.problems())
                .ask(
                        Control.RADIOS,
                        form.field(
                                "state",
                                Stream.of(TaskState.values())
                                        .map(one ->
                                                new Field.Choice(one.name(), words.the("priorities.task.state." + one)))
                                        .toList()))
                .ask(Control.LINES, form.text("words"))
                .made()
                .shown();
    }

    // ------------------------------------------------------------------------------------------------------ effect

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/effect")
    ModelAndView measuring(Viewer viewer, @PathVariable UUID id) {
        return effectPage(problems.open(viewer, id), Form.blank(words, "priorities.effect", fresh()));
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
        return back(id);
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
        return begun(problem, "effect", "/effect")
                .text(words.the("priorities.effect.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("before"))
                .ask(Control.TEXT, form.text("after"))
                .ask(Control.CHECKBOXES, form.field("against", others))
                .made()
                .shown();
    }

    // ------------------------------------------------------------------------------------------------------------

    private FormPage.Making begun(Problem problem, String what, String path) {
        return FormPage.titled(
                        words.the("priorities." + what + ".title"),
                        "/priorities/problems/" + problem.id() + path,
                        words.the("priorities." + what + ".do"))
                .above(problem.title())
                .back("/priorities/problems/" + problem.id(), words.the("priorities.sheet.back"));
    }

    private static ModelAndView back(UUID problem) {
        return new ModelAndView("redirect:/priorities/problems/" + problem);
    }

    private Map<String, List<String>> fresh() {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(Identity.at(clock.instant()).toString()));
        return known;
    }

    private @Nullable UUID agency(Viewer viewer, Form form) {
        @Nullable UUID chosen = Ids.read(form.value("agency"));
        boolean known = chosen != null
                && boards.agencies(viewer).stream().anyMatch(one -> one.id().equals(chosen));
        if (!known) {
            form.reject("agency", "missing");
            return null;
        }
        return chosen;
    }

    private List<Field.Choice> agencies(Viewer viewer) {
        return boards.agencies(viewer).stream()
                .map(one -> new Field.Choice(one.id().toString(), one.name()))
                .toList();
    }

    private @Nullable LocalDate comingDay(Form form, String field) {
        LocalDate day = Days.read(form.value(field)).orElse(null);
        if (day == null || day.isBefore(days.today())) {
            form.reject(field, "missing");
            return null;
        }
        return day;
    }
}
