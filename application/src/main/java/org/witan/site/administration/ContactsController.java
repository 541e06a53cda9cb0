package org.witan.site.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.witan.access.directory.Contact;
import org.witan.access.directory.KeepingAgencies;
import org.witan.access.directory.KeepingAgreements;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Where an administrator names who answers at an agency.
@Controller
class ContactsController {
    private static final String CONTACT = "administration.contact";
    private static final int LONGEST = 200;
    private static final int LONGEST_PHONE = 40;
    private final KeepingAgencies agencies;
    private final KeepingAgreements agreements;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ContactsController(KeepingAgencies agencies, KeepingAgreements agreements, Wording words, Days days, Clock clock) {
        this.agencies = agencies;
        this.agreements = agreements;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies/{agency}/contacts/new")
    ModelAndView blankContact(Viewer viewer, @PathVariable UUID agency) {
        var known = Map.of("since-on", List.of(Days.typed(days.today())));
        return contactPage(viewer, agency, Form.blank(words, CONTACT, known), newId())
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/agencies/{agency}/contacts")
    ModelAndView name(Viewer viewer, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, CONTACT, sent);
        UUID id = Typing.id(form, "id");
        var duty = Typing.oneOf(form, "duty", Contact.Duty.values());
        String name = Typing.text(form, "name", LONGEST);
        String email = Typing.email(form, "email");
        LocalDate since = Typing.day(form, "since-on").orElse(LocalDate.EPOCH);
        String phone = form.value("phone");
        if (phone.length() > LONGEST_PHONE) {
            form.reject("phone", "long", LONGEST_PHONE);
        }
        if (!form.usable() || duty.isEmpty()) {
            return contactPage(viewer, agency, form, id).shown();
        }
        agreements.name(viewer, new Contact(id, agency, duty.get(), name, email, phone, since, null));
        return to(agency);
    }

    private FormPage contactPage(Viewer viewer, UUID agency, Form form, UUID id) {
        String place = place(agency);
        var duties = Arrays.stream(Contact.Duty.values())
                .map(duty -> new Field.Choice(
                        duty.name(),
                        words.the("administration.duty." + duty.name()),
                        words.find("administration.duty." + duty.name() + ".hint")))
                .toList();
        return FormPage.titled(
                        words.the("administration.contact.add"),
                        place + "/contacts",
                        words.the("administration.contact.add.button"))
                .above(agencies.open(viewer, agency).agency().name())
                .problems(form.problems())
                .hidden("id", id)
                .ask(Control.RADIOS, form.field("duty", duties))
                .ask(Control.TEXT, form.text("name"))
                .ask(Control.TEXT, form.text("email", "email", "off"))
                .ask(Control.TEXT, form.text("phone", "tel", "off"))
                .ask(Control.TEXT, form.text("since-on"))
                .back(place, words.the("site.cancel"))
                .made();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/contacts/{id}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id) {
        return to(agreements.end(viewer, id));
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
