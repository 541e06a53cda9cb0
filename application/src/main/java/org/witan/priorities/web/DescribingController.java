package org.witan.priorities.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.witan.priorities.Problem;
import org.witan.priorities.Problem.Osara;
import org.witan.priorities.Problem.Principle;
import org.witan.priorities.Problems;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// What is known and planned of a problem: the OSARA record, in versions.
@Controller
class DescribingController {
    private static final int LONGEST = 4_000;
    private static final List<String> TEXTS =
            List.of("objective", "scanning", "analysis", "response", "assessment", "harmed", "harming", "place");
    private final Problems problems;
    private final ProblemForms forms;
    private final Wording words;

    DescribingController(Problems problems, ProblemForms forms, Wording words) {
        this.problems = problems;
        this.forms = forms;
        this.words = words;
    }

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
            return ProblemForms.back(id);
        }
        Problem now = problems.open(viewer, id);
        return osaraPage(now, forms.again(sent, "priorities.osara", versionOf(now.osara())), changed(now.osara()));
    }

    private static int versionOf(@Nullable Osara osara) {
        return osara == null ? 0 : osara.version();
    }

    private List<String> changed(@Nullable Osara osara) {
        return osara == null
                ? List.of()
                : List.of(
                        words.the("priorities.sheet.objective") + ": " + osara.objective(),
                        words.the("priorities.sheet.response") + ": " + osara.response());
    }

    private ModelAndView osaraPage(Problem problem, Form form, List<String> changed) {
        var page = forms.begun(problem, "osara", "/osara")
                .text(words.the("priorities.osara.text"))
                .hidden("version", form.value("version"))
                .changed(changed)
                .problems(form.problems());
        TEXTS.forEach(field -> page.ask(Control.LINES, form.text(field)));
        return page.ask(
                        Control.CHECKBOXES,
                        form.field("principles", words.choices("priorities.principle", Principle.values())))
                .made()
                .shown();
    }
}
