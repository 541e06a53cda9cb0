package org.witan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    void register(List<UUID> records);

    /// What this agency gave before under some keys; of each key, the version that holds.
    Before before(Source source, Collection<String> keys, Collection<String> concerns);

    /// What was given under a key before.
    ///
    /// @param content as [Contents] writes it; null where another content under the same key corrects nothing
    /// @param isCancelled whether it is a concern that its agency took back
    record Known(UUID id, @Nullable Set<String> content, boolean isCancelled) {

        /// Whether this is corrected by another content.
        boolean isOtherThan(Set<String> other) {
            return content != null && !content.equals(other);
        }

        @Override
        public String toString() {
            return "something known";
        }
    }

    /// What an agency gave before, by keys.
    record Before(Map<String, Known> records, Map<String, Known> concerns) {}

    /// The desk of somebody who looks. What they give again under the same key is what is there.
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
        public void register(List<UUID> fresh) {
            // Who sees only what is assigned to them would lose what they have just given.
            List<UUID> assigned = viewer.role() == Role.REFERRER || viewer.role() == Role.SUPPORT_WORKER
                    ? List.of(viewer.account())
                    : List.of();
            fresh.forEach(record -> records.register(
                    record, RecordKind.PERSON, agency(), null, List.of(), List.of(agency()), assigned));
        }

        @Override
        public Before before(Source source, Collection<String> keys, Collection<String> concerns) {
            if (keys.isEmpty() && concerns.isEmpty()) {
                return new Before(Map.of(), Map.of());
            }
            return read(database.sql("""
                            select key, record_id, concern_id, null::text[] as content, false as cancelled
                            from people.received_before(:source, cast(:keys as text[]), cast(:concerns as text[]))
                            """)
                    .param("source", source.name())
                    .param("keys", keys.toArray(String[]::new))
                    .param("concerns", concerns.toArray(String[]::new)));
        }
    }

    /// The desk of a command that loads a file, with the rights of the owner of the tables. A newer file corrects what
    /// an older one said.
    record OfCommand(UUID agency, JdbcClient database) implements Desk {

        @Override
        public @Nullable UUID account() {
            return null;
        }

        @Override
        public void register(List<UUID> fresh) {
            database.sql("""
                            with registered as (
                                insert into access.record (id, kind, reference, owner_id, registered_at)
                                select id, 'PERSON', access.new_reference('PERSON'), :agency, now()
                                from unnest(cast(:ids as uuid[])) as id returning id)
                            insert into access.party (record_id, agency_id, from_at) select id, :agency, now() from registered
                            """)
                    .param("ids", fresh.toArray(UUID[]::new))
                    .param("agency", agency)
                    .update();
        }

        @Override
        public Before before(Source source, Collection<String> keys, Collection<String> concerns) {
            return read(database.sql("""
                            select s.source_key as key, s.id as record_id, null::uuid as concern_id,
                                people.content_of(s.id) as content, false as cancelled
                            from people.source_record s
                            where s.agency_id = :agency and s.source = :source
                              and s.source_key = any (cast(:keys as text[]))
                              and not exists (select from people.source_record n where n.supersedes_id = s.id)
                            union all
                            select c.source_key, null, c.id, people.content_of_concern(c.id),
                                exists (select from people.cancellation x where x.concern_id = c.id)
                            from people.concern c
                            where c.agency_id = :agency and c.source = :source
                              and c.source_key = any (cast(:concerns as text[]))
                              and not exists (select from people.concern n where n.supersedes_id = c.id)
                            """)
                    .param("agency", agency)
                    .param("source", source.name())
                    .param("keys", keys.toArray(String[]::new))
                    .param("concerns", concerns.toArray(String[]::new)));
        }
    }

    static Before read(JdbcClient.StatementSpec question) {
        Map<String, Known> records = new HashMap<>();
        Map<String, Known> concerns = new HashMap<>();
        question.query(row -> {
            UUID record = row.getObject("record_id", UUID.class);
            if (record == null) {
                concerns.put(row.getString("key"), known(row, row.getObject("concern_id", UUID.class)));
            } else {
                records.put(row.getString("key"), known(row, record));
            }
        });
        return new Before(records, concerns);
    }

    private static Known known(ResultSet row, UUID id) throws SQLException {
        var content = row.getArray("content");
        return new Known(
                id,
                content == null
                        ? null
                        : Arrays.stream((Object[]) content.getArray())
                                .map(String::valueOf)
                                .collect(Collectors.toSet()),
                row.getBoolean("cancelled"));
    }
}
