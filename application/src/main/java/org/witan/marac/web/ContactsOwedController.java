package org.witan.marac.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.OwedContact;
import org.witan.marac.OwingContact;
import org.witan.site.Days;
import org.witan.site.Wording;

/// The victims whom an IDVA is to try to reach next.
@Controller
class ContactsOwedController {
    private final OwingContact contact;
    private final Wording words;

    ContactsOwedController(OwingContact contact, Wording words) {
        this.contact = contact;
        this.words = words;
    }

    @OpenTo(Role.IDVA)
    @GetMapping("/contacts")
    ModelAndView list(Viewer viewer) {
        List<OwedContact> all = contact.list(viewer);
        return new ModelAndView(
                "marac/contacts",
                "page",
                new Page(
                        all.stream().filter(one -> !one.after()).map(this::row).toList(),
                        all.stream().filter(OwedContact::after).map(this::row).toList(),
                        all.size() == OwingContact.MOST));
    }

    private Row row(OwedContact one) {
        var conference = one.conference();
        String since =
                words.the(one.after() ? "marac.contacts.heard" : "marac.contacts.referred", Days.words(one.since()));
        return new Row(
                one.referral(),
                one.reference(),
                one.inDanger() && !one.after(),
                words.the(one.late() ? "marac.triage.late" : "marac.triage.due", Days.words(one.due())),
                one.late(),
                conference == null
                        ? since
                        : since + " " + words.the("marac.contacts.conference", Days.words(conference)));
    }

    /// @param before whom nobody tried to reach since they were referred
    /// @param after whom nobody told what a conference decided
    /// @param more whether there are more than are listed
    record Page(List<Row> before, List<Row> after, boolean more) {}

    /// A victim, by the reference of the case.
    record Row(UUID id, String reference, boolean inDanger, String due, boolean late, String words) {}
}
