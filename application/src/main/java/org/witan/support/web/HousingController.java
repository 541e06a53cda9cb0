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
import org.witan.support.Housing;
import org.witan.support.Housing.Application;
import org.witan.support.Housing.Happened;

/// A homelessness application: the clock that runs now first, then what happened.
@Controller
class HousingController {
    private static final String FORM = "support.housing";
    private final Housing housing;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    HousingController(Housing housing, Wording words, Days days, Clock clock) {
        this.housing = housing;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/housing")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        Application application = housing.open(viewer, id);
        @Nullable Happened now = application.now();
        return new ModelAndView(
                "support/housing",
                "page",
                new Page(
                        id,
                        application.offer().reference(),
                        now == null ? words.the("support.housing.none") : clock(now),
                        now != null && now.due() != null && now.due().isBefore(days.today()),
                        application.steps().stream().map(this::line).toList()));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/offers/{id}/housing/say")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        var known = Map.of(
                "id", List.of(Identity.at(clock.instant()).toString()), "day", List.of(Days.typed(days.today())));
        return page(housing.open(viewer, id), Form.blank(words, FORM, known));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @PostMapping("/support/offers/{id}/housing/say")
    ModelAndView say(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Application application = housing.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String what = form.value("what");
        if (application.kinds().stream().noneMatch(one -> one.code().equals(what))) {
            form.reject("what", "missing");
        }
        @Nullable LocalDate day = StepForms.past(form, days.today());
        String text = form.within("words", 1_000);
        @Nullable UUID made = Ids.read(form.value("id"));
        if (day == null || made == null || !form.usable()) {
            return page(application, form);
        }
        try {
            housing.say(viewer, made, id, what, day, text);
        } catch (Refused refused) {
            StepForms.refuse(form, "words", refused);
            return page(application, form);
        }
        return new ModelAndView("redirect:/support/offers/" + id + "/housing");
    }

    private String clock(Happened now) {
        LocalDate due = now.due();
        if (due == null) {
            return words.the("support.housing.now", now.words(), Days.words(now.onDay()));
        }
        return words.the(
                due.isBefore(days.today()) ? "support.housing.late" : "support.housing.due",
                now.words(),
                Days.words(now.onDay()),
                now.clock(),
                Days.words(due));
    }

    private String line(Happened one) {
        String line =
                words.the("support.housing.line", Days.words(one.onDay()), one.words(), one.agency(), one.source());
        return one.more().isEmpty() ? line : line + " · " + one.more();
    }

    private ModelAndView page(Application application, Form form) {
        String here = "/support/offers/" + application.offer().id() + "/housing";
        return FormPage.titled(words.the("support.housing.say"), here + "/say", words.the("support.said.do"))
                .above(application.offer().reference())
                .text(words.the("support.housing.priority"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(
                        Control.RADIOS,
                        form.field(
                                "what",
                                application.kinds().stream()
                                        .map(one -> new Field.Choice(one.code(), one.words(), one.of()))
                                        .toList()))
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.LINES, form.text("words"))
                .back(here, words.the("support.housing.title"))
                .made()
                .shown();
    }

    /// A homelessness application.
    ///
    /// @param now the clock that runs
    record Page(UUID id, String reference, String now, boolean late, List<String> steps) {}
}
