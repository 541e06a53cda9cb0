package org.witan.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Address;
import org.witan.people.Given;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.site.Days;

/// Refers a resident to the hub. All of it becomes one record of the rule in one transaction, or nothing does.
///
/// Whoever refers learns the reference and nothing else: not whether the person is known.
@Component
public class ReferringResidents {
    private final Witnessing witnessing;
    private final Receiving receiving;
    private final Records records;
    private final HubLists lists;
    private final CaseWrites writes;
    private final JdbcClient database;
    private final Days days;

    ReferringResidents(
            Witnessing witnessing,
            Receiving receiving,
            Records records,
            HubLists lists,
            CaseWrites writes,
            JdbcClient database,
            Days days) {
        this.witnessing = witnessing;
        this.receiving = receiving;
        this.records = records;
        this.lists = lists;
        this.writes = writes;
        this.database = database;
        this.days = days;
    }

    /// What somebody may need help with, by the newest list.
    public List<Need> needs(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "need"), _ -> lists.needs());
    }

    /// Refers a resident.
    ///
    /// @param id made with the form, so that a form that is sent twice refers once
    /// @return the reference
    /// @throws Refused for a child, and when something else was sent under this id before
    /// @throws Absent when this viewer may refer nobody
    public String refer(Viewer viewer, UUID id, ResidentReferral referral) {
        if (ResidentReferral.isChild(referral.born(), days.today())) {
            throw new Refused(HubRules.CHILD);
        }
        try {
            return witnessing.witness(viewer, Deed.of(Verb.ADD, "hub-case"), shown -> {
                shown.add(id);
                return writes.digest(id) == null
                        ? Absent.whereRefused(() -> write(viewer, id, referral, shown))
                        : before(id, referral);
            });
        } catch (DuplicateKeyException | Absent _) {
            // Whoever waited for the other sending began before the case was there for them: they look anew.
            return witnessing.witness(viewer, Deed.of(Verb.READ, "hub-case"), shown -> {
                shown.add(id);
                return before(id, referral);
            });
        }
    }

    /// What somebody may need help with, inside a witnessed piece of work.
    List<Need> needs() {
        return lists.needs();
    }

    /// Refers a resident inside a witnessed piece of work. Nobody else refers under this id meanwhile.
    ///
    /// @throws Refused for a child, and when something else was sent under this id before
    /// @throws Absent when this viewer may refer nobody
    void refer(Viewer viewer, UUID id, ResidentReferral referral, Shown shown) {
        if (ResidentReferral.isChild(referral.born(), days.today())) {
            throw new Refused(HubRules.CHILD);
        }
        shown.add(id);
        if (writes.digest(id) == null) {
            Absent.whereRefused(() -> write(viewer, id, referral, shown));
        } else {
            before(id, referral);
        }
    }

    private String write(Viewer viewer, UUID id, ResidentReferral referral, Shown shown) {
        Receipt receipt = receiving.receive(viewer, given(referral), shown);
        if (!(receipt instanceof Receipt.Received received)) {
            throw new IllegalStateException("A resident who has a name was not received.");
        }
        List<UUID> assigned = viewer.role() == Role.REFERRER ? List.of(viewer.account()) : List.of();
        String reference = records.register(
                id, RecordKind.HUB_CASE, viewer.agency(), null, received.records(), List.of(viewer.agency()), assigned);
        writes.refer(viewer, id, referral, lists.needs().getFirst().version());
        database.sql("select hub.tell_coordinators(:id)").param("id", id).query(_ -> {});
        return reference;
    }

    private String before(UUID id, ResidentReferral referral) {
        String digest = writes.digest(id);
        RegisteredRecord found = records.find(id).orElseThrow(Absent::new);
        if (!Objects.equals(digest, referral.digest())) {
            throw new Refused(HubRules.SENT_BEFORE);
        }
        return found.reference();
    }

    /// The resident and the children at the address, as module people receives them.
    private static Given given(ResidentReferral referral) {
        var persons = new ArrayList<GivenPerson>();
        GivenPerson resident = GivenPerson.of(
                Standing.OTHER, new Name(referral.given(), referral.family()), Days.typed(referral.born()));
        if (!referral.lines().isEmpty() || !referral.postcode().isEmpty()) {
            resident = resident.with(Address.of(referral.lines(), "", referral.postcode()));
        }
        persons.add(resident);
        for (ResidentReferral.Child child : referral.children()) {
            int last = child.name().lastIndexOf(' ');
            var name = last < 0
                    ? new Name(child.name(), "")
                    : new Name(child.name().substring(0, last), child.name().substring(last + 1));
            persons.add(GivenPerson.of(Standing.CHILD, name, child.born()));
        }
        return new Given(Source.REFERRAL, persons, List.of(), null);
    }
}
