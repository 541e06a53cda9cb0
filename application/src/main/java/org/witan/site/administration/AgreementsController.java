package org.witan.site.administration;

import java.time.Clock;
import java.time.LocalDate;
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
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.Agreement;
import org.witan.access.directory.KeepingAgencies;
import org.witan.access.directory.KeepingAgreements;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Where an administrator keeps what an agency has signed.
@Controller
class AgreementsController {
    private static final String AGREEMENT = "administration.agreement";
    private static final int LONGEST = 200;
    private static final int MOST_YEARS = 10;
    private final KeepingAgencies agencies;
    private final KeepingAgreements agreements;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    AgreementsController(
            KeepingAgencies agencies, KeepingAgreements agreements, Wording words, Days days, Clock clock) {
        this.agencies = agencies;
        this.agreements = agreements;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies/{agency}/agreements/new")
    ModelAndView blankAgreement(Viewer viewer, @PathVariable UUID agency) {
        var known = Map.of("signed-on", List.of(Days.typed(days.today())));
        return agreementPage(viewer, agency, Form.blank(words, AGREEMENT, known), newId())
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/agencies/{agency}/agreements")
    ModelAndView sign(Viewer viewer, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, AGREEMENT, sent);
        UUID id = Typing.id(form, "id");
        String title = Typing.text(form, "title", LONGEST);
        String signedBy = Typing.text(form, "signed-by", LONGEST);
        LocalDate signedOn = Typing.day(form, "signed-on").orElse(LocalDate.EPOCH);
        LocalDate expiresOn = Typing.day(form, "expires-on").orElse(LocalDate.EPOCH);
        if (form.usable()) {
            check(form, signedOn, expiresOn);
        }
        if (!form.usable()) {
            return agreementPage(viewer, agency, form, id).shown();
        }
        agreements.sign(viewer, new Agreement.New(id, agency, title, signedBy, signedOn, expiresOn));
        return to(agency);
    }

    private void check(Form form, LocalDate signedOn, LocalDate expiresOn) {
        if (signedOn.isAfter(days.today())) {
            form.reject("signed-on", "ahead");
        }
        if (expiresOn.isBefore(days.today())) {
            form.reject("expires-on", "over");
        } else if (expiresOn.isAfter(days.today().plusYears(MOST_YEARS))) {
            form.reject("expires-on", "far", MOST_YEARS);
        }
    }

    private FormPage agreementPage(Viewer viewer, UUID agency, Form form, UUID id) {
        String place = place(agency);
        return FormPage.titled(
                        words.the("administration.agreement.add"),
                        place + "/agreements",
                        words.the("administration.agreement.add.button"))
                .above(agencies.open(viewer, agency).agency().name())
                .text(words.the("administration.agreement.add.text"))
                .problems(form.problems())
                .hidden("id", id)
                .ask(Control.TEXT, form.text("title"))
                .ask(Control.TEXT, form.text("signed-by"))
                .ask(Control.TEXT, form.text("signed-on"))
                .ask(Control.TEXT, form.text("expires-on"))
                .back(place, words.the("site.cancel"))
                .made();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agreements/{id}/withdraw")
    ModelAndView askToWithdraw(Viewer viewer, @PathVariable UUID id) {
        return withdrawal(viewer, id).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/agreements/{id}/withdraw")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id) {
        agreements.withdraw(viewer, id, days.today());
        return to(agreements.open(viewer, id).agency().id());
    }

    private FormPage withdrawal(Viewer viewer, UUID id) {
        var signed = agreements.open(viewer, id);
        return FormPage.titled(
                        words.the("administration.agreement.withdraw"),
                        "/administration/agreements/" + id + "/withdraw",
                        words.the("administration.agreement.withdraw.button"))
                .above(signed.agency().name())
                .text(words.the(
                        "administration.agreement.withdraw.text",
                        signed.agreement().title()))
                .warning(words.the(
                        "administration.agreement.withdraw.warning",
                        signed.agency().people()))
                .dangerous()
                .back(place(signed.agency().id()), words.the("site.cancel"))
                .made();
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }

    private static String place(UUID agency) {
        return "/administration/agencies/" + agency;
    }

    private static ModelAndView to(UUID agency) {
        return new ModelAndView("redirect:" + place(agency));
    }
}
