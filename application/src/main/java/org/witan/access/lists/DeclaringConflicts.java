package org.witan.access.lists;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Somebody declares that they know, are related to or are a person: on a record that is open before them, which closes
/// it to them at once, or in words alone, without learning whether any record exists.
@Component
public class DeclaringConflicts {
    private final Witnessing witnessing;
    private final Records records;
    private final ListsOfRecords lists;
    private final JdbcClient database;
    private final Clock clock;

    DeclaringConflicts(Witnessing witnessing, Records records, ListsOfRecords lists, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.lists = lists;
        this.database = database;
        this.clock = clock;
    }

    /// Closes an open record to whoever declares. The coordinator hears of it, and can bar them from more.
    ///
    /// @throws Absent when there is no such record for them
    public void onRecord(Viewer viewer, UUID record, Relation relation, String words) {
        var deed = Deed.of(Verb.ADD, "declaration").with("relation", relation.name());
        witnessing.witness(viewer, deed, shown -> {
            shown.add(records.find(record).orElseThrow(Absent::new).id());
            // The reference stands apart: not every coordinator who reads the words sees the record.
            database.sql("insert into access.declared_on (declaration_id, record_id) values (:declaration, :record)")
                    .param("declaration", write(viewer, relation, words))
                    .param("record", record)
                    .update();
            return lists.write(
                    Statements.barring(relation.name()),
                    new ListsOfRecords.Parameters(
                            Identity.at(clock.instant()), record, viewer.account(), viewer.account(), words));
        });
    }

    /// Declares in words: names, dates of birth, places. The answer is always the same.
    public void inWords(Viewer viewer, Relation relation, String words) {
        var deed = Deed.of(Verb.ADD, "declaration").with("relation", relation.name());
        witnessing.witness(viewer, deed, _ -> write(viewer, relation, words));
    }

    private UUID write(Viewer viewer, Relation relation, String words) {
        UUID id = Identity.at(clock.instant());
        database.sql("""
                        insert into access.declaration (id, account_id, relation, words, declared_at)
                        values (:id, :account, :relation, :words, now())
                        """)
                .param("id", id)
                .param("account", viewer.account())
                .param("relation", relation.name())
                .param("words", words)
                .update();
        return id;
    }
}
