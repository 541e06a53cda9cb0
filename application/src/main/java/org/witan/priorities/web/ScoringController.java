package org.witan.priorities.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Criterion;
import org.witan.priorities.Problem;
import org.witan.priorities.Problems;
import org.witan.priorities.Scoring;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The score of a problem, by the scale in force.
@Controller
class ScoringController {
    private final Problems problems;
    private final Scoring scoring;
    private final ProblemForms forms;
    private final Wording words;

    ScoringController(Problems problems, Scoring scoring, ProblemForms forms, Wording words) {
        this.problems = problems;
        this.scoring = scoring;
        this.forms = forms;
        this.words = words;
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/{id}/score")
    ModelAndView scoring(Viewer viewer, @PathVariable UUID id) {
        Problem problem = problems.open(viewer, id);
        var known = forms.fresh();
        if (problem.scored() != null) {
            problem.scored().levels().forEach((code, level) -> known.put(code, List.of(String.valueOf(level))));
        }
        return scorePage(problem, scoring.scale(viewer), Form.blank(words, "priorities.score", known));
    }

    @OpenTo(Role.TASKING_MEMBER)
    @PostMapping("/priorities/problems/{id}/score")
    ModelAndView score(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Problem problem = problems.open(viewer, id);
        List<Criterion> scale = scoring.scale(viewer);
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
        scoring.score(viewer, score, id, levels);
        return ProblemForms.back(id);
    }

    private ModelAndView scorePage(Problem problem, List<Criterion> scale, Form form) {
        var page = forms.begun(problem, "score", "/score")
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
}
