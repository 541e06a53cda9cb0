package org.witan.marac;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// An agency looks for the persons of the next agenda and answers: nothing known, or what it knows, item by item, each
/// with whether it is shared and, if not, why.
@Component
public class Researching {
    private final Witnessing witnessing;
    private final Records records;
    private final Researches researches;

    Researching(Witnessing witnessing, Records records, Researches researches) {
        this.witnessing = witnessing;
        this.records = records;
        this.researches = researches;
    }

    /// What is asked of the agency of whoever looks: the referrals on agendas to come, the next meeting first.
    public List<Asked> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            List<Asked> asked = researches.asked(viewer.agency());
            asked.forEach(one -> shown.add(one.referral()));
            return asked;
        });
    }

    /// Referrals that were withdrawn and taken off an agenda to come: research about them is no longer needed.
    public List<NoLonger> noLongerNeeded(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            List<NoLonger> all = researches.noLongerNeeded();
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// A referral about which nothing is asked any more.
    public record NoLonger(UUID referral, String reference) {}

    /// How many answers are still owed. Inside a witnessed piece of work.
    public long owed(Viewer viewer) {
        return researches.owed(viewer.agency());
    }

    /// What the agency of whoever looks answered about one referral.
    ///
    /// @throws Absent when it is not asked of them
    public Optional<Research> read(Viewer viewer, UUID meeting, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "research"), shown -> {
            check(meeting, referral);
            shown.add(referral);
            return researches.own(viewer, meeting, referral);
        });
    }

    /// Answers that nothing is known. Said twice, it stands once.
    ///
    /// @throws Absent when it is not asked of this viewer
    /// @throws Refused when something is known already
    public void nothing(Viewer viewer, UUID meeting, UUID referral) {
        var deed = Deed.of(Verb.ADD, "research").with("answer", "nothing known");
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            Optional<Research> before = researches.hold(viewer, meeting, referral);
            if (before.filter(one -> !one.nothingKnown()).isPresent()) {
                throw new Refused("marac.refused.researched");
            }
            return before.map(Research::id).orElseGet(() -> researches.answer(viewer, meeting, referral, true));
        });
    }

    /// Takes an answer back, as long as nothing of it was spoken.
    ///
    /// @throws Absent when there is none of this viewer's agency
    public void undo(Viewer viewer, UUID meeting, UUID referral) {
        var deed = Deed.of(Verb.CHANGE, "research").with("answer", "taken back");
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            Research answer = researches.hold(viewer, meeting, referral).orElseThrow(Absent::new);
            if (answer.items().stream().anyMatch(item -> item.sharedAt() != null)) {
                throw new Refused("marac.refused.spoken");
            }
            return researches.withdraw(viewer, answer.id());
        });
    }

    /// Adds something that the agency knows. The first item is the answer; "nothing known" is taken back by it.
    ///
    /// @param id made with the form, so that a form that is sent twice adds once
    /// @throws Absent when it is not asked of this viewer
    public void add(Viewer viewer, UUID meeting, UUID referral, UUID id, Research.Given given) {
        var deed = Deed.of(Verb.ADD, "research").with("share", String.valueOf(given.isToShare()));
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            Optional<Research> before = researches.hold(viewer, meeting, referral);
            before.filter(Research::nothingKnown).ifPresent(nil -> researches.withdraw(viewer, nil.id()));
            UUID answer = before.filter(one -> !one.nothingKnown())
                    .map(Research::id)
                    .orElseGet(() -> researches.answer(viewer, meeting, referral, false));
            boolean stored = before.stream()
                    .flatMap(one -> one.items().stream())
                    .anyMatch(item -> item.id().equals(id));
            return stored || researches.write(viewer, answer, meeting, referral, id, given);
        });
    }

    private void check(UUID meeting, UUID referral) {
        if (records.find(referral).isEmpty() || !researches.isListed(meeting, referral)) {
            throw new Absent();
        }
    }

    /// A referral about which an agency is asked.
    ///
    /// @param item of the agenda
    /// @param items how many items it gave
    public record Asked(
            UUID item,
            UUID board,
            UUID meeting,
            UUID referral,
            String reference,
            Instant startsAt,
            boolean isAnswered,
            boolean isNothingKnown,
            int items) {}
}
