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
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the pages that show agencies.
@Component
final class AgencyPages {
    private static final String AGENCIES = "/administration/agencies";
    private final Wording words;
    private final MembershipWords memberships;
    private final Days days;

    AgencyPages(Wording words, MembershipWords memberships, Days days) {
        this.words = words;
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
