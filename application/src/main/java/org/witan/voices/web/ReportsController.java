package org.witan.voices.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.voices.Deciding;
import org.witan.voices.Deciding.Reason;
import org.witan.voices.Deciding.Waiting;
import org.witan.voices.Deciding.Where;
import org.witan.voices.KeepingPlaces;
import org.witan.voices.Suspicion;
import org.witan.voices.Written;

/// The reports that wait for the analyst, and the decision about each.
@Controller
class ReportsController {
    private static final String FORM = "voices.decide";
    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_AREA = 80;
    private final Deciding deciding;
    private final KeepingPlaces places;
    private final Choices choices;
    private final ReportPages pages;
    private final Wording words;

    ReportsController(Deciding deciding, KeepingPlaces places, Choices choices, ReportPages pages, Wording words) {
        this.deciding = deciding;
        this.places = places;
        this.choices = choices;
        this.pages = pages;
        this.words = words;
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/reports")
    ModelAndView waiting(Viewer viewer) {
        return new ModelAndView(
                "voices/reports",
                "page",
                new ListPage(deciding.waiting(viewer).stream().map(this::line).toList()));
    }

    private Line line(Waiting report) {
        return new Line(
                "/voices/reports/" + report.id(),
                words.the(
                        "voices.report.line", choices.word("kind", report.told().kind()), pages.when(report.told())),
                Days.words(report.toldOn()),
                pages.suspicions(report));
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/reports/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        Waiting report = deciding.open(viewer, id);
        var known = new HashMap<String, List<String>>();
        known.put("words", List.of(report.told().words()));
        known.put("name", List.of(report.told().placeWords()));
        Optional.ofNullable(report.told().place()).ifPresent(place -> known.put("place", List.of(place.toString())));
        return pages.page(report, Form.blank(words, FORM, known));
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/reports/{id}")
    ModelAndView decide(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Waiting report = deciding.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        ReportPages.What what = form.oneOf("what", ReportPages.What.class);
        if (what == null) {
            return pages.page(report, form);
        }
        return switch (what) {
            case ACCEPT -> accept(viewer, report, form);
            case REJECT -> reject(viewer, report, form);
        };
    }

    private ModelAndView accept(Viewer viewer, Waiting report, Form form) {
        String left = Written.of(form.value("words"));
        if (Written.length(left) > LONGEST) {
            form.reject("words", "long", LONGEST);
        }
        // What stands out is only let through by somebody who says that they looked.
        if (!Suspicion.in(left).isEmpty() && form.value("looked").isEmpty()) {
            form.reject("looked", "missing");
        }
        @Nullable Where where = where(report, form);
        if (where == null || !form.usable()) {
            return pages.page(report, form);
        }
        deciding.accept(viewer, report.id(), where, left);
        return new ModelAndView("redirect:/voices/reports");
    }

    private @Nullable Where where(Waiting report, Form form) {
        @Nullable UUID place = Ids.read(form.value("place"));
        if (place != null && places.find(place).isPresent()) {
            return new Where.Listed(place);
        }
        String name = Written.of(form.value("name"));
        String area = Written.of(form.value("area"));
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            form.reject("name", "missing");
        }
        if (area.isEmpty() || area.length() > LONGEST_AREA) {
            form.reject("area", "missing");
        }
        return name.isEmpty() || area.isEmpty()
                ? null
                : new Where.New(report.told().kind(), name, area);
    }

    private ModelAndView reject(Viewer viewer, Waiting report, Form form) {
        Reason reason = form.oneOf("reason", Reason.class);
        if (reason == null) {
            return pages.page(report, form);
        }
        deciding.reject(viewer, report.id(), reason);
        return new ModelAndView("redirect:/voices/reports");
    }

    /// The list of what waits.
    record ListPage(List<Line> reports) {}

    /// One that waits.
    record Line(String path, String words, String day, List<String> suspicions) {}
}
