package org.witan.access.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Keeps the lists and barriers of a record: who takes part, who is named, who must not see it. Nothing is overwritten:
/// a row is added, and later ended by somebody whose name stays with it.
@Component
public class KeepingLists {
    private final Witnessing witnessing;
    private final Records records;
    private final ListsOfRecords lists;
    private final JdbcClient database;
    private final Clock clock;

    KeepingLists(Witnessing witnessing, Records records, ListsOfRecords lists, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.lists = lists;
        this.database = database;
        this.clock = clock;
    }

    /// All lists of a record.
    ///
    /// @throws Absent when there is no such record for this viewer, or they do not keep its lists
    public Kept open(Viewer viewer, UUID record) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "record").with("list", "ALL"), shown -> {
            RegisteredRecord kept = theKept(record);
            shown.add(record);
            return new Kept(kept, lists.of(record));
        });
    }

    /// Adds an agency or a person to a list, or a barrier.
    ///
    /// @param listing every one but EMBARGO and RESTRICTION, which have a use case of their own
    /// @param whom an agency for PARTY and EMPLOYEE_CASE, else an account
    public void add(Viewer viewer, UUID record, Listing listing, UUID whom, String reason) {
        change(viewer, record, Deed.of(Verb.ADD, "record").with("list", listing.name()), () -> {
            if (holds(record, listing, whom)) {
                throw new Refused("records.refused.already-there");
            }
            write(Statements.adding(listing), viewer, record, whom, reason);
        });
    }

    /// Closes a record to all but those named, who must be at least one; whoever does it is named as well.
    public void restrict(Viewer viewer, UUID record, List<UUID> named, String reason) {
        change(viewer, record, Deed.of(Verb.ADD, "record").with("list", Listing.RESTRICTION.name()), () -> {
            if (holds(record, Listing.RESTRICTION, record)) {
                throw new Refused("records.refused.already-there");
            }
            for (UUID account : named) {
                if (!holds(record, Listing.NAME, account)) {
                    write(Statements.adding(Listing.NAME), viewer, record, account, reason);
                }
            }
            if (!holds(record, Listing.NAME, viewer.account())) {
                write(Statements.adding(Listing.NAME), viewer, record, viewer.account(), reason);
            }
            write(Statements.adding(Listing.RESTRICTION), viewer, record, record, reason);
        });
    }

    /// Closes a record until a time to all but the coordinator, those assigned and those named.
    public void embargo(Viewer viewer, UUID record, Instant until, String reason) {
        change(
                viewer,
                record,
                Deed.of(Verb.ADD, "record").with("list", Listing.EMBARGO.name()),
                () -> embargoed(viewer, record, until, reason));
    }

    /// Ends an embargo now.
    public void endEmbargo(Viewer viewer, UUID record, String reason) {
        change(viewer, record, Deed.of(Verb.CHANGE, "record").with("list", Listing.EMBARGO.name()), () -> {
            if (lists.of(record).stream().noneMatch(row -> row.listing() == Listing.EMBARGO && row.open())) {
                throw new Refused("records.refused.already-ended");
            }
            embargoed(viewer, record, null, reason);
        });
    }

    /// Ends a row of a list or lifts a barrier.
    ///
    /// @param whom the agency of a party, the account of an assignment, else the row
    public void end(Viewer viewer, UUID record, Listing listing, UUID whom) {
        change(viewer, record, Deed.of(Verb.CHANGE, "record").with("list", listing.name()), () -> {
            if (write(Statements.ending(listing), viewer, record, whom, "") == 0) {
                throw new Refused("records.refused.already-ended");
            }
        });
    }

    private void embargoed(Viewer viewer, UUID record, @Nullable Instant until, String reason) {
        database.sql("""
                        insert into access.embargo (record_id, made_at, until_at, reason, made_by)
                        values (:record, now(), coalesce(cast(:until as timestamptz), now() + interval '1 microsecond'),
                            :reason, :by)
                        """)
                .param("record", record)
                .param("until", until == null ? null : OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("reason", reason)
                .param("by", viewer.account())
                .update();
    }

    private void change(Viewer viewer, UUID record, Deed deed, Runnable work) {
        witnessing.witness(viewer, deed, shown -> {
            theKept(record);
            shown.add(record);
            try {
                work.run();
            } catch (DuplicateKeyException _) {
                throw new Refused("records.refused.already-there");
            }
            return true;
        });
    }

    private RegisteredRecord theKept(UUID record) {
        if (!database.sql("select access.keeps_lists()").query(Boolean.class).single()) {
            throw new Absent();
        }
        return records.find(record).orElseThrow(Absent::new);
    }

    private boolean holds(UUID record, Listing listing, UUID whom) {
        return database.sql("select exists (" + Statements.holding(listing) + ")")
                .param("record", record)
                .param("whom", whom)
                .query(Boolean.class)
                .single();
    }

    private int write(String statement, Viewer viewer, UUID record, UUID whom, String reason) {
        return lists.write(
                statement,
                new ListsOfRecords.Parameters(Identity.at(clock.instant()), record, whom, viewer.account(), reason));
    }

    /// A record with its lists.
    public record Kept(RegisteredRecord record, List<Entry> entries) {}
}
