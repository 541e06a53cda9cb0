package org.witan.support;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.people.Answer;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.SourceRecords;

/// The persons whom a case is about, as far as whoever looks may see. Asked inside a witnessed piece of work.
@Repository
class PersonsOfCase {
    private final JdbcClient database;
    private final SourceRecords records;

    PersonsOfCase(JdbcClient database, SourceRecords records) {
        this.database = database;
        this.records = records;
    }

    /// The persons of a case: who is harmed first, then children, others, and who is said to harm.
    List<SourceRecord> of(UUID whole) {
        List<UUID> about = database.sql("select person_id from access.about where record_id = :whole")
                .param("whole", whole)
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
        return records.read(about).stream()
                .sorted(Comparator.comparingInt(PersonsOfCase::place).thenComparing(SourceRecord::receivedAt))
                .toList();
    }

    /// Ways that a record of the case calls safe and another record of the same person, which may be closed to whoever
    /// looks, calls unsafe.
    List<SafeContact> doubted(UUID whole) {
        return database.sql("select means, value from support.doubted(:whole)")
                .param("whole", whole)
                .query((row, _) -> new SafeContact(
                        SafeContact.Means.valueOf(row.getString("means")),
                        row.getString("value"),
                        "",
                        Answer.NOT_ASKED,
                        Answer.NO,
                        ""))
                .list();
    }

    private static int place(SourceRecord one) {
        return switch (one.standing()) {
            case VICTIM -> 0;
            case CHILD -> 1;
            case OTHER -> 2;
            case PERPETRATOR -> 3;
        };
    }
}
