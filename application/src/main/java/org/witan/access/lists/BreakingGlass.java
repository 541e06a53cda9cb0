package org.witan.access.lists;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// A named lead opens a record in an emergency, for a reason, for some hours. The data protection officer has it on
/// their list at once.
@Component
public class BreakingGlass {
    /// The shortest reason that says something.
    public static final int SHORTEST_REASON = 20;

    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    BreakingGlass(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// Opens a record.
    ///
    /// @return the record
    /// @throws Absent when the reference is wrong, a barrier stands before this viewer, or they lead
    ///     nothing: the answer is the same
    public UUID breakGlass(Viewer viewer, String reference, String reason) {
        var deed =
                Deed.of(Verb.BREAK_GLASS, "record").with("reference", reference).with("reason", reason);
        return witnessing.witness(viewer, deed, shown -> {
            UUID record = opened(reference, reason).orElseThrow(Absent::new);
            shown.add(record);
            return record;
        });
    }

    private Optional<UUID> opened(String reference, String reason) {
        return database.sql("select access.break_glass(:id, :reference, :reason)")
                .param("id", Identity.at(clock.instant()))
                .param("reference", reference)
                .param("reason", reason)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }
}
