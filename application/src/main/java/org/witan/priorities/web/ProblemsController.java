package org.witan.priorities.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.HotPlace;
import org.witan.priorities.PlaceKind;
import org.witan.priorities.Problems;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// The problems of the group: the list, and a new one.
@Controller
class ProblemsController {
    private static final String FORM = "priorities.problem";
    private static final int LONGEST_TITLE = 160;
    private final Problems problems;
    private final Districts districts;
    private final Asked asked;
    private final WhereWords where;
    private final Wording words;
    private final Files files;
    private final Clock clock;

    ProblemsController(
            Problems problems,
            Districts districts,
            Asked asked,
            WhereWords where,
            Wording words,
            Files files,
            Clock clock) {
        this.where = where;
        this.problems = problems;
        this.districts = districts;
        this.asked = asked;
        this.words = words;
        this.files = files;
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
                one.place() == PlaceKind.ANY
                        ? districts.name(one.area())
                        : words.the(
                                "priorities.list.where",
                                districts.name(one.area()),
                                words.the("priorities.place." + one.place())),
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
        var rows = files.begun(List.of(words.the("priorities.list.text")));
        rows.add(Sheet.line("problem", "area", "kind of place", "hot place", "priority", "tasks"));
        problems.all(viewer, Verb.EXPORT).forEach(one -> {
            Line line = line(one);
            rows.add(Sheet.line(
                    line.title(),
                    districts.name(one.area()),
                    words.the("priorities.place." + one.place()),
                    one.grid(),
                    line.priority(),
                    line.tasks()));
        });
        return Files.csv("priorities", rows);
    }

    @OpenTo(Role.TASKING_MEMBER)
    @GetMapping("/priorities/problems/new")
    ModelAndView begin(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String grid,
            @RequestParam(defaultValue = "") String near) {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(Identity.at(clock.instant()).toString()));
        known.put("offences", List.of(offences));
        known.put("area", List.of(area.isEmpty() ? districts.usual() : area));
        HotPlace.read(grid, near).ifPresent(hot -> {
            known.put("grid", List.of(hot.grid()));
            known.put("near", List.of(hot.area()));
        });
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
        @Nullable HotPlace hot = hot(form);
        if (!districts.knows(form.value("area"))) {
            form.reject("area", "missing");
        } else if (hot != null && !hot.area().isEmpty() && !districts.liesIn(hot.area(), form.value("area"))) {
            form.reject("area", "elsewhere", districts.name(hot.area()));
        }
        @Nullable UUID id = Ids.read(form.value("id"));
        if (id == null || !form.usable()) {
            return form(form);
        }
        problems.add(viewer, id, title, offences, form.value("area"), Asked.place(form.value("place")), hot);
        return new ModelAndView("redirect:/priorities/problems/" + id);
    }

    private static @Nullable HotPlace hot(Form form) {
        return HotPlace.read(form.value("grid"), form.value("near")).orElse(null);
    }

    private ModelAndView form(Form form) {
        var page = FormPage.titled(
                        words.the("priorities.problem.new"),
                        "/priorities/problems/new",
                        words.the("priorities.problem.do"))
                .text(words.the("priorities.problem.text"))
                .hidden("id", form.value("id"));
        HotPlace hot = hot(form);
        if (hot != null) {
            page.text(words.the("priorities.problem.hot", where.of(hot)))
                    .hidden("grid", hot.grid())
                    .hidden("near", hot.area());
        }
        return page.problems(form.problems())
                .ask(Control.TEXT, form.text("title"))
                .ask(Control.ONE_OF, form.field("offences", asked.offences("").choices()))
                .ask(
                        Control.ONE_OF,
                        form.field("area", asked.areas(districts.usual()).choices()))
                .ask(Control.ONE_OF, form.field("place", asked.placeChoices()))
                .back("/priorities", words.the("priorities.back"))
                .made()
                .shown();
    }

    /// The list.
    record ListPage(boolean writes, List<Line> problems) {}

    /// One problem of the list.
    record Line(String path, String title, String area, String priority, String tasks) {}
}
