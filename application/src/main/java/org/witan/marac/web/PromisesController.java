package org.witan.marac.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.witan.marac.PromisedReferrals;
import org.witan.marac.PromisedReferrals.Promise;
import org.witan.marac.ReferringAgain;
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The coordinator writes the referral that an incident needs, or says why none follows that was
/// promised.
@Controller
class PromisesController {
    private static final int LONGEST = 5000;
    private static final String FORM = "marac.promise";
    private final PromisedReferrals promised;
    private final ReferringAgain again;
    private final PromisePages pages;
    private final Wording words;
    private final Clock clock;

    PromisesController(
            PromisedReferrals promised, ReferringAgain again, PromisePages pages, Wording words, Clock clock) {
        this.promised = promised;
        this.again = again;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/promises/{id}")
    ModelAndView promise(Viewer viewer, @PathVariable UUID id) {
        return page(promised.read(viewer, id), Form.blank(words, FORM, Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/promises/{id}")
    ModelAndView ended(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        form.required("reason");
        String reason = form.within("reason", LONGEST);
        if (!form.usable()) {
            return page(promised.read(viewer, id), form);
        }
        promised.end(viewer, id, reason);
        return new ModelAndView("redirect:/triage");
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/incidents/{id}/refer")
    ModelAndView refer(Viewer viewer, @PathVariable UUID id) {
        return FormPage.titled(words.the("marac.again.link"), PromisePages.refer(id), words.the("marac.again.do"))
                .above(again.reference(viewer, id))
                .text(words.the("marac.again.text"))
                .text(words.the("marac.again.text.incident"))
                .hidden("id", Identity.at(clock.instant()))
                .back("/triage", words.the("marac.triage.title"))
                .made()
                .shown();
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/incidents/{id}/refer")
    ModelAndView referred(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return begun(again.beginFrom(viewer, draft(words, sent), id));
    }

    /// The draft that a form made.
    static UUID draft(Wording words, MultiValueMap<String, String> sent) {
        UUID draft = Ids.read(Form.sent(words, FORM, Map.copyOf(sent)).value("id"));
        if (draft == null) {
            throw new Absent();
        }
        return draft;
    }

    static ModelAndView begun(UUID draft) {
        return new ModelAndView("redirect:/refer/" + draft + "/" + Step.DANGER.page());
    }

    private ModelAndView page(Promise promise, Form form) {
        var page = FormPage.titled(
                        words.the("marac.promise.title"),
                        "/triage/promises/" + promise.id(),
                        words.the("marac.promise.do"))
                .above(promise.reference())
                .text(pages.line(promise))
                .text(words.the("marac.incident.what", promise.words()));
        List.of(promise.reason()).stream()
                .filter(reason -> !reason.isEmpty())
                .forEach(reason -> page.text(words.the("marac.promise.reason.then", reason)));
        return page.text(words.the("marac.promise.text"))
                .link(PromisePages.refer(promise.id()), words.the("marac.again.link"))
                .link("/referrals/" + promise.referral(), words.the("marac.referral.title", promise.reference()))
                .problems(form.problems())
                .ask(Control.LINES, form.text("reason"))
                .back("/triage", words.the("marac.triage.title"))
                .made()
                .shown();
    }
}
