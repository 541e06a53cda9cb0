package org.witan.voices.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.voices.Deciding;
import org.witan.voices.Deciding.Reason;
import org.witan.voices.Deciding.Waiting;
import org.witan.voices.Deciding.Where;
import org.witan.voices.KeepingPlaces;
import org.witan.voices.Suspicion;
import org.witan.voices.Told;
import org.witan.voices.Told.PlaceKind;
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
    private final Wording words;

    ReportsController(Deciding deciding, KeepingPlaces places, Choices choices, Wording words) {
        this.deciding = deciding;
        this.places = places;
        this.choices = choices;
        this.words = words;
    }

    /// What can be decided.
    enum What {
        ACCEPT,
        REJECT
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
                        "voices.report.line", choices.word("kind", report.told().kind()), when(report.told())),
                Days.words(report.toldOn()),
                suspicions(report));
    }

    private List<String> suspicions(Waiting report) {
        return report.suspicions().stream()
                .map(one -> choices.word("suspicion", one))
                .toList();
    }

    private String when(Told told) {
        return words.the("voices.when", choices.word("days", told.days()), choices.word("band", told.band()));
    }

    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/reports/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        Waiting report = deciding.open(viewer, id);
        var known = new HashMap<String, List<String>>();
        known.put("words", List.of(report.told().words()));
        known.put("name", List.of(report.told().placeWords()));
        Optional.ofNullable(report.told().place()).ifPresent(place -> known.put("place", List.of(place.toString())));
        return page(report, Form.blank(words, FORM, known));
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/reports/{id}")
    ModelAndView decide(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Waiting report = deciding.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        What what = form.oneOf("what", What.class);
        if (what == null) {
            return page(report, form);
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
            return page(report, form);
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
            return page(report, form);
        }
        deciding.reject(viewer, report.id(), reason);
        return new ModelAndView("redirect:/voices/reports");
    }

    private ModelAndView page(Waiting report, Form form) {
        Told told = report.told();
        var view = new ModelAndView(
                "voices/report",
                "page",
                new ReportPage(
                        "/voices/reports/" + report.id(),
                        form.problems(),
                        facts(report),
                        told.words(),
                        suspicions(report),
                        form.field("what", choices.of("what", What.class)),
                        form.field("place", choices.places(places.all())),
                        form.text("name"),
                        form.text("area"),
                        form.text("words"),
                        form.field("looked", List.of(new Field.Choice("yes", words.the("voices.decide.looked.yes")))),
                        form.field("reason", choices.of("reason", Reason.class))));
        if (!form.usable()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private List<Fact> facts(Waiting report) {
        Told told = report.told();
        var facts = new ArrayList<Fact>();
        facts.add(fact("day", Days.words(report.toldOn())));
        facts.add(fact("kind", choices.word("kind", told.kind())));
        if (report.placeName() != null) {
            facts.add(fact("place", report.placeName()));
        }
        if (!told.placeWords().isEmpty()) {
            facts.add(fact("where", told.placeWords()));
        }
        facts.add(fact("when", when(told)));
        facts.add(fact(
                "topics",
                told.topics().stream()
                        .sorted()
                        .map(topic -> choices.word("topic", topic))
                        .collect(Collectors.joining("; "))));
        Stream.ofNullable(told.age()).map(age -> choices.word("age", age)).forEach(age -> facts.add(fact("age", age)));
        Stream.ofNullable(told.sex()).map(sex -> choices.word("sex", sex)).forEach(sex -> facts.add(fact("sex", sex)));
        return facts;
    }

    private Fact fact(String key, String detail) {
        return new Fact(words.the("voices.report." + key), List.of(detail));
    }

    // ---------------------------------------------------------------------------------------------- the list of places

    @OpenTo(Role.ANALYST)
    @GetMapping("/voices/places")
    ModelAndView list(Viewer viewer) {
        return listPage(Form.blank(words, "voices.list", Map.of()));
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/places")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "voices.list", Map.copyOf(sent));
        var kind = form.oneOf("kind", PlaceKind.class);
        String name = Written.of(form.required("name"));
        String area = Written.of(form.required("area"));
        form.within("name", LONGEST_NAME);
        form.within("area", LONGEST_AREA);
        String code = form.value("crime");
        if (!code.matches("|[EW]\\d{8}")) {
            form.reject("crime", "unknown");
        }
        if (kind == null || !form.usable()) {
            return listPage(form);
        }
        places.add(viewer, kind, name, area, code);
        return new ModelAndView("redirect:/voices/places");
    }

    @OpenTo(Role.ANALYST)
    @PostMapping("/voices/places/{id}/close")
    String close(Viewer viewer, @PathVariable UUID id) {
        places.close(viewer, id);
        return "redirect:/voices/places";
    }

    private ModelAndView listPage(Form form) {
        var view = new ModelAndView(
                "voices/places",
                "page",
                new PlacesPage(
                        form.problems(),
                        places.all().stream()
                                .map(place -> new Listed(
                                        "/voices/places/" + place.id() + "/close",
                                        words.the("voices.place.line", place.name(), place.area()),
                                        choices.word("kind", place.kind()),
                                        place.crimeArea()))
                                .toList(),
                        form.field("kind", choices.of("kind", PlaceKind.class)),
                        form.text("name"),
                        form.text("area"),
                        form.text("crime")));
        if (!form.usable()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// The list of what waits.
    record ListPage(List<Line> reports) {}

    /// One that waits.
    record Line(String path, String words, String day, List<String> suspicions) {}

    /// What is known of a report.
    record Fact(String term, List<String> details) {}

    /// One report with the form that decides about it.
    record ReportPage(
            String path,
            List<Problem> problems,
            List<Fact> facts,
            String told,
            List<String> suspicions,
            Field what,
            Field place,
            Field name,
            Field area,
            Field words,
            Field looked,
            Field reason) {

        /// Whether something is wrong, as the title in the browser says too.
        public boolean wrong() {
            return !problems.isEmpty();
        }
    }

    /// The list of places.
    record PlacesPage(List<Problem> problems, List<Listed> places, Field kind, Field name, Field area, Field crime) {}

    /// One of the list.
    record Listed(String close, String words, String kind, String crimeArea) {}
}
