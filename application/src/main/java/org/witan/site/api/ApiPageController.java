package org.witan.site.api;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenToEveryone;
import org.witan.site.Wording;

/// The page that says in plain words how an agency's system uses the API.
@Controller
class ApiPageController {
    private static final List<String> SECTIONS =
            List.of("begin", "token", "rule", "pages", "writes", "limits", "mistakes");
    private final Wording words;

    ApiPageController(Wording words) {
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/api")
    ModelAndView page() {
        var sections = SECTIONS.stream()
                .map(section -> new Section(
                        section,
                        words.the("api.about." + section),
                        words.the("api.about." + section + ".text").lines().toList(),
                        words.find("api.about." + section + ".example")))
                .toList();
        var problems = Arrays.stream(Fault.values())
                .map(fault -> new Line(
                        String.valueOf(fault.status()),
                        fault.code(),
                        words.the("api.problem." + fault.code() + ".detail")))
                .toList();
        return new ModelAndView("site/api/about", "page", new Page(sections, problems));
    }

    /// @param problems every type of problem
    record Page(List<Section> sections, List<Line> problems) {}

    /// @param example what is sent or answered; null when words say enough
    record Section(
            String id,
            String heading,
            List<String> paragraphs,
            @Nullable String example) {}

    /// A type of problem.
    record Line(String status, String type, String detail) {}
}
