package org.witan.marac.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.protection.LinkingSchemes;
import org.witan.marac.protection.LinkingSchemes.Choices;
import org.witan.marac.protection.SchemeLink;
import org.witan.marac.protection.SchemeLink.Grade;
import org.witan.marac.protection.SchemeLink.Told;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Links of a case to MAPPA, MATAC and child protection: that they know of it, and whom to ask there.
@Controller
class SchemesController {
    private static final String FORM = "marac.link";
    private static final int LINE = 200;
    private static final Field.Choice NONE = new Field.Choice("", "");
    private final LinkingSchemes linking;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    SchemesController(LinkingSchemes linking, Wording words, Days days, Clock clock) {
        this.linking = linking;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenToMembers
    @GetMapping("/referrals/{id}/links/new")
    ModelAndView begin(Viewer viewer, @PathVariable UUID id) {
        var fresh = Map.of("id", List.of(Identity.at(clock.instant()).toString()));
        return page(id, linking.begin(viewer, id), Form.blank(words, FORM, fresh));
    }

    @OpenToMembers
    @PostMapping("/referrals/{id}/links/new")
    ModelAndView added(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Choices choices = linking.begin(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        @Nullable Told told = told(form, choices);
        UUID link = Ids.read(form.value("id"));
        if (told == null || link == null || !form.usable()) {
            return page(id, choices, form);
        }
        linking.add(viewer, link, id, told);
        return new ModelAndView("redirect:/referrals/" + id);
    }

    @OpenToMembers
    @GetMapping("/links/{id}/end")
    ModelAndView ending(Viewer viewer, @PathVariable UUID id) {
        var known = Map.of("day", List.of(Days.typed(days.today())));
        return endPage(linking.open(viewer, id), Form.blank(words, FORM, known));
    }

    @OpenToMembers
    @PostMapping("/links/{id}/end")
    ModelAndView ended(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        SchemeLink link = linking.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        @Nullable LocalDate day = day(form, "day", true);
        if (day != null && day.isAfter(days.today())) {
            form.reject("day", "ahead");
        }
        if (day != null && day.isBefore(link.since())) {
            form.reject("day", "before");
        }
        form.required("reason");
        String reason = form.within("reason", 2_000);
        if (day == null || !form.usable()) {
            return endPage(link, form);
        }
        linking.end(viewer, id, day, reason);
        return new ModelAndView("redirect:/referrals/" + link.referral());
    }

    private @Nullable Told told(Form form, Choices choices) {
        String scheme = form.value("scheme");
        if (choices.schemes().stream().noneMatch(one -> one.scheme().equals(scheme))) {
            form.reject("scheme", "missing");
        }
        @Nullable String level = grade(form, "level", choices, scheme);
        @Nullable String category = grade(form, "category", choices, scheme);
        @Nullable LocalDate since = day(form, "since", true);
        @Nullable LocalDate until = day(form, "until", false);
        if (since != null && until != null && until.isBefore(since)) {
            form.reject("until", "before");
        }
        form.required("lead");
        String lead = form.within("lead", LINE);
        String reference = form.within("reference", 120);
        String contact = form.within("contact", LINE);
        return since == null || !form.usable()
                ? null
                : new Told(scheme, reference, level, category, since, until, lead, contact);
    }

    /// A level or category of the scheme that was chosen; rejected as `other` when it is another's.
    private static @Nullable String grade(Form form, String field, Choices choices, String scheme) {
        String chosen = form.value(field);
        if (chosen.isEmpty()) {
            return null;
        }
        boolean known = choices.grades().stream()
                .anyMatch(one -> one.scheme().equals(scheme)
                        && one.code().equals(chosen)
                        && one.isLevel() == field.equals("level"));
        if (!known) {
            form.reject(field, "other");
        }
        return chosen;
    }

    private static @Nullable LocalDate day(Form form, String field, boolean required) {
        String typed = form.value(field);
        @Nullable LocalDate day = Days.read(typed).orElse(null);
        if (day == null && (required || !typed.isEmpty())) {
            form.reject(field, "not-a-day");
        }
        return day;
    }

    private ModelAndView page(UUID id, Choices choices, Form form) {
        return FormPage.titled(
                        words.the("marac.link.new"), "/referrals/" + id + "/links/new", words.the("marac.link.do"))
                .above(choices.reference())
                .text(words.the("marac.link.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(
                        Control.RADIOS,
                        form.field(
                                "scheme",
                                choices.schemes().stream()
                                        .map(one -> new Field.Choice(one.scheme(), one.words()))
                                        .toList()))
                .ask(Control.ONE_OF, form.field("level", grades(choices, Grade::isLevel)))
                .ask(Control.ONE_OF, form.field("category", grades(choices, one -> !one.isLevel())))
                .ask(Control.TEXT, form.text("reference"))
                .ask(Control.TEXT, form.text("since"))
                .ask(Control.TEXT, form.text("until"))
                .ask(Control.TEXT, form.text("lead"))
                .ask(Control.TEXT, form.text("contact"))
                .back("/referrals/" + id, choices.reference())
                .made()
                .shown();
    }

    private List<Field.Choice> grades(Choices choices, Predicate<Grade> which) {
        return Stream.concat(
                        Stream.of(NONE),
                        choices.grades().stream()
                                .filter(which)
                                .map(one -> new Field.Choice(
                                        one.code(), words.the("marac.link.grade", name(choices, one), one.words()))))
                .toList();
    }

    /// The short name of the scheme that a level or category is of.
    private static String name(Choices choices, Grade grade) {
        return choices.schemes().stream()
                .filter(one -> one.scheme().equals(grade.scheme()))
                .map(one -> one.words().replaceFirst(" \\(.*", ""))
                .findFirst()
                .orElse("");
    }

    private ModelAndView endPage(SchemeLink link, Form form) {
        return FormPage.titled(
                        words.the("marac.link.end"), "/links/" + link.id() + "/end", words.the("marac.link.end.do"))
                .above(link.scheme())
                .text(words.the("marac.link.end.text"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.LINES, form.text("reason"))
                .back("/referrals/" + link.referral(), words.the("marac.link.back"))
                .made()
                .shown();
    }
}
