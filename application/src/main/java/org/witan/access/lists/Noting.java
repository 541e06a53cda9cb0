package org.witan.access.lists;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.Records;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Writes a note in one part of a record. A note is never changed: one that puts it right stands beside it.
@Component
public class Noting {
    private final Witnessing witnessing;
    private final Records records;
    private final JdbcClient database;
    private final Clock clock;

    Noting(Witnessing witnessing, Records records, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.database = database;
        this.clock = clock;
    }

    /// Writes a note.
    ///
    /// @param corrects the note that this one puts right, in the same part
    /// @throws Absent when the record, its part or that note is not there for this viewer
    public void note(Viewer viewer, UUID record, Part part, String words, @Nullable UUID corrects) {
        var deed = Deed.of(Verb.ADD, "note").with("part", part.name());
        witnessing.witness(viewer, deed, shown -> {
            if (viewer.role() == Role.DATA_PROTECTION_OFFICER
                    || !records.openParts(record).contains(part)) {
                throw new Absent();
            }
            if (corrects != null && !stands(corrects, record, part)) {
                throw new Absent();
            }
            shown.add(record);
            return write(viewer, record, part, words, corrects);
        });
    }

    private boolean stands(UUID note, UUID record, Part part) {
        return database.sql("""
                        select exists (select from access.note where id = :note and record_id = :record and part = :part)
                        """)
                .param("note", note)
                .param("record", record)
                .param("part", part.name())
                .query(Boolean.class)
                .single();
    }

    private int write(Viewer viewer, UUID record, Part part, String words, @Nullable UUID corrects) {
        return database.sql("""
                        insert into access.note
                            (id, record_id, kind, part, words, author_id, agency_id, written_at, corrects_id)
                        select :id, r.id, r.kind, :part, :words, :author, :agency, now(), cast(:corrects as uuid)
                        from access.record r where r.id = :record
                        """)
                .param("id", Identity.at(clock.instant()))
                .param("part", part.name())
                .param("words", words)
                .param("author", viewer.account())
                .param("agency", viewer.agency())
                .param("corrects", corrects)
                .param("record", record)
                .update();
    }
}
