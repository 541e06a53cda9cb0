package org.witan.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Pace;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Reads a person, known by any of the records that tell of them.
@Component
public class ReadingPersons {
    private final Witnessing witnessing;
    private final SourceRecords records;
    private final Concerns concerns;
    private final Links links;
    private final Pace pace;

    ReadingPersons(Witnessing witnessing, SourceRecords records, Concerns concerns, Links links, Pace pace) {
        this.witnessing = witnessing;
        this.records = records;
        this.concerns = concerns;
        this.links = links;
        this.pace = pace;
    }

    /// The person of a record: those of their records that this viewer may see, and no word of the others.
    ///
    /// @throws Absent when there is no such record for this viewer
    /// @throws TooMany when they open persons faster than anybody reads
    public PersonInFull read(Viewer viewer, UUID record) {
        var deed = Deed.of(Verb.READ, "person");
        pace.take(viewer, deed);
        return witnessing.witness(viewer, deed, shown -> {
            List<UUID> ids = new ArrayList<>(List.of(record));
            ids.addAll(records.together(record));
            List<SourceRecord> all = new ArrayList<>(records.read(ids));
            if (all.stream().noneMatch(one -> one.id().equals(record))) {
                throw new Absent();
            }
            // What its agency has said otherwise since comes last.
            all.sort(Comparator.comparing((SourceRecord one) -> one.supersededAt() != null)
                    .thenComparing(one -> !one.id().equals(record)));
            List<UUID> seen = all.stream().map(SourceRecord::id).toList();
            shown.addAll(seen);
            return new PersonInFull(all, concerns.relationships(seen), concerns.with(seen), links.among(seen));
        });
    }
}
