package org.witan.marac.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import org.witan.marac.Colleagues.Reason;
import org.witan.marac.Colleagues.Settled;
import org.witan.marac.Listing;
import org.witan.marac.Listing.Opening;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Lists a case in which somebody works for an agency: says who would be able to see it, and asks for a decision first.
@Controller
class OpeningController {
    private static final String FORM = "marac.works.list";
    private static final int LONGEST = 5000;
    private final Listing listing;
    private final OpeningWords opening;
    private final Wording words;
    private final Clock clock;

    OpeningController(Listing listing, OpeningWords opening, Wording words, Clock clock) {
        this.listing = listing;
        this.opening = opening;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/{id}/list/{meeting}")
    ModelAndView asked(Viewer viewer, @PathVariable UUID id, @PathVariable UUID meeting) {
        var fresh = Map.of("id", List.of(Identity.at(clock.instant()).toString()));
        return page(listing.opening(viewer, id, meeting), meeting, Form.blank(words, FORM, fresh));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/{id}/list/{meeting}")
    ModelAndView listed(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @RequestParam MultiValueMap<String, String> sent) {
        Opening found = listing.opening(viewer, id, meeting);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        UUID made = Ids.read(form.value("id"));
        String reason = form.within("reason", LONGEST);
        if (found.settled() == Settled.OPEN && reason.isEmpty()) {
            form.reject("reason", "missing");
        }
        if (made == null || !form.usable()) {
            return page(found, meeting, form);
        }
        listing.list(viewer, id, meeting, new Reason(made, String.join("\n", opening.seeing(found.seeing())), reason));
        return new ModelAndView("redirect:/triage");
    }

    private ModelAndView page(Opening found, UUID meeting, Form form) {
        String path = "/triage/" + found.referral();
        String lists = "/records/" + found.referral() + "/lists/";
        var page = FormPage.titled(
                        words.the("marac.works.title"), path + "/list/" + meeting, words.the("marac.works.list.do"))
                .above(found.reference());
        opening.said(found.referral(), found.said()).forEach(page::text);
        page.text(opening.state(found.settled()))
                .text(words.the(
                        "marac.works.list.text", found.board(), Days.words(Objects.requireNonNull(found.startsAt()))))
                .list(opening.seeing(found.seeing()))
                .link(lists + "EMPLOYEE_CASE/new", words.the("marac.works.shut-out"))
                .link(lists + "RESTRICTION/new", words.the("marac.works.restrict"))
                .problems(form.problems())
                .hidden("id", form.value("id").isEmpty() ? Identity.at(clock.instant()) : form.value("id"));
        if (found.settled() == Settled.OPEN) {
            page.ask(Control.LINES, form.text("reason"));
        }
        return page.back(path, words.the("site.cancel")).made().shown();
    }
}
