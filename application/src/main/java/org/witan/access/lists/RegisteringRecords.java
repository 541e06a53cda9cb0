package org.witan.access.lists;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Registers a record, so that the rule knows it.
@Component
public class RegisteringRecords {
    private final Witnessing witnessing;
    private final Records records;
    private final Clock clock;

    RegisteringRecords(Witnessing witnessing, Records records, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.clock = clock;
    }

    /// Registers a record for an agency.
    ///
    /// @param owner the agency that answers for it
    /// @param within the record it lies within
    /// @return the record with the reference that it was given
    /// @throws Absent when this viewer may not, or `within` is none that they may see
    public RegisteredRecord register(Viewer viewer, RecordKind kind, UUID owner, @Nullable UUID within) {
        UUID id = Identity.at(clock.instant());
        var deed = Deed.of(Verb.ADD, "record").with("kind", kind.name());
        return witnessing.witness(viewer, deed, shown -> {
            records.register(id, kind, owner, within, List.of(), List.of(), List.of());
            shown.add(id);
            return records.find(id).orElseThrow(Absent::new);
        });
    }
}
