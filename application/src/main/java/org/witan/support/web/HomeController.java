package org.witan.support.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.MakingHomesSafe;
import org.witan.support.MakingHomesSafe.Asked;
import org.witan.support.MakingHomesSafe.Home;

/// Home safety: what a home needs, and the contractor who is asked for it.
@Controller
class HomeController {
    private static final String FORM = "support.home";
    private static final int LINE = 500;
    private final MakingHomesSafe homes;
    private final JobWords jobs;
    private final OfferWords offers;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    HomeController(MakingHomesSafe homes, JobWords jobs, OfferWords offers, Wording words, Days days, Clock clock) {
        this.homes = homes;
        this.jobs = jobs;
        this.offers = offers;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/home")
    ModelAndView home(Viewer viewer, @PathVariable UUID id) {
        Home home = homes.open(viewer, id);
        return new ModelAndView(
                "support/home",
                "page",
                new HomePage(
                        id,
                        home.offer().reference(),
                        offers.stopped(home.offer()),
                        home.surveyed()
                                .map(one -> words.the("support.home.surveyed", Days.words(one.onDay())))
                                .orElse(""),
                        home.surveyed().stream()
                                .flatMap(one -> one.items().stream())
                                .map(code -> item(home, code))
                                .toList(),
                        home.jobs().stream().map(jobs::line).toList(),
                        viewer.role() == Role.SUPPORT_WORKER,
                        viewer.role() != Role.SUPPORT_WORKER));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/survey")
    ModelAndView askSurvey(Viewer viewer, @PathVariable UUID id) {
        return survey(homes.open(viewer, id), Form.blank(words, FORM, fresh()));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @PostMapping("/support/offers/{id}/survey")
    ModelAndView keepSurvey(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Home home = homes.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        @Nullable LocalDate day = StepForms.past(form, days.today());
        @Nullable UUID made = Ids.read(form.value("id"));
        if (day == null || made == null || !form.usable()) {
            return survey(home, form);
        }
        try {
            homes.survey(viewer, made, id, day, form.values("items"));
        } catch (Refused refused) {
            StepForms.refuse(form, "day", refused);
            return survey(home, form);
        }
        return new ModelAndView("redirect:/support/offers/" + id + "/home");
    }

    @OpenTo({Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/job")
    ModelAndView askJob(Viewer viewer, @PathVariable UUID id) {
        Home home = homes.open(viewer, id);
        List<String> needed = home.surveyed().map(MakingHomesSafe.Survey::items).orElse(List.of());
        return job(
                home,
                Form.blank(
                        words,
                        FORM,
                        Map.of("id", List.of(Identity.at(clock.instant()).toString()), "items", needed)));
    }

    @OpenTo({Role.COORDINATOR, Role.SUPPORT_WORKER})
    @PostMapping("/support/offers/{id}/job")
    ModelAndView sendJob(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Home home = homes.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        @Nullable UUID contractor = Ids.read(form.value("contractor"));
        if (contractor == null) {
            form.reject("contractor", "missing");
        }
        form.required("address");
        form.required("access");
        String address = form.within("address", LINE);
        String access = form.within("access", LINE);
        if (form.values("items").isEmpty()) {
            form.reject("items", "missing");
        }
        @Nullable UUID made = Ids.read(form.value("id"));
        if (contractor == null || made == null || !form.usable()) {
            return job(home, form);
        }
        try {
            homes.ask(viewer, made, id, new Asked(contractor, address, access, form.values("items")));
        } catch (Refused refused) {
            StepForms.refuse(form, "access", refused);
            return job(home, form);
        }
        return new ModelAndView("redirect:/support/offers/" + id + "/home");
    }

    @OpenToOfferers
    @PostMapping("/support/offers/{id}/asked-again")
    ModelAndView askedAgain(Viewer viewer, @PathVariable UUID id) {
        homes.seen(viewer, id);
        return new ModelAndView("redirect:/support/offers/" + id + "/home");
    }

    private Map<String, List<String>> fresh() {
        return Map.of("id", List.of(Identity.at(clock.instant()).toString()), "day", List.of(Days.typed(days.today())));
    }

    private static String item(Home home, String code) {
        return home.items().stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.words())
                .findFirst()
                .orElse(code);
    }

    private ModelAndView survey(Home home, Form form) {
        String here = "/support/offers/" + home.offer().id();
        return FormPage.titled(words.the("support.home.survey"), here + "/survey", words.the("support.said.do"))
                .above(home.offer().reference())
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.CHECKBOXES, form.field("items", items(home)))
                .back(here + "/home", words.the("support.home.title"))
                .made()
                .shown();
    }

    private ModelAndView job(Home home, Form form) {
        String here = "/support/offers/" + home.offer().id();
        return FormPage.titled(words.the("support.home.job"), here + "/job", words.the("support.home.job.do"))
                .above(home.offer().reference())
                .text(words.the("support.home.job.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(
                        Control.RADIOS,
                        form.field(
                                "contractor",
                                home.contractors().stream()
                                        .map(one -> new Field.Choice(one.code(), one.words()))
                                        .toList()))
                .ask(Control.LINES, form.text("address"))
                .ask(Control.LINES, form.text("access"))
                .ask(Control.CHECKBOXES, form.field("items", items(home)))
                .back(here + "/home", words.the("support.home.title"))
                .made()
                .shown();
    }

    private List<Field.Choice> items(Home home) {
        return home.items().stream()
                .map(one -> new Field.Choice(one.code(), one.words(), hint(one.of())))
                .toList();
    }

    private @Nullable String hint(String of) {
        return of.equals("PERSON") ? words.the("support.home.of-person") : null;
    }

    /// What is known of a home.
    ///
    /// @param stopped that nobody may go there now; empty while they may
    /// @param surveyed when it was looked at; empty while nobody did
    /// @param asks whether whoever looks asks a contractor
    /// @param offers whether whoever looks offers support, and asks again after something happened
    record HomePage(
            UUID id,
            String reference,
            String stopped,
            String surveyed,
            List<String> items,
            List<JobWords.JobLine> jobs,
            boolean asks,
            boolean offers) {}
}
