package org.witan.marac.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.witan.marac.KeepingDistricts;
import org.witan.marac.KeepingDistricts.District;
import org.witan.marac.KeepingDistricts.OfBoard;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Keeps for which districts each MARAC meets.
@Controller
class DistrictsController {
    private static final String FORM = "marac.districts.one";
    private static final int LONGEST = 2000;
    private final KeepingDistricts districts;
    private final Wording words;

    DistrictsController(KeepingDistricts districts, Wording words) {
        this.districts = districts;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns/districts")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "marac/districts",
                "page",
                new DistrictsPage(districts.list(viewer).stream()
                        .map(one -> new Line(
                                one.board(),
                                one.name(),
                                names(one).collect(Collectors.joining(", ")),
                                one.districts().stream()
                                        .mapToInt(District::women)
                                        .sum()))
                        .toList()));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns/districts/{board}")
    ModelAndView open(Viewer viewer, @PathVariable UUID board) {
        OfBoard one = the(viewer, board);
        var known = Map.of("districts", List.of(names(one).collect(Collectors.joining("\n"))));
        return page(one, Form.blank(words, FORM, known));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/returns/districts/{board}")
    ModelAndView set(Viewer viewer, @PathVariable UUID board, @RequestParam MultiValueMap<String, String> sent) {
        OfBoard one = the(viewer, board);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        List<String> typed = form.within("districts", LONGEST)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        KeepingDistricts.Read read = districts.read(viewer, typed);
        if (!read.unknown().isEmpty()) {
            form.reject("districts", "unknown", String.join(", ", read.unknown()));
        }
        if (!form.usable()) {
            return page(one, form);
        }
        districts.set(viewer, board, read.districts());
        return new ModelAndView("redirect:/returns/districts");
    }

    private static Stream<String> names(OfBoard one) {
        return one.districts().stream().map(District::name);
    }

    private OfBoard the(Viewer viewer, UUID board) {
        return districts.list(viewer).stream()
                .filter(one -> one.board().equals(board))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private ModelAndView page(OfBoard one, Form form) {
        return FormPage.titled(
                        words.the("marac.districts.title"),
                        "/returns/districts/" + one.board(),
                        words.the(FORM + ".do"))
                .above(one.name())
                .text(words.the("marac.districts.text"))
                .problems(form.problems())
                .ask(Control.LINES, form.text("districts"))
                .back("/returns/districts", words.the("site.cancel"))
                .made()
                .shown();
    }

    record DistrictsPage(List<Line> boards) {}

    record Line(UUID board, String name, String districts, int women) {}
}
