package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.OldList.Line;
import org.witan.marac.OldList.State;
import org.witan.marac.oldlist.Column;
import org.witan.marac.oldlist.ListFile;
import org.witan.marac.oldlist.ListTable;
import org.witan.marac.oldlist.OldCase;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Takes the list in which a partnership kept its conferences before. It is read, its columns are
/// confirmed, every row is judged before one is taken, and each is taken in a transaction of its own:
/// what stops in the middle goes on there, and the same list or row brought again is taken once.
@Component
public class TakingOldLists {
    private static final String LIST = "old-list";
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final int JUDGED_AT_ONCE = 1_000;
    private final Semaphore read = new Semaphore(1);
    private final Witnessing witnessing;
    private final OldLists lists;
    private final Receiving receiving;
    private final Records records;
    private final ReferralTables tables;
    private final Days days;
    private final Clock clock;

    TakingOldLists(
            Witnessing witnessing,
            OldLists lists,
            Receiving receiving,
            Records records,
            ReferralTables tables,
            Days days,
            Clock clock) {
        this.witnessing = witnessing;
        this.lists = lists;
        this.receiving = receiving;
        this.records = records;
        this.tables = tables;
        this.days = days;
        this.clock = clock;
    }

    /// Reads a file and keeps its rows until they are taken. The same file is the same list.
    ///
    /// @throws org.witan.marac.oldlist.UnreadableList when it is no list
    public UUID bring(Viewer viewer, byte[] file) {
        ListTable table = table(file);
        byte[] digest = digest(file);
        return witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, LIST),
                _ -> Absent.whereRefused(() -> {
                    Optional<OldList> known = lists.of(viewer, digest);
                    if (known.isPresent() && !known.get().isEmptied()) {
                        return known.get().id();
                    }
                    UUID id = known.map(OldList::id).orElseGet(() -> {
                        UUID made = Identity.at(clock.instant());
                        lists.add(viewer, made, digest, table, Column.recognised(table.headings()));
                        return made;
                    });
                    lists.fill(id, table);
                    known.filter(OldList::isConfirmed).ifPresent(one -> judge(one));
                    return id;
                }));
    }

    /// One file at a time is unpacked, so that two large ones do not take the memory of all.
    private ListTable table(byte[] file) {
        read.acquireUninterruptibly();
        try {
            return ListFile.read(file);
        } finally {
            read.release();
        }
    }

    /// The lists of the agency, the latest first.
    public List<OldList> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, LIST), _ -> lists.latest());
    }

    /// A list.
    ///
    /// @throws Absent when there is none for this viewer
    public OldList read(Viewer viewer, UUID id) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, LIST), _ -> lists.find(id).orElseThrow(Absent::new));
    }

    /// Some of its rows, in their order.
    ///
    /// @throws Absent when there is no such list for this viewer
    public List<Line> lines(Viewer viewer, UUID id, int after, int most) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, LIST).with("after", String.valueOf(after)), shown -> {
            if (lists.find(id).isEmpty()) {
                throw new Absent();
            }
            List<Line> lines = lists.lines(id, after, most);
            lines.forEach(line -> Optional.ofNullable(line.referral()).ifPresent(shown::add));
            return lines;
        });
    }

    /// Confirms what the columns are and whose cases they were, and judges every row by it. No row is taken.
    ///
    /// @param version of the columns that were shown
    /// @throws Absent when there is no such list for this viewer
    /// @throws Refused when somebody else changed the columns meanwhile, or no column is the victim
    public void confirm(Viewer viewer, UUID id, UUID board, List<Column> columns, int version) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, LIST).with("change", "columns"), _ -> {
            OldList before = lists.hold(id).orElseThrow(Absent::new);
            if (before.version() != version) {
                throw new Refused("marac.refused.list-changed");
            }
            if (columns.size() != before.headings().size()) {
                throw new Absent();
            }
            Absent.whereRefused(() -> {
                lists.confirm(id, board, columns);
                return true;
            });
            judge(lists.find(id).orElseThrow(Absent::new));
            return true;
        });
    }

    private void judge(OldList list) {
        Set<String> seen = new HashSet<>();
        int after = 0;
        for (List<Line> some = lists.lines(list.id(), 0, JUDGED_AT_ONCE);
                !some.isEmpty();
                some = lists.lines(list.id(), after, JUDGED_AT_ONCE)) {
            Map<Integer, String> why = new HashMap<>();
            Map<Integer, String> digests = new HashMap<>();
            for (Line line : some) {
                switch (told(list, line)) {
                    case OldCase.Refused refused ->
                        why.put(line.place(), refused.why().name());
                    case OldCase.Told read -> digests.put(line.place(), digest(read.told()));
                }
            }
            Set<String> taken = lists.taken(digests.values());
            digests.forEach(
                    (place, one) -> why.put(place, taken.contains(one) || !seen.add(one) ? State.BEFORE.name() : ""));
            lists.judge(list.id(), why);
            after = some.getLast().place();
        }
    }

    private OldCase.Read told(OldList list, Line line) {
        return OldCase.of(list.headings(), list.columns(), line.cells(), days.today());
    }

    /// Takes the rows that wait, for some seconds; the next call goes on.
    ///
    /// @return how many were taken
    /// @throws Absent when there is no such list for this viewer
    /// @throws Refused when nobody confirmed its columns
    public int take(Viewer viewer, UUID id) {
        if (!read(viewer, id).isConfirmed()) {
            throw new Refused("marac.refused.list-unconfirmed");
        }
        Instant end = clock.instant().plus(AT_ONCE);
        int taken = 0;
        while (clock.instant().isBefore(end)) {
            Boolean one = takeOne(viewer, id);
            if (one == null) {
                return taken;
            }
            taken += one ? 1 : 0;
        }
        return taken;
    }

    /// @return whether the next row was taken; null when none waits
    private @Nullable Boolean takeOne(Viewer viewer, UUID id) {
        var deed = Deed.of(Verb.ADD, "referral").with("from", LIST);
        int[] place = {0};
        try {
            return witnessing.witness(viewer, deed, shown -> {
                OldList list = lists.find(id).orElseThrow(Absent::new);
                Line line = lists.next(id).orElse(null);
                if (line == null) {
                    return null;
                }
                place[0] = line.place();
                return switch (told(list, line)) {
                    case OldCase.Refused refused ->
                        judged(list, line, refused.why().name());
                    case OldCase.Told read ->
                        lists.taken(Set.of(digest(read.told()))).isEmpty()
                                ? take(viewer, list, line, read.told(), shown)
                                : judged(list, line, State.BEFORE.name());
                };
            });
        } catch (DuplicateKeyException taken) {
            // Somebody else took the same case this moment. It is said in a transaction of its own, as this one is
            // lost.
            if (place[0] == 0) {
                throw taken;
            }
            return witnessing.witness(viewer, Deed.of(Verb.CHANGE, LIST).with("change", "judged"), _ -> {
                lists.judge(id, Map.of(place[0], State.BEFORE.name()));
                return false;
            });
        }
    }

    private boolean judged(OldList list, Line line, String why) {
        lists.judge(list.id(), Map.of(line.place(), why));
        return false;
    }

    private boolean take(Viewer viewer, OldList list, Line line, OldCase told, Shown shown) {
        if (!(receiving.receive(viewer, OldPersons.given(told), shown) instanceof Receipt.Received received)) {
            return judged(list, line, OldCase.Why.NOBODY.name());
        }
        UUID referral = Identity.at(clock.instant());
        records.register(
                referral,
                RecordKind.CASE,
                viewer.agency(),
                null,
                received.records(),
                List.of(viewer.agency()),
                List.of());
        shown.add(referral);
        tables.addHistory(viewer, referral, told.referredOn(), OldPersons.facts(told), received.records());
        lists.taken(
                viewer, list.id(), line, referral, new OldLists.Imported(digest(told), told.isHeard(), told.metOn()));
        lists.open(referral);
        return true;
    }

    /// What there is to know before a list is taken back.
    ///
    /// @throws Absent when there is no such list for this viewer
    public Undoing undoing(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, LIST).with("for", "taking back"), shown -> {
            OldList list = lists.find(id).orElseThrow(Absent::new);
            List<OldList.Stays> stays = lists.stays(id);
            stays.forEach(one -> shown.add(one.referral()));
            return new Undoing(list, stays, lists.undone(id));
        });
    }

    /// A list before it is taken back.
    ///
    /// @param stays what something was built on
    /// @param undone what was taken back before
    public record Undoing(OldList list, List<OldList.Stays> stays, List<OldList.Undone> undone) {

        /// How many would be taken back.
        public long goes() {
            return list.taken() - stays.size();
        }
    }

    /// Takes back what was taken from a list, but for that on which something was built.
    ///
    /// @return how many were taken back
    /// @throws Absent when there is no such list for this viewer, or they do not keep its board
    public int undo(Viewer viewer, UUID id, String reason) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, LIST).with("change", "taken back"), _ -> {
            if (lists.hold(id).isEmpty()) {
                throw new Absent();
            }
            return Absent.whereRefused(() -> lists.undo(id, reason));
        });
    }

    /// Which of some rows of a list repeat an earlier one of the same list, and what that is called.
    ///
    /// @throws Absent when there is no such list for this viewer
    public Map<UUID, String> repeats(Viewer viewer, UUID id, List<Line> lines) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, LIST).with("for", "repeats"), shown -> {
            if (lists.find(id).isEmpty()) {
                throw new Absent();
            }
            List<UUID> referrals = lines.stream()
                    .flatMap(line -> Stream.ofNullable(line.referral()))
                    .toList();
            referrals.forEach(shown::add);
            return lists.repeats(id, referrals);
        });
    }

    /// Throws the rows away that were not taken. The referrals stay.
    ///
    /// @throws Absent when there is no such list for this viewer
    public void empty(Viewer viewer, UUID id) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, LIST).with("change", "emptied"), _ -> {
            if (lists.hold(id).isEmpty()) {
                throw new Absent();
            }
            lists.empty(id);
            return true;
        });
    }

    private static String digest(OldCase told) {
        return HexFormat.of().formatHex(digest(told.key().getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
