package org.witan.marac.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Contact;
import org.witan.marac.Contacting;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Contact with the victim: how it is safe stands first, and what was tried below.
@Controller
class ContactController {
    private static final int LONGEST = 5_000;
    private final Contacting contacting;
    private final ReferralPages referrals;
    private final ContactWords contacts;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ContactController(
            Contacting contacting,
            ReferralPages referrals,
            ContactWords contacts,
            Wording words,
            Days days,
            Clock clock) {
        this.contacting = contacting;
        this.referrals = referrals;
        this.contacts = contacts;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.SUPPORT_WORKER, Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/referrals/{id}/contact")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        var known = Map.of(
                "id", List.of(Identity.at(clock.instant()).toString()), "day", List.of(Days.typed(days.today())));
        return page(viewer, id, Form.blank(words, "marac.contact", known));
    }

    @OpenTo({Role.IDVA, Role.SUPPORT_WORKER})
    @PostMapping("/referrals/{id}/contact")
    ModelAndView write(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.contact", Map.copyOf(sent));
        When when = form.oneOf("when", When.class);
        Contact.Outcome outcome = form.oneOf("outcome", Contact.Outcome.class);
        @Nullable LocalDate day = Days.read(form.value("day")).orElse(null);
        if (day == null) {
            form.reject("day", "not-a-day");
        } else if (day.isAfter(days.today())) {
            form.reject("day", "ahead");
        }
        String text = form.within("words", LONGEST);
        UUID contact = Ids.read(form.value("id"));
        if (when == null || outcome == null || day == null || contact == null || !form.usable()) {
            var again = page(viewer, id, form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        contacting.write(viewer, contact, id, when == When.AFTER, day, outcome, text);
        return new ModelAndView("redirect:/referrals/" + id + "/contact");
    }

    private ModelAndView page(Viewer viewer, UUID id, Form form) {
        Contacting.Tried tried = contacting.open(viewer, id);
        ReferralPage referral = referrals.page(viewer, tried.referral());
        return new ModelAndView(
                "marac/contact",
                "page",
                new Page(
                        id,
                        referral.reference(),
                        referral.dangers(),
                        referral.contacts(),
                        tried.contacts().stream().map(contacts::line).toList(),
                        viewer.role() == Role.IDVA || viewer.role() == Role.SUPPORT_WORKER,
                        form.problems(),
                        form.value("id"),
                        form.field("when", words.choices("marac.contact.when", When.values())),
                        form.text("day"),
                        form.field("outcome", words.choices("marac.contact.outcome", Contact.Outcome.values())),
                        form.text("words")));
    }

    /// Before or after the conference.
    enum When {
        BEFORE,
        AFTER
    }

    /// @param writes whether whoever looks writes down contact
    record Page(
            UUID referral,
            String reference,
            List<String> dangers,
            List<String> contacts,
            List<ContactWords.Line> tried,
            boolean writes,
            List<Problem> problems,
            String id,
            Field when,
            Field day,
            Field outcome,
            Field words) {}
}
