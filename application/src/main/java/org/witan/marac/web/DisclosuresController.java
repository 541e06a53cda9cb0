package org.witan.marac.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.witan.marac.protection.Disclosing;
import org.witan.marac.protection.Disclosing.Taken;
import org.witan.marac.protection.DisclosureRequest;
import org.witan.marac.protection.DisclosureRequest.Applicant;
import org.witan.marac.protection.DisclosureRequest.GivenTo;
import org.witan.marac.protection.DisclosureRequest.Kind;
import org.witan.marac.protection.DisclosureRequest.Route;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Disclosure-scheme requests of a referral: their clock, their steps, and never a word of what is disclosed.
@Controller
class DisclosuresController {
    private static final String FORM = "marac.disclosure";
    private final Disclosing disclosing;
    private final DisclosurePages pages;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    DisclosuresController(Disclosing disclosing, DisclosurePages pages, Wording words, Days days, Clock clock) {
        this.disclosing = disclosing;
        this.pages = pages;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo({Role.COORDINATOR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/referrals/{id}/disclosures")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Form.blank(words, FORM, fresh()));
    }

    @OpenTo({Role.COORDINATOR, Role.REPRESENTATIVE, Role.IDVA})
    @PostMapping("/referrals/{id}/disclosures")
    ModelAndView requested(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        Applicant applicant = form.oneOf("applicant", Applicant.class);
        @Nullable LocalDate received = day(form);
        UUID request = Ids.read(form.value("id"));
        if (applicant == null || received == null || request == null || !form.usable()) {
            var again = page(viewer, id, form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Route route = applicant == Applicant.PROFESSIONAL ? Route.RIGHT_TO_KNOW : Route.RIGHT_TO_ASK;
        disclosing.request(viewer, request, id, route, applicant, received);
        return back(id);
    }

    @OpenTo({Role.COORDINATOR, Role.REPRESENTATIVE})
    @GetMapping("/referrals/{id}/disclosures/{request}/step")
    ModelAndView step(Viewer viewer, @PathVariable UUID id, @PathVariable UUID request) {
        return stepPage(viewer, id, request, Form.blank(words, FORM, fresh()));
    }

    @OpenTo({Role.COORDINATOR, Role.REPRESENTATIVE})
    @PostMapping("/referrals/{id}/disclosures/{request}/step")
    ModelAndView taken(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        Kind what = form.oneOf("what", Kind.class);
        @Nullable LocalDate day = day(form);
        @Nullable GivenTo to = what == Kind.GIVEN ? form.oneOf("to", GivenTo.class) : null;
        String givenBy = what == Kind.GIVEN ? form.required("given-by") : "";
        form.within("given-by", 120);
        UUID step = Ids.read(form.value("id"));
        if (what == null || day == null || step == null || !form.usable()) {
            return stepPage(viewer, id, request, form);
        }
        disclosing.take(viewer, id, request, step, new Taken(what, day, to, givenBy));
        return back(id);
    }

    @OpenTo({Role.COORDINATOR, Role.REPRESENTATIVE})
    @PostMapping("/referrals/{id}/disclosures/{request}/steps/{step}/undo")
    ModelAndView undone(Viewer viewer, @PathVariable UUID id, @PathVariable UUID request, @PathVariable UUID step) {
        disclosing.undo(viewer, id, request, step);
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/referrals/" + id + "/disclosures");
    }

    private Map<String, List<String>> fresh() {
        return Map.of("id", List.of(Identity.at(clock.instant()).toString()), "day", List.of(Days.typed(days.today())));
    }

    private @Nullable LocalDate day(Form form) {
        @Nullable LocalDate day = Days.read(form.value("day")).orElse(null);
        if (day == null) {
            form.reject("day", "not-a-day");
        } else if (day.isAfter(days.today())) {
            form.reject("day", "ahead");
        }
        return day;
    }

    private ModelAndView page(Viewer viewer, UUID id, Form form) {
        return new ModelAndView(
                "marac/disclosures",
                "page",
                pages.page(
                        disclosing.of(viewer, id),
                        form,
                        form.field("applicant", choices("marac.disclosure.applicant.", List.of(Applicant.values())))));
    }

    private ModelAndView stepPage(Viewer viewer, UUID id, UUID request, Form form) {
        Disclosing.Requests all = disclosing.of(viewer, id);
        DisclosureRequest found = all.all().stream()
                .filter(one -> all.handles() && one.id().equals(request))
                .findFirst()
                .orElseThrow(Absent::new);
        return FormPage.titled(
                        words.the("marac.disclosure.step"),
                        "/referrals/" + id + "/disclosures/" + request + "/step",
                        words.the("marac.disclosure.do"))
                .above(all.reference())
                .text(words.the("marac.disclosure.step.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.RADIOS, form.field("what", choices("marac.disclosure.what.", found.next())))
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.RADIOS, form.field("to", choices("marac.disclosure.to.", Arrays.asList(GivenTo.values()))))
                .ask(Control.TEXT, form.text("given-by"))
                .back("/referrals/" + id + "/disclosures", words.the("marac.disclosure.title"))
                .made()
                .shown();
    }

    private List<Field.Choice> choices(String key, List<? extends Enum<?>> all) {
        return all.stream()
                .map(one -> new Field.Choice(
                        one.name(), words.the(key + one.name()), words.find(key + one.name() + ".hint")))
                .toList();
    }
}
