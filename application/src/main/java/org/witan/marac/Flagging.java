package org.witan.marac;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;
import org.witan.people.SourceRecords;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Flags on the files of each agency: what is still live, what is to be removed, and what the agency says it did.
///
/// An agency sees its own flags; whoever coordinates sees how many agencies said what. That a flag is live is derived
/// from the window of its case, so that a repeat makes it live again by itself.
@Component
public class Flagging {
    /// How old a count of what waits may be.
    private static final Duration KEPT = Duration.ofMinutes(5);
    /// Of the connections of the database, so many at most count flags.
    private static final int AT_ONCE = 2;
    private final Witnessing witnessing;
    private final Flags flags;
    private final SourceRecords persons;
    private final JdbcClient database;
    private final Days days;
    private final Clock clock;
    private final KeptCounts<Counting, Counts> counted;

    Flagging(
            Witnessing witnessing,
            Flags flags,
            SourceRecords persons,
            JdbcClient database,
            Days days,
            Clock clock,
            @Value("${witan.counts.patience:200ms}") Duration patience) {
        this.witnessing = witnessing;
        this.flags = flags;
        this.persons = persons;
        this.database = database;
        this.days = days;
        this.clock = clock;
        this.counted = new KeptCounts<>(KEPT, patience, AT_ONCE, clock);
    }

    /// The cases of the agency of whoever looks with the persons to flag, those that lapse first before others.
    ///
    /// @param verb LIST for a page, EXPORT for what leaves it
    public List<FlaggedCase> list(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "flag"), shown -> {
            List<FlaggedCase> all = flags.ofAgency();
            all.forEach(one -> shown.add(one.referral()));
            return withPersons(all, shown);
        });
    }

    /// How many flags wait in one way or another, as it was some minutes ago, and up to an hour while they
    /// are counted: whoever opens their work all day does not count all cases each time. A count from before
    /// what they said themselves is never told. Nothing while there is no count yet. They are counted beside
    /// the page, and the trail has that as a look of its own.
    public Optional<Counts> counts(Viewer viewer) {
        return counted.of(
                new Counting(viewer.agency(), viewer.membership(), viewer.purpose()),
                () -> witnessing.witness(
                        viewer, Deed.of(Verb.LIST, "flag").with("counted", "ALL"), _ -> flags.counts()));
    }

    /// What agencies said of the cases that whoever coordinates may see.
    ///
    /// @throws Absent for anybody else
    public List<FlagTally> tallies(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "flag"), shown -> {
            if (viewer.role() != Role.COORDINATOR) {
                throw new Absent();
            }
            List<FlagTally> all = flags.tallies();
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// An agency says that it flagged its files, or removed the flags. Said twice, it stands once.
    ///
    /// @throws Absent when the case is not there for this viewer, or their agency keeps no flags of it
    /// @throws Refused when flags are to be removed while further abuse still makes a repeat, or set when it does
    ///     not
    public void say(Viewer viewer, UUID referral, FlagWord what) {
        var deed = Deed.of(Verb.CHANGE, "flag").with("said", what.name());
        witnessing.witness(viewer, deed, shown -> {
            FlaggedCase one = theCase(referral);
            shown.add(referral);
            if (one.isLive(days.today()) != (what == FlagWord.SET)) {
                throw new Refused("marac.refused.flag." + what);
            }
            FlaggedCase.Said last = one.last();
            return one.says(what)
                    || Absent.whereRefused(() -> flags.say(
                            Identity.at(clock.instant()),
                            referral,
                            what,
                            last == null ? null : last.id(),
                            viewer.agency(),
                            viewer.account()));
        });
        countAgain(viewer);
    }

    /// Undoes what the agency said last, for a slip.
    ///
    /// @throws Absent when the case is not there for this viewer
    /// @throws Refused when that was undone, or something else was said meanwhile
    public void undo(Viewer viewer, UUID referral, UUID flag) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "flag").with("said", "UNDONE"), shown -> {
            theCase(referral);
            shown.add(referral);
            if (!flags.undo(referral, flag, viewer.account())) {
                throw new Refused("marac.refused.flag.undone");
            }
            return true;
        });
        countAgain(viewer);
    }

    /// Cases of a board whose window ended since the ordinary meeting before the one of a day, up to the day before.
    /// Inside a witnessed piece of work.
    List<FlaggedCase> lapsed(Shown shown, UUID board, LocalDate day) {
        List<FlaggedCase> all = flags.lapsed(board, day);
        all.forEach(one -> shown.add(one.referral()));
        return all;
    }

    /// Somebody of an agency said something: what waits for it is counted anew.
    private void countAgain(Viewer viewer) {
        counted.forget(one -> one.agency.equals(viewer.agency()));
    }

    private FlaggedCase theCase(UUID referral) {
        return flags.ofAgency(referral).stream().findFirst().orElseThrow(Absent::new);
    }

    private List<FlaggedCase> withPersons(List<FlaggedCase> all, Shown shown) {
        Map<UUID, List<UUID>> named =
                named(all.stream().map(FlaggedCase::referral).toList());
        Map<UUID, SourceRecord> found = persons
                .read(named.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(SourceRecord::id, Function.identity()));
        found.keySet().forEach(shown::add);
        return all.stream()
                .map(one -> one.with(named.getOrDefault(one.referral(), List.of()).stream()
                        .flatMap(id -> Stream.ofNullable(found.get(id)))
                        .toList()))
                .toList();
    }

    private Map<UUID, List<UUID>> named(Collection<UUID> referrals) {
        Map<UUID, List<UUID>> all = new HashMap<>();
        database.sql("""
                        select record_id, person_id from marac.referred_person
                        where record_id = any (cast(:referrals as uuid[])) order by record_id, place
                        """).param("referrals", referrals.toArray(UUID[]::new)).query(row -> {
            all.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                    .add(row.getObject("person_id", UUID.class));
        });
        return all;
    }

    /// How many flags are to be set, are to be removed, and lapse this month.
    public record Counts(long toSet, long toRemove, long lapseThisMonth) {}

    /// Whose count it is.
    private record Counting(UUID agency, UUID membership, Purpose purpose) {}
}
