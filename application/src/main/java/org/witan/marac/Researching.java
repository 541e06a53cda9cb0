package org.witan.marac;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// An agency looks for the persons of the next agenda and answers: nothing known, or what it knows, item by item, each
/// with whether it is shared and, if not, why.
@Component
public class Researching {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final Records records;
    private final Researches researches;
    private final ResearchDue due;
    private final Clock clock;

    Researching(Witnessing witnessing, Records records, Researches researches, ResearchDue due, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.researches = researches;
        this.due = due;
        this.clock = clock;
    }

    /// What is asked of the agency of whoever looks: the referrals on agendas to come, the next meeting first.
    public List<Asked> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> asked(viewer, shown));
    }

    /// The same, with by when each answer is due.
    public List<DueAnswer> due(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            LocalDate today = LocalDate.now(clock.withZone(HERE));
            ResearchDue.Counted days = due.counted(shown);
            return asked(viewer, shown).stream()
                    .map(one -> {
                        LocalDate day = days.day(one.board(), day(one.startsAt()), one.coreOnly());
                        return new DueAnswer(one, day, !one.isAnswered() && today.isAfter(day));
                    })
                    .toList();
        });
    }

    private List<Asked> asked(Viewer viewer, Shown shown) {
        List<Asked> asked = researches.asked(viewer.agency());
        asked.forEach(one -> shown.add(one.referral()));
        return asked;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(HERE).toLocalDate();
    }

    /// Referrals that were withdrawn, or taken off an agenda to come and put on no other: research
    /// about them is not needed now.
    public List<NoLonger> noLongerNeeded(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            List<NoLonger> all = researches.noLongerNeeded();
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// A referral about which nothing is asked any more.
    public record NoLonger(UUID referral, String reference) {}

    /// How many answers are still owed, and by when the first was or is due. Inside a witnessed piece of work.
    public Owed owed(Viewer viewer, Shown shown) {
        List<Researches.OwedTo> all = researches.owed(viewer.agency());
        if (all.isEmpty()) {
            return new Owed(0, false, null);
        }
        ResearchDue.Counted days = due.counted(shown);
        LocalDate first = all.stream()
                .map(one -> days.day(one.board(), day(one.startsAt()), one.coreOnly()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Owed(
                all.stream().mapToLong(Researches.OwedTo::answers).sum(),
                LocalDate.now(clock.withZone(HERE)).isAfter(first),
                first);
    }

    /// Answers that are owed.
    ///
    /// @param isLate whether the day of one of them is over
    /// @param due the first day; null when none is owed
    public record Owed(
            long answers, boolean isLate, @Nullable LocalDate due) {}

    /// A referral about which an agency is asked, with the day by which it answers.
    ///
    /// @param isLate whether that day is over and nothing was answered
    public record DueAnswer(Asked asked, LocalDate due, boolean isLate) {}

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

    /// What the agency of whoever looks answered for a meeting from which the referral was moved, while
    /// it did not answer anew.
    ///
    /// @throws Absent when it is not asked of them
    public Optional<Research> before(Viewer viewer, UUID meeting, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "research").with("of", "a meeting before"), shown -> {
            check(meeting, referral);
            shown.add(referral);
            return ownBefore(viewer, meeting, referral);
        });
    }

    private Optional<Research> ownBefore(Viewer viewer, UUID meeting, UUID referral) {
        return researches.before(meeting, referral).stream()
                .filter(one -> one.agency().equals(viewer.agency()))
                .findFirst();
    }

    /// Answers with what was answered for a meeting before, unchanged. Said twice, it stands once.
    ///
    /// @throws Absent when it is not asked of this viewer, or there is no such answer
    public void again(Viewer viewer, UUID meeting, UUID referral) {
        var deed = Deed.of(Verb.ADD, "research").with("answer", "as for a meeting before");
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            if (researches.hold(viewer, meeting, referral).isPresent()) {
                return false;
            }
            Research old = ownBefore(viewer, meeting, referral).orElseThrow(Absent::new);
            UUID answer = researches.answer(viewer, meeting, referral, old.nothingKnown());
            old.items()
                    .forEach(one -> researches.write(
                            viewer, answer, meeting, referral, Identity.at(clock.instant()), one.given()));
            return true;
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
    /// @param coreOnly whether it is an emergency meeting
    /// @param items how many items it gave
    /// @param before whether it answered for a meeting from which the referral was moved, and not anew
    public record Asked(
            UUID item,
            UUID board,
            UUID meeting,
            UUID referral,
            String reference,
            Instant startsAt,
            boolean coreOnly,
            boolean isAnswered,
            boolean isNothingKnown,
            int items,
            boolean before) {}
}
