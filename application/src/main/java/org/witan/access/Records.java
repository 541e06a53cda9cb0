package org.witan.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The records that the rule knows. Asked inside a witnessed piece of work; there is no record outside one.
@Repository
public class Records {
    private static final String COLUMNS = "id, kind, reference, owner_id, within_id, registered_at";
    private final JdbcClient database;

    Records(JdbcClient database) {
        this.database = database;
    }

    /// Registers a record that a module keeps; its owner takes part in it.
    ///
    /// @param about persons it is about, as records
    /// @param parties agencies that take part
    /// @param assigned accounts it is assigned to
    public void register(
            UUID id,
            RecordKind kind,
            String reference,
            UUID owner,
            @Nullable UUID within,
            Collection<UUID> about,
            Collection<UUID> parties,
            Collection<UUID> assigned) {
        database.sql("""
                        select access.register(:id, :kind, :reference, :owner, :within, cast(:about as uuid[]),
                            cast(:parties as uuid[]), cast(:assigned as uuid[]))
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("reference", reference)
                .param("owner", owner)
                .param("within", within)
                .param("about", array(about))
                .param("parties", array(parties))
                .param("assigned", array(assigned))
                .query(_ -> {});
    }

    /// The parts of a record that are open to whoever looks; empty when it does not exist for them.
    public Set<Part> openParts(UUID record) {
        return database
                .sql("select distinct part from access.sight where record_id = :record")
                .param("record", record)
                .query((row, _) -> Part.valueOf(row.getString("part")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A record, when it exists for whoever looks.
    public Optional<RegisteredRecord> find(UUID record) {
        return database.sql("select " + COLUMNS + " from access.record where id = :record")
                .param("record", record)
                .query(RegisteredRecord::read)
                .optional();
    }

    /// Records whose reference contains some words, newest first.
    ///
    /// @param words part of a reference, in any case; empty for all
    /// @param before only those older than this one; null for the newest
    /// @param most at most so many
    public List<RegisteredRecord> list(String words, @Nullable UUID before, int most) {
        return database.sql("select " + COLUMNS + """
                         from access.record
                        where strpos(lower(reference), lower(:words)) > 0
                          and (cast(:before as uuid) is null or (registered_at, id) <
                               (select registered_at, id from access.record where id = :before))
                        order by registered_at desc, id desc limit :most
                        """)
                .param("words", words)
                .param("before", before)
                .param("most", most)
                .query(RegisteredRecord::read)
                .list();
    }

    /// How many records contain some words in their reference.
    public long count(String words) {
        return database.sql("select count(*) from access.record where strpos(lower(reference), lower(:words)) > 0")
                .param("words", words)
                .query(Long.class)
                .single();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
