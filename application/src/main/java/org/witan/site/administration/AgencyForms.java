package org.witan.site.administration;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.access.directory.Agency;
import org.witan.access.directory.KeepingAgencies.AgencyFile;
import org.witan.access.directory.Membership;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Makes the pages on which an agency is added, changed and closed.
@Component
final class AgencyForms {
    private static final String AGENCIES = "/administration/agencies";
    private final Wording words;
    private final Changes changes;

    AgencyForms(Wording words, Changes changes) {
        this.words = words;
        this.changes = changes;
    }

    FormPage adding(Form form, UUID id, List<Agency.Kind> kinds) {
        return fields(
                        FormPage.titled(
                                words.the("administration.agency.add"),
                                AGENCIES,
                                words.the("administration.agency.add.button")),
                        form,
                        kinds)
                .text(words.the("administration.agency.add.text"))
                .hidden("id", id)
                .back(AGENCIES, words.the("site.cancel"))
                .made();
    }

    FormPage editing(Form form, Agency agency, List<Agency.Kind> kinds, boolean stale) {
        String place = AGENCIES + "/" + agency.id();
        var now = List.of(words.the("administration.agency.now", agency.name(), agency.kindWords()));
        return fields(
                        FormPage.titled(
                                words.the("administration.agency.edit"),
                                place + "/edit",
                                words.the("administration.save")),
                        form,
                        kinds)
                .above(agency.name())
                .changed(stale ? changes.words(agency.change(), now) : List.of())
                .hidden("version", stale || form.problems().isEmpty() ? agency.version() : form.value("version"))
                .back(place, words.the("site.cancel"))
                .made();
    }

    private static FormPage.Making fields(FormPage.Making page, Form form, List<Agency.Kind> kinds) {
        var choices = Stream.concat(
                        Stream.of(new Field.Choice("", "")),
                        kinds.stream().map(kind -> new Field.Choice(kind.code(), kind.words())))
                .toList();
        return page.problems(form.problems())
                .ask(Control.TEXT, form.text("name"))
                .ask(Control.ONE_OF, form.field("kind", choices));
    }

    FormPage closing(AgencyFile file, Form form, boolean stale) {
        Agency agency = file.agency();
        String place = AGENCIES + "/" + agency.id();
        var losing = file.memberships();
        var page = FormPage.titled(
                        words.the("administration.agency.close"),
                        place + "/close",
                        words.the("administration.agency.close.button"))
                .above(agency.name())
                .dangerous()
                .changed(stale ? changes.words(agency.change(), List.of()) : List.of())
                .hidden("version", agency.version())
                .hidden("losing", losing.size())
                .hidden("leaving", file.leaving())
                .problems(form.problems())
                .back(place, words.the("site.cancel"));
        leaving(page, file, form);
        if (losing.isEmpty()) {
            return page.text(words.the("administration.agency.close.nobody")).made();
        }
        return page.text(words.the("administration.agency.close.losing", losing.size()))
                .list(losing.stream().map(AgencyForms::losing).toList())
                .warning(words.the("administration.agency.close.warning"))
                .made();
    }

    /// What is open with the agency, by numbers, and what becomes of it. Nobody closes it without having read that.
    private void leaving(FormPage.Making page, AgencyFile file, Form form) {
        if (file.left().isEmpty()) {
            return;
        }
        page.text(words.the("administration.agency.close.leaving"));
        file.left().forEach(one -> page.warning(words.the(one.key(), one.number())));
        page.ask(
                Control.CHECKBOXES,
                form.field("known", List.of(new Field.Choice("YES", words.the("administration.agency.known.YES")))));
    }

    private static String losing(Membership membership) {
        return membership.person() + ", " + membership.roleWords();
    }
}
