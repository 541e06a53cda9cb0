package org.witan.priorities.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.Effects;
import org.witan.priorities.Problem;
import org.witan.priorities.Problem.Compared;
import org.witan.priorities.Problem.Osara;
import org.witan.priorities.Problem.Section;
import org.witan.priorities.Problem.Task;
import org.witan.priorities.Problems;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.Effect;
import org.witan.statistics.place.EffectAnswer;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.Series;

/// The problems of the group: the list, a new one, and the sheet of one with all that was written of it.
@Controller
class ProblemsController {
    private static final String FORM = "priorities.problem";
    private static final int LONGEST_TITLE = 160;
    private final Problems problems;
    private final Effects effects;
    private final Districts districts;
    private final Asked asked;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ProblemsController(
            Problems problems,
            Effects effects,
            Districts districts,
            Asked asked,
            Wording words,
            Days days,
            Clock clock) {
        this.problems = problems;
        this.effects = effects;
        this.districts = districts;
        this.asked = asked;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenToGroup
    @GetMapping("/priorities")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "priorities/priorities",
                "page",
                new ListPage(
                        viewer.role() == Role.TASKING_MEMBER,
                        problems.all(viewer, Verb.LIST).stream().map(this::line).toList()));
    }

    private Line line(Problems.Line one) {
        return new Line(
                "/priorities/problems/" + one.id(),
                one.title(),
                districts.name(one.area()),
                one.reviewOn() == null
                        ? words.the("priorities.list.no-priority")
                        : words.the("priorities.list.priority", one.lead(), Days.words(one.reviewOn())),
                one.late() > 0
                        ? words.the("priorities.list.late", one.open(), one.late())
                        : words.the("priorities.list.open", one.open()));
    }

    @OpenToGroup
    @GetMapping("/priorities.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("priorities.file.marking")));
        rows.add(Sheet.line(words.the("priorities.file.made", Days.words(days.today()))));
        rows.add(Sheet.line("problem", "area", "priority", "tasks"));
        problems.all(viewer, Verb.EXPORT).forEach(one -> {
            Line line = line(one);
            rows.add(Sheet.line(line.title(), line.area(), line.priority(), line.tasks()));
        });
        return ProfileController.file("priorities", rows);
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/new")
    ModelAndView begin(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area) {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(Identity.at(clock.instant()).toString()));
        known.put("offences", List.of(offences));
        known.put("area", List.of(area.isEmpty() ? districts.usual() : area));
        return form(Form.blank(words, FORM, known));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/new")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String title = form.required("title");
        form.within("title", LONGEST_TITLE);
        String offences = form.value("offences");
        if (districts.withPoints().stream().noneMatch(one -> one.code().equals(offences))) {
            form.reject("offences", "missing");
        }
        if (!districts.knows(form.value("area"))) {
            form.reject("area", "missing");
        }
        @Nullable UUID id = Ids.read(form.value("id"));
        if (id == null || !form.usable()) {
            return form(form);
        }
        problems.add(viewer, id, title, offences, form.value("area"));
        return new ModelAndView("redirect:/priorities/problems/" + id);
    }

    private ModelAndView form(Form form) {
        return FormPage.titled(
                        words.the("priorities.problem.new"),
                        "/priorities/problems/new",
                        words.the("priorities.problem.do"))
                .text(words.the("priorities.problem.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("title"))
                .ask(Control.ONE_OF, form.field("offences", asked.offences("").choices()))
                .ask(
                        Control.ONE_OF,
                        form.field("area", asked.areas(districts.usual()).choices()))
                .back("/priorities", words.the("priorities.back"))
                .made()
                .shown();
    }

    @OpenToGroup
    @GetMapping("/priorities/problems/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        return new ModelAndView(
                "priorities/problem",
                "page",
                new ProblemSheet(
                        "/priorities/problems/" + id,
                        viewer.role() == Role.TASKING_MEMBER,
                        problem.title(),
                        words.the("priorities.problem.about", kind(problem), districts.name(problem.area())),
                        priority(problem),
                        osara(problem.osara()),
                        problem.osara() == null ? List.of() : triangle(problem.osara()),
                        problem.osara() != null && problem.osara().lacksASide(),
                        principles(problem.osara()),
                        scored(problem),
                        problem.tasks().stream().map(task -> task(id, task)).toList(),
                        problem.compared().stream()
                                .map(one -> effect(problem, one))
                                .toList()));
    }

    private String kind(Problem problem) {
        return districts.withPoints().stream()
                .filter(one -> one.code().equals(problem.offences()))
                .map(Districts.Choice::name)
                .findFirst()
                .orElse(problem.offences());
    }

    private List<Fact> priority(Problem problem) {
        var priority = problem.priority();
        return priority == null
                ? List.of()
                : List.of(
                        fact("lead", priority.agency()),
                        fact("tactics", priority.tactics()),
                        fact("review", Days.words(priority.reviewOn())));
    }

    private List<Fact> osara(@Nullable Osara osara) {
        return osara == null
                ? List.of()
                : List.of(
                        fact("objective", osara.objective()),
                        fact("scanning", osara.scanning()),
                        fact("analysis", osara.analysis()),
                        fact("response", osara.response()),
                        fact("assessment", osara.assessment()));
    }

    private List<Fact> triangle(Osara osara) {
        return List.of(fact("harmed", osara.harmed()), fact("harming", osara.harming()), fact("place", osara.place()));
    }

    private String principles(@Nullable Osara osara) {
        return osara == null
                ? ""
                : osara.principles().stream()
                        .sorted()
                        .map(one -> words.the("priorities.principle." + one))
                        .collect(Collectors.joining(", "));
    }

    private Fact fact(String key, String text) {
        return new Fact(
                words.the("priorities.sheet." + key),
                List.of(text.isEmpty() ? words.the("priorities.sheet.nothing") : text));
    }

    private List<String> scored(Problem problem) {
        var scored = problem.scored();
        if (scored == null) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(words.the("priorities.score.risk", percent(scored.risk()), scored.version()));
        for (Section section : Section.values()) {
            lines.add(words.the(
                    "priorities.score.section." + section,
                    percent(scored.sections().getOrDefault(section, 0.0))));
        }
        return lines;
    }

    private static String percent(double value) {
        return String.format(Locale.UK, "%.0f", value);
    }

    private TaskLine task(UUID problem, Task task) {
        boolean late = task.open() && task.dueOn().isBefore(days.today());
        return new TaskLine(
                "/priorities/problems/" + problem + "/tasks/" + task.id(),
                words.the("priorities.task.line", task.agency(), task.words()),
                words.the(late ? "priorities.task.late" : "priorities.task.is-due", Days.words(task.dueOn())),
                task.state() == null
                        ? words.the("priorities.task.state.NONE")
                        : words.the("priorities.task.state." + task.state()),
                task.reported(),
                task.absent(),
                task.open());
    }

    private EffectView effect(Problem problem, Compared one) {
        String against = one.against().stream().map(districts::name).collect(Collectors.joining(", "));
        String asked = words.the("priorities.effect.asked", one.before(), one.after(), against);
        return switch (effects.measure(problem, one)) {
            case Outcome.Refused<EffectAnswer>(String code, String reason) ->
                new EffectView(asked, reason, List.of(), List.of());
            case Outcome.Found<EffectAnswer>(EffectAnswer answer) ->
                new EffectView(
                        asked,
                        said(answer.effect()),
                        List.of(
                                counts(answer.effect().area()),
                                words.the(
                                        "priorities.effect.others",
                                        sum(answer.effect(), true),
                                        sum(answer.effect(), false))),
                        answer.caveats().stream().map(Caveat::text).toList());
        };
    }

    private String counts(Series series) {
        return words.the("priorities.effect.counts", series.name(), series.allBefore(), series.allAfter());
    }

    private static long sum(Effect effect, boolean before) {
        return effect.comparison().stream()
                .mapToLong(series -> before ? series.allBefore() : series.allAfter())
                .sum();
    }

    private String said(Effect effect) {
        String key = effect.isTold() ? (effect.ratio() < 1 ? "fewer" : "more") : "too-close";
        return words.the(
                "priorities.effect." + key, change(effect.ratio()), change(effect.low()), change(effect.high()));
    }

    private static String change(double ratio) {
        double percent = 100 * (ratio - 1);
        String text = String.format(Locale.UK, "%.0f", percent).replace('-', '\u2212');
        return percent > 0 && !text.equals("0") ? "+" + text : text;
    }

    /// The list.
    record ListPage(boolean writes, List<Line> problems) {}

    /// One problem of the list.
    record Line(String path, String title, String area, String priority, String tasks) {}

    /// Something that was written.
    record Fact(String term, List<String> details) {}

    /// The sheet of a problem.
    record ProblemSheet(
            String path,
            boolean writes,
            String title,
            String about,
            List<Fact> priority,
            List<Fact> osara,
            List<Fact> triangle,
            boolean lacksASide,
            String principles,
            List<String> scored,
            List<TaskLine> tasks,
            List<EffectView> effects) {}

    /// One task.
    record TaskLine(
            String path, String words, String due, String state, String reported, boolean absent, boolean open) {}

    /// One comparison.
    record EffectView(String asked, String said, List<String> counts, List<String> caveats) {}
}
