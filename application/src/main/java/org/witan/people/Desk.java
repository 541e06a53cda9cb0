package org.witan.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Where something is handed in: for which agency, by whom, and how the rule learns of a record.
interface Desk {

    UUID agency();

    /// Null for a file that a command loads.
    @Nullable
    UUID account();

    void register(UUID record);

    /// What this agency gave before under some keys.
    Before before(Source source, Collection<String> keys, @Nullable String concern);

    /// What an agency gave before.
    ///
    /// @param records by their keys
    record Before(Map<String, UUID> records, @Nullable UUID concern) {}

    /// The desk of somebody who looks.
    record OfViewer(Viewer viewer, Records records, JdbcClient database) implements Desk {

        @Override
        public UUID agency() {
            return viewer.agency();
        }

        @Override
        public UUID account() {
            return viewer.account();
        }

        @Override
        public void register(UUID record) {
            // Who sees only what is assigned to them would lose what they have just given.
            List<UUID> assigned = viewer.role() == Role.REFERRER || viewer.role() == Role.SUPPORT_WORKER
                    ? List.of(viewer.account())
                    : List.of();
            records.register(record, RecordKind.PERSON, agency(), null, List.of(), List.of(agency()), assigned);
        }

        @Override
        public Before before(Source source, Collection<String> keys, @Nullable String concern) {
            return read(database.sql("select key, record_id, concern_id from people.received_before(:source, "
                            + "cast(:keys as text[]), :concern)")
                    .param("source", source.name())
                    .param("keys", keys.toArray(String[]::new))
                    .param("concern", concern));
        }
    }

    /// The desk of a command that loads a file, with the rights of the owner of the tables.
    record OfCommand(UUID agency, JdbcClient database) implements Desk {

        @Override
        public @Nullable UUID account() {
            return null;
        }

        @Override
        public void register(UUID record) {
            database.sql("""
                            with registered as (
                                insert into access.record (id, kind, reference, owner_id, registered_at)
                                values (:id, 'PERSON', access.new_reference('PERSON'), :agency, now()) returning id)
                            insert into access.party (record_id, agency_id, from_at) select id, :agency, now() from registered
                            """).param("id", record).param("agency", agency).update();
        }

        @Override
        public Before before(Source source, Collection<String> keys, @Nullable String concern) {
            return read(database.sql("""
                            select source_key as key, id as record_id, null::uuid as concern_id from people.source_record
                            where agency_id = :agency and source = :source and source_key = any (cast(:keys as text[]))
                            union all
                            select source_key, null, id from people.concern
                            where agency_id = :agency and source = :source and source_key = :concern
                            """)
                    .param("agency", agency)
                    .param("source", source.name())
                    .param("keys", keys.toArray(String[]::new))
                    .param("concern", concern));
        }
    }

    static Before read(JdbcClient.StatementSpec question) {
        var rows = question.query((row, _) -> new Object[] {
                    row.getString("key"),
                    row.getObject("record_id", UUID.class),
                    row.getObject("concern_id", UUID.class)
                })
                .list();
        Map<String, UUID> records = rows.stream()
                .filter(row -> row[1] != null)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
        return new Before(
                records,
                rows.stream()
                        .filter(row -> row[2] != null)
                        .map(row -> (UUID) row[2])
                        .findFirst()
                        .orElse(null));
    }
}
