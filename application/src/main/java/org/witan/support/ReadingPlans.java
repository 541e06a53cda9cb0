package org.witan.support;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;

/// Reads the plan of a case: everything that was offered to its persons, and how it stands.
@Component
public class ReadingPlans {
    private final Witnessing witnessing;
    private final Records records;
    private final PersonsOfCase persons;
    private final Offers offers;
    private final AskedActions actions;
    private final FollowUps followUps;
    private final Housing housing;

    ReadingPlans(
            Witnessing witnessing,
            Records records,
            PersonsOfCase persons,
            Offers offers,
            AskedActions actions,
            FollowUps followUps,
            Housing housing) {
        this.housing = housing;
        this.followUps = followUps;
        this.witnessing = witnessing;
        this.records = records;
        this.persons = persons;
        this.offers = offers;
        this.actions = actions;
    }

    /// The plan of a case.
    ///
    /// @throws Absent when there is no such case for this viewer, or its support is not open to them
    public Plan read(Viewer viewer, UUID whole) {
        return read(viewer, whole, Verb.READ);
    }

    /// The same, to be read or as a file.
    public Plan read(Viewer viewer, UUID whole, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "plan"), shown -> the(whole, shown));
    }

    Plan the(UUID whole, Shown shown) {
        RegisteredRecord found = records.find(whole)
                .filter(one -> one.kind() == RecordKind.CASE)
                .filter(one -> records.openParts(whole).contains(Part.SUPPORT))
                .orElseThrow(Absent::new);
        shown.add(whole);
        List<SourceRecord> all = persons.of(whole);
        all.forEach(one -> shown.add(one.id()));
        List<Offer> offered = offers.of(whole);
        offered.forEach(one -> shown.add(one.id()));
        List<AskedAction> asked = actions.waiting(whole);
        asked.forEach(one -> shown.add(one.id()));
        return new Plan(
                whole,
                found.reference(),
                all,
                offered,
                asked,
                followUps.waiting().stream()
                        .filter(one ->
                                offered.stream().anyMatch(offer -> offer.id().equals(one.offer())))
                        .toList(),
                housing.running(offered),
                SafeWays.of(all.stream()
                                .filter(one -> one.standing() == Standing.VICTIM)
                                .toList())
                        .without(persons.doubted(whole)));
    }

    /// The plans in which something was offered by the agency of whoever looks, or by anybody for the coordinator: what
    /// is late first.
    ///
    /// @param offers those that are not over, were refused, or are stopped while somebody still goes to the home
    public record Need(UUID whole, String reference, List<Offer> offers) {}

    /// Cases in which something is open, and what was agreed and not offered yet.
    public record Open(List<Need> needs, List<AskedAction> asked) {}

    /// Cases in which something is open.
    public Open open(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "plan"), shown -> {
            List<AskedAction> asked = actions.waiting();
            asked.forEach(one -> shown.addAll(List.of(one.id(), one.whole())));
            return new Open(needs(shown), asked);
        });
    }

    private List<Need> needs(Shown shown) {
        List<Offer> all = offers.all();
        List<Need> needs = all.stream()
                .map(Offer::whole)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(whole -> records.find(whole).stream())
                .map(found -> need(found, all))
                .sorted(Comparator.comparing(
                                (Need need) -> need.offers().stream().noneMatch(Offer::isStopped))
                        .thenComparing(need -> need.offers().isEmpty()))
                .toList();
        for (Need need : needs) {
            shown.add(need.whole());
            need.offers().forEach(one -> shown.add(one.id()));
        }
        return needs;
    }

    private static Need need(RegisteredRecord found, List<Offer> all) {
        return new Need(
                found.id(),
                found.reference(),
                all.stream()
                        .filter(one -> found.id().equals(one.whole()))
                        .filter(one -> !one.now().what().isOver() || one.isRefused() || one.isStopped())
                        .toList());
    }
}
