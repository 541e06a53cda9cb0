package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.HotPlace;
import org.witan.priorities.Problem;
import org.witan.priorities.Problem.Osara;
import org.witan.priorities.Problem.Section;
import org.witan.priorities.Problems;
import org.witan.site.Days;
import org.witan.site.Wording;

/// The sheet of a problem, with all that was written of it.
@Controller
class ProblemController {
    private final Problems problems;
    private final EffectWords effects;
    private final TaskWords tasks;
    private final Districts districts;
    private final WhereWords where;
    private final ProblemFile file;
    private final Wording words;

    ProblemController(
            Problems problems,
            EffectWords effects,
            TaskWords tasks,
            Districts districts,
            WhereWords where,
            ProblemFile file,
            Wording words) {
        this.where = where;
        this.file = file;
        this.problems = problems;
        this.effects = effects;
        this.tasks = tasks;
        this.districts = districts;
        this.words = words;
    }

    @OpenToGroup
    @GetMapping("/priorities/problems/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("priorities/problem", "page", sheet(viewer, problems.open(viewer, id)));
    }

    /// The sheet for whoever works on the problem elsewhere. It holds what people wrote, as the list of tasks does.
    @ProvenPresence
    @OpenToGroup
    @GetMapping("/priorities/problems/{id}.csv")
    ResponseEntity<byte[]> export(Viewer viewer, @PathVariable UUID id) {
        return file.of(sheet(viewer, problems.open(viewer, id, Verb.EXPORT)));
    }

    private ProblemSheet sheet(Viewer viewer, Problem problem) {
        UUID id = problem.id();
        HotPlace hot = problem.hot();
        return new ProblemSheet(
                "/priorities/problems/" + id,
                viewer.role() == Role.TASKING_MEMBER,
                problem.title(),
                words.the(
                        "priorities.problem.about",
                        kind(problem),
                        districts.name(problem.area()),
                        words.the("priorities.place." + problem.place())),
                hot == null ? "" : words.the("priorities.sheet.hot", where.of(hot)),
                problem.isPriority(),
                priority(problem),
                osara(problem.osara()),
                problem.osara() == null ? List.of() : triangle(problem.osara()),
                problem.osara() != null && problem.osara().lacksASide(),
                principles(problem.osara()),
                scored(problem),
                problem.tasks().stream()
                        .map(task -> tasks.line("/priorities/problems/" + id + "/tasks/" + task.id(), task))
                        .toList(),
                problem.compared().stream()
                        .map(one -> effects.view(problem, one))
                        .toList());
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
        if (priority == null) {
            return List.of();
        }
        return priority.hasEnded()
                ? List.of(
                        fact("ended", Days.words(priority.since())),
                        fact("because", priority.because()),
                        fact("led", priority.agency()),
                        fact("tactics", priority.tactics()))
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

    /// Something that was written.
    record Fact(String term, List<String> details) {}

    /// The sheet of a problem.
    ///
    /// @param hot where its hot place is; empty when it has none
    /// @param prioritised whether it is a priority now
    /// @param priority what is or was set of it; empty when it never was one
    record ProblemSheet(
            String path,
            boolean writes,
            String title,
            String about,
            String hot,
            boolean prioritised,
            List<Fact> priority,
            List<Fact> osara,
            List<Fact> triangle,
            boolean lacksASide,
            String principles,
            List<String> scored,
            List<TaskWords.Line> tasks,
            List<EffectWords.View> effects) {}
}
