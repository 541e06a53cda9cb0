package org.witan.access.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Keeping what agencies have signed, and who answers there.
@Component
public class KeepingAgreements {
    private static final String AGREEMENT = "agreement";
    private static final String CONTACT = "contact";
    private final Witnessing witnessing;
    private final Agencies agencies;
    private final Agreements agreements;
    private final Contacts contacts;

    KeepingAgreements(Witnessing witnessing, Agencies agencies, Agreements agreements, Contacts contacts) {
        this.witnessing = witnessing;
        this.agencies = agencies;
        this.agreements = agreements;
        this.contacts = contacts;
    }

    /// An agency signed.
    public void sign(Viewer viewer, Agreement.New agreement) {
        Deed deed = Deed.of(Verb.ADD, AGREEMENT)
                .with(AGREEMENT, agreement.id().toString())
                .with("agency", agreement.agency().toString());
        witnessing.witness(viewer, deed, _ -> {
            theOpenAgency(agreement.agency());
            Rules.once(agreements.add(agreement, viewer.account()), () -> agreements.has(agreement));
            return agreement;
        });
    }

    /// One agreement with its agency.
    ///
    /// @throws Absent when there is none
    public Signed open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, AGREEMENT).with(AGREEMENT, id.toString()), _ -> {
            Agreement agreement = agreements.find(id).orElseThrow(Absent::new);
            return new Signed(agreement, agencies.find(agreement.agency()).orElseThrow(Absent::new));
        });
    }

    /// An agency withdraws: from that day the agreement is not in force, without days of grace. To withdraw twice is
    /// refused.
    public void withdraw(Viewer viewer, UUID id, LocalDate on) {
        Deed deed =
                Deed.of(Verb.CHANGE, AGREEMENT).with(AGREEMENT, id.toString()).with("withdrawn", on.toString());
        witnessing.witness(viewer, deed, _ -> {
            Agreement agreement = agreements.find(id).orElseThrow(Absent::new);
            if (agreements.withdraw(agreement.id(), on) == 0) {
                throw new Refused(Rules.ENDED);
            }
            return id;
        });
    }

    /// Somebody answers for a duty at an agency from now on.
    public void name(Viewer viewer, Contact contact) {
        Deed deed = Deed.of(Verb.ADD, CONTACT)
                .with(CONTACT, contact.id().toString())
                .with("agency", contact.agency().toString());
        witnessing.witness(viewer, deed, _ -> {
            theOpenAgency(contact.agency());
            Rules.once(
                    contacts.add(contact),
                    () -> contacts.find(contact.id()).filter(contact::equals).isPresent());
            return contact;
        });
    }

    /// Somebody answers for a duty no longer, from tomorrow; to end it twice changes nothing.
    ///
    /// @return the agency
    public UUID end(Viewer viewer, UUID contact) {
        Deed deed = Deed.of(Verb.CHANGE, CONTACT).with(CONTACT, contact.toString());
        return witnessing.witness(viewer, deed, _ -> {
            UUID agency = contacts.find(contact).orElseThrow(Absent::new).agency();
            contacts.end(contact);
            return agency;
        });
    }

    private void theOpenAgency(UUID id) {
        if (agencies.find(id).orElseThrow(Absent::new).closedAt() != null) {
            throw new Refused(Rules.CLOSED);
        }
    }

    /// An agreement with its agency.
    public record Signed(Agreement agreement, Agency agency) {}
}
