package org.witan.site.administration;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.directory.Account;
import org.witan.access.directory.GrantingMemberships;
import org.witan.access.directory.Membership;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Makes the pages about a membership.
@Component
final class MembershipPages {
    private final GrantingMemberships memberships;
    private final Wording words;
    private final Changes changes;
    private final MembershipWords says;

    MembershipPages(GrantingMemberships memberships, Wording words, Changes changes, MembershipWords says) {
        this.memberships = memberships;
        this.words = words;
        this.changes = changes;
        this.says = says;
    }

    FormPage granting(Form form, Account person, UUID id, List<Field.Choice> agencies, boolean own) {
        String place = "/administration/accounts/" + person.id();
        var page = FormPage.titled(
                        words.the("administration.membership.grant"),
                        place + "/memberships",
                        words.the("administration.membership.grant.button"))
                .above(person.name())
                .problems(form.problems())
                .hidden("id", id)
                .ask(Control.ONE_OF, form.field("agency", agencies))
                .ask(Control.RADIOS, form.field("role", roles()))
                .ask(Control.TEXT, form.text("starts-on"))
                .ask(Control.TEXT, form.text("ends-on"))
                .ask(Control.CHECKBOXES, form.field("lead", lead()))
                .back(place, words.the("site.cancel"));
        return own
                ? page.warning(words.the("administration.refused.own-membership"))
                        .made()
                : page.made();
    }

    private List<Field.Choice> roles() {
        return memberships.roles().stream()
                .map(duty -> new Field.Choice(duty.role().name(), duty.words(), duty.does()))
                .toList();
    }

    private List<Field.Choice> lead() {
        return List.of(new Field.Choice("yes", words.the("administration.membership.lead.yes")));
    }

    FormPage editing(Form form, Membership membership, boolean stale, boolean own) {
        String place = place(membership);
        var page = FormPage.titled(
                        words.the("administration.membership.edit"),
                        "/administration/memberships/" + membership.id() + "/edit",
                        words.the("administration.save"))
                .above(membership.person())
                .text(says.line(membership))
                .text(words.the("administration.membership.edit.text"))
                .changed(stale ? changed(membership) : List.of())
                .problems(form.problems())
                .hidden("version", stale || form.problems().isEmpty() ? membership.version() : form.value("version"))
                .ask(Control.TEXT, form.text("ends-on"))
                .ask(Control.CHECKBOXES, form.field("lead", lead()))
                .back(place, words.the("site.cancel"));
        return own
                ? page.warning(words.the("administration.refused.own-membership"))
                        .made()
                : page.made();
    }

    FormPage ending(Membership membership, boolean stale, boolean own) {
        var page = FormPage.titled(
                        words.the("administration.membership.end"),
                        "/administration/memberships/" + membership.id() + "/end",
                        words.the("administration.membership.end.button"))
                .above(membership.person())
                .text(says.line(membership))
                .changed(stale ? changed(membership) : List.of())
                .warning(words.the("administration.membership.end.warning"))
                .dangerous()
                .hidden("version", membership.version())
                .back(place(membership), words.the("site.cancel"));
        return own
                ? page.warning(words.the("administration.refused.own-membership"))
                        .made()
                : page.made();
    }

    private List<String> changed(Membership membership) {
        String lead = words.the(
                membership.lead() ? "administration.membership.lead.is" : "administration.membership.lead.is-not");
        return changes.words(membership.change(), List.of(says.line(membership), lead));
    }

    private static String place(Membership membership) {
        return "/administration/accounts/" + membership.account();
    }
}
