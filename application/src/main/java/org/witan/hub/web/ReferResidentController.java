package org.witan.hub.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.hub.Need;
import org.witan.hub.ReadingHub;
import org.witan.hub.ReferringResidents;
import org.witan.hub.ResidentReferral;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Refers a resident to the hub: one form, checked before anything is shared.
@Controller
class ReferResidentController {
    static final String FORM = "hub.refer";
    private static final int CHILDREN = 12;
    private static final List<String> FIELDS = List.of(
            "given",
            "family",
            "born",
            "contact",
            "lines",
            "postcode",
            "children",
            "needs",
            "concerns",
            "tried",
            "consent",
            "without",
            "urgent");
    private final ReferringResidents referring;
    private final ReadingHub reading;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ReferResidentController(ReferringResidents referring, ReadingHub reading, Wording words, Days days, Clock clock) {
        this.referring = referring;
        this.reading = reading;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenToHubReferrers
    @GetMapping("/hub/refer")
    ModelAndView begin(Viewer viewer) {
        var known = Map.of("id", List.of(Identity.at(clock.instant()).toString()));
        return page(viewer, Form.blank(words, FORM, known), List.of());
    }

    /// Checks what was typed, shows it once more, and sends it.
    @OpenToHubReferrers
    @PostMapping("/hub/refer")
    ModelAndView refer(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        if (form.value("step").equals("change")) {
            return page(viewer, form, List.of());
        }
        List<Need> needs = referring.needs(viewer);
        ResidentReferral referral = read(form, needs);
        if (!form.usable()) {
            return page(viewer, form, List.of());
        }
        if (!form.value("step").equals("send")) {
            return check(form, needs);
        }
        UUID id = Typed.carried(form, "id");
        try {
            referring.refer(viewer, id, referral);
        } catch (Refused refused) {
            return page(viewer, form, List.of(new Problem("born", words.the(refused.reason()))));
        }
        return new ModelAndView("redirect:/hub/referred/" + id);
    }

    /// That it was referred, and what happens next.
    @OpenToHubReferrers
    @GetMapping("/hub/referred/{id}")
    ModelAndView referred(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("hub/referred", "page", reading.open(viewer, id).line());
    }

    private ResidentReferral read(Form form, List<Need> needs) {
        String given = form.within("given", 100);
        String family = Typed.text(form, "family", 100);
        LocalDate born = Typed.day(form, "born");
        if (born != null && born.isAfter(days.today())) {
            form.reject("born", "ahead");
        } else if (born != null && born.isBefore(LocalDate.of(1900, 1, 1))) {
            form.reject("born", "not-a-day");
        } else if (born != null && ResidentReferral.isChild(born, days.today())) {
            form.reject("born", "child");
        }
        List<String> chosen = needs.stream()
                .map(Need::code)
                .filter(form.values("needs")::contains)
                .toList();
        if (chosen.isEmpty()) {
            form.reject("needs", "missing");
        }
        boolean consent = Typed.yes(form, "consent");
        if (!consent && !form.value("consent").equals("NO")) {
            form.reject("consent", "missing");
        }
        String without = form.within("without", 2_000);
        if (form.value("consent").equals("NO") && without.isEmpty()) {
            form.reject("without", "missing");
        }
        return new ResidentReferral(
                given,
                family,
                born == null ? LocalDate.MIN : born,
                form.within("contact", 500),
                form.within("lines", 300),
                form.within("postcode", 10).toUpperCase(Locale.UK),
                children(form),
                chosen,
                Typed.text(form, "concerns", 10_000),
                Typed.text(form, "tried", 10_000),
                consent,
                consent ? "" : without,
                form.within("urgent", 2_000));
    }

    /// One child a line: a name, and after a comma when they were born.
    private static List<ResidentReferral.Child> children(Form form) {
        var all = new ArrayList<ResidentReferral.Child>();
        for (String line : form.value("children").lines().toList()) {
            int comma = line.lastIndexOf(',');
            String name = (comma < 0 ? line : line.substring(0, comma)).strip();
            String born = comma < 0 ? "" : line.substring(comma + 1).strip();
            if (!name.isEmpty()) {
                all.add(new ResidentReferral.Child(name, born));
            }
        }
        if (all.size() > CHILDREN
                || all.stream()
                        .anyMatch(child ->
                                child.name().length() > 150 || child.born().length() > 40)) {
            form.reject("children", "long", CHILDREN);
            return List.of();
        }
        return all;
    }

    private ModelAndView page(Viewer viewer, Form form, List<Problem> refused) {
        var needs = referring.needs(viewer).stream()
                .map(need -> new Field.Choice(need.code(), need.words(), words.find("hub.need." + need.code())))
                .toList();
        var problems = new ArrayList<>(form.problems());
        problems.addAll(refused);
        var consent = List.of(
                new Field.Choice("YES", words.the("hub.refer.consent.YES")),
                new Field.Choice("NO", words.the("hub.refer.consent.NO")));
        var view = new ModelAndView(
                "hub/refer", "page", new ReferPage(form, problems, needs, form.field("consent", consent)));
        if (!problems.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private ModelAndView check(Form form, List<Need> needs) {
        var lines = new ArrayList<Line>();
        for (String field : FIELDS) {
            String value = switch (field) {
                case "needs" ->
                    String.join(
                            "\n",
                            needs.stream()
                                    .filter(need -> form.values("needs").contains(need.code()))
                                    .map(Need::words)
                                    .toList());
                case "consent" -> words.the("hub.refer.consent." + form.value("consent"));
                default -> form.value(field);
            };
            lines.add(
                    new Line(words.the(FORM + "." + field), value.isEmpty() ? words.the("hub.refer.nothing") : value));
        }
        var hidden = new ArrayList<Line>();
        hidden.add(new Line("id", form.value("id")));
        FIELDS.forEach(field -> form.values(field).forEach(value -> hidden.add(new Line(field, value))));
        return new ModelAndView("hub/check", "page", new CheckPage(lines, hidden));
    }

    /// The form.
    record ReferPage(Form form, List<Problem> problems, List<Field.Choice> needs, Field consent) {

        /// A text of the form.
        public Field text(String field) {
            return form.text(field);
        }

        /// The boxes of needs.
        public Field boxes() {
            return form.field("needs", needs);
        }
    }

    /// What was typed, once more.
    record CheckPage(List<Line> lines, List<Line> hidden) {}

    /// A field and what it holds.
    record Line(String label, String words) {}
}
