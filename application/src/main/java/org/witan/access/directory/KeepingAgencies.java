package org.witan.access.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Keeping the agencies of the partnership: they join, get another name, and close.
@Component
public class KeepingAgencies {
    private static final String AGENCY = "agency";
    private final Witnessing witnessing;
    private final Agencies agencies;
    private final Agreements agreements;
    private final Contacts contacts;
    private final Memberships memberships;
    private final List<OpenWithAgency> modules;

    KeepingAgencies(
            Witnessing witnessing,
            Agencies agencies,
            Agreements agreements,
            Contacts contacts,
            Memberships memberships,
            List<OpenWithAgency> modules) {
        this.witnessing = witnessing;
        this.agencies = agencies;
        this.agreements = agreements;
        this.contacts = contacts;
        this.memberships = memberships;
        this.modules = modules;
    }

    /// All agencies, those that take part first.
    public List<Agency> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, AGENCY), _ -> agencies.all());
    }

    /// The kinds that may be chosen; reference data, which anybody may read.
    public List<Agency.Kind> kinds() {
        return agencies.kinds();
    }

    /// All that is known of an agency.
    ///
    /// @throws Absent when there is none
    public AgencyFile open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, deed(Verb.READ, id), _ -> {
            Agency agency = agencies.find(id).orElseThrow(Absent::new);
            return new AgencyFile(agency, agreements.of(id), contacts.of(id), memberships.lasting(id), left(id));
        });
    }

    /// An agency joins.
    ///
    /// @param id made with the form, so that a form that is sent twice adds one agency
    public void add(Viewer viewer, UUID id, String name, String kind) {
        witnessing.witness(viewer, deed(Verb.ADD, id).with("name", name).with("kind", kind), _ -> {
            Rules.once(Rules.kept(() -> agencies.add(id, name, kind)), () -> agencies.has(id, name, kind));
            return id;
        });
    }

    /// Gives an agency another name or kind.
    ///
    /// @param version of the agency that was on the page
    public void change(Viewer viewer, UUID id, int version, String name, String kind) {
        witnessing.witness(viewer, deed(Verb.CHANGE, id).with("name", name).with("kind", kind), _ -> {
            theOpen(id);
            Rules.fresh(Rules.kept(() -> agencies.change(id, version, name, kind)));
            return id;
        });
    }

    /// Closes an agency: nobody acts for it from now on. Its memberships stay as they were, for the record.
    ///
    /// @param losing how many memberships the page said would open nothing any more
    /// @param leaving how many things the page said would be left behind
    public void close(Viewer viewer, UUID id, int version, int losing, long leaving) {
        witnessing.witness(viewer, deed(Verb.CHANGE, id).with("closed", "now"), _ -> {
            theOpen(id);
            if (memberships.lasting(id).size() != losing || number(left(id)) != leaving) {
                throw new Refused(Rules.STALE);
            }
            Rules.fresh(Rules.kept(() -> agencies.close(id, version)));
            return id;
        });
    }

    private List<OpenWithAgency.Left> left(UUID agency) {
        return modules.stream().flatMap(one -> one.of(agency).stream()).toList();
    }

    private static long number(List<OpenWithAgency.Left> left) {
        return left.stream().mapToLong(OpenWithAgency.Left::number).sum();
    }

    private void theOpen(UUID id) {
        if (agencies.find(id).orElseThrow(Absent::new).closedAt() != null) {
            throw new Refused(Rules.CLOSED);
        }
    }

    private static Deed deed(Verb verb, UUID id) {
        return Deed.of(verb, AGENCY).with(AGENCY, id.toString());
    }

    /// All that is known of an agency.
    ///
    /// @param memberships of people who act for it, or will
    /// @param left what would be left behind if it closed, by numbers
    public record AgencyFile(
            Agency agency,
            List<Agreement> agreements,
            List<Contact> contacts,
            List<Membership> memberships,
            List<OpenWithAgency.Left> left) {

        /// How many things would be left behind.
        public long leaving() {
            return number(left);
        }
    }
}
