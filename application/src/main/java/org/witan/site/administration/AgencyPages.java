package org.witan.site.administration;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.directory.Agency;
import org.witan.access.directory.Agreed;
import org.witan.access.directory.Agreement;
import org.witan.access.directory.Contact;
import org.witan.access.directory.KeepingAgencies.AgencyFile;
import org.witan.access.directory.Membership;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Makes the pages about agencies.
@Component
final class AgencyPages {
    private static final String AGENCIES = "/administration/agencies";
    private final Wording words;
    private final Changes changes;
    private final MembershipWords memberships;
    private final Days days;

    AgencyPages(Wording words, Changes changes, MembershipWords memberships, Days days) {
        this.words = words;
        this.changes = changes;
        this.memberships = memberships;
        this.days = days;
    }

    Agencies list(List<Agency> agencies) {
        return new Agencies(agencies.stream()
                .map(agency -> new Row(
                        AGENCIES + "/" + agency.id(),
                        agency.name(),
                        agency.kindWords(),
                        state(agency),
                        agency.closedAt() == null && agency.agreed().state() == Agreed.State.NONE,
                        Long.toString(agency.people())))
                .toList());
    }

    AgencyPage agency(AgencyFile file) {
        Agency agency = file.agency();
        return new AgencyPage(
                agency.id(),
                agency.name(),
                agency.kindWords(),
                agency.closedAt() == null,
                state(agency),
                agency.closedAt() == null && agency.agreed().state() == Agreed.State.NONE,
                file.agreements().stream().map(this::agreement).toList(),
                file.contacts().stream().map(this::contact).toList(),
                file.memberships().stream().map(memberships::row).toList());
    }

    /// How it stands, in words.
    private String state(Agency agency) {
        if (agency.closedAt() != null) {
            return words.the("administration.agency.closed", Days.words(agency.closedAt()));
        }
        Agreed agreed = agency.agreed();
        return switch (agreed.state()) {
            case NONE -> words.the("administration.agreed.none");
            case GRACE -> words.the("administration.agreed.grace", day(agreed.until()), day(agreed.seesUntil()));
            case ENDING -> words.the("administration.agreed.ending", day(agreed.until()));
            case IN_FORCE -> words.the("administration.agreed.in-force", day(agreed.until()));
        };
    }

    private static String day(java.time.@Nullable LocalDate day) {
        return day == null ? "" : Days.words(day);
    }

    private AgreementRow agreement(Agreement agreement) {
        var withdrawn = agreement.withdrawnOn();
        String state = withdrawn != null
                ? words.the("administration.agreement.withdrawn", Days.words(withdrawn))
                : words.the(
                        days.until(agreement.expiresOn()) < 0
                                ? "administration.agreement.ended"
                                : "administration.agreement.holds",
                        Days.words(agreement.expiresOn()));
        return new AgreementRow(
                agreement.title(),
                words.the("administration.agreement.signed", agreement.signedBy(), Days.words(agreement.signedOn())),
                state,
                agreement.recordedBy(),
                withdrawn == null && days.until(agreement.expiresOn()) >= -60
                        ? "/administration/agreements/" + agreement.id() + "/withdraw"
                        : null);
    }

    private ContactRow contact(Contact contact) {
        var until = contact.untilOn();
        return new ContactRow(
                words.the("administration.duty." + contact.duty().name()),
                contact.name(),
                Stream.of(contact.email(), contact.phone())
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining(", ")),
                until == null
                        ? words.the("administration.since", Days.words(contact.sinceOn()))
                        : words.the("administration.from-until", Days.words(contact.sinceOn()), Days.words(until)),
                until == null ? "/administration/contacts/" + contact.id() + "/end" : null);
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

    FormPage closing(AgencyFile file, boolean stale) {
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
                .back(place, words.the("site.cancel"));
        if (losing.isEmpty()) {
            return page.text(words.the("administration.agency.close.nobody")).made();
        }
        return page.text(words.the("administration.agency.close.losing", losing.size()))
                .list(losing.stream().map(AgencyPages::losing).toList())
                .warning(words.the("administration.agency.close.warning"))
                .made();
    }

    private static String losing(Membership membership) {
        return membership.person() + ", " + membership.roleWords();
    }

    /// The list.
    record Agencies(List<Row> rows) {}

    /// @param blind whether its people see nothing
    record Row(String path, String name, String kind, String state, boolean blind, String people) {}

    /// One agency.
    record AgencyPage(
            UUID id,
            String name,
            String kind,
            boolean open,
            String state,
            boolean blind,
            List<AgreementRow> agreements,
            List<ContactRow> contacts,
            List<MembershipWords.Row> memberships) {}

    /// @param withdraw where to withdraw it; null when there is nothing to withdraw
    record AgreementRow(
            String title,
            String signed,
            String state,
            String recordedBy,
            @Nullable String withdraw) {}

    /// @param end where to end it; null when it ended
    record ContactRow(
            String duty,
            String name,
            String reach,
            String when,
            @Nullable String end) {}
}
