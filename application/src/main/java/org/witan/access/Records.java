package org.witan.access;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The records that the rule knows. Asked inside a witnessed piece of work; there is no record outside one.
@Repository
public class Records {
    private static final String COLUMNS =
            "id, kind, reference, owner_id, registered_at, access.whole_of(id) as within_id";
    private static final String CONTAINING = """
             (strpos(lower(reference), lower(:words)) > 0
              or id in (select n.record_id from access.note n where strpos(lower(n.words), lower(:words)) > 0))
            """;
    private static final String OLDER = """
             (cast(:before as uuid) is null or (registered_at, id) <
              (select registered_at, id from access.record where id = :before))
            """;
    /// A plan that is kept must know that few rows are wanted; how many is told apart.
    private static final String NEWEST = " order by registered_at desc, id desc limit 10001) newest limit :most";

    private static final String LIST =
            "select * from (select " + COLUMNS + " from access.record where" + OLDER + NEWEST;
    private static final String LIST_CONTAINING =
            "select * from (select " + COLUMNS + " from access.record where" + CONTAINING + "and" + OLDER + NEWEST;
    private static final String COUNT_CONTAINING = "select count(*) from access.record where" + CONTAINING;
    private final JdbcClient database;

    Records(JdbcClient database) {
        this.database = database;
    }

    /// Registers a record that a module keeps; its owner takes part in it. The reference is made by the database, so
    /// that none collides with one that whoever looks may not see.
    ///
    /// @param about persons it is about, as records
    /// @param parties agencies that take part
    /// @param assigned accounts it is assigned to
    /// @return its reference
    /// @throws Absent when whoever looks may not, or an id is none that they may use
    public String register(
            UUID id,
            RecordKind kind,
            UUID owner,
            @Nullable UUID within,
            Collection<UUID> about,
            Collection<UUID> parties,
            Collection<UUID> assigned) {
        var question = database.sql("""
                        select access.register(:id, :kind, :owner, cast(:within as uuid), cast(:about as uuid[]),
                            cast(:parties as uuid[]), cast(:assigned as uuid[]))
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("owner", owner)
                .param("within", within)
                .param("about", array(about))
                .param("parties", array(parties))
                .param("assigned", array(assigned));
        try {
            return question.query(String.class).single();
        } catch (DataAccessException failure) {
            if (failure.getRootCause() instanceof SQLException refusal && "WI006".equals(refusal.getSQLState())) {
                throw new Absent();
            }
            throw failure;
        }
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

    /// The record with a reference, when it exists for whoever looks.
    public Optional<RegisteredRecord> named(String reference) {
        return database.sql("select " + COLUMNS + " from access.record where reference = :reference")
                .param("reference", reference)
                .query(RegisteredRecord::read)
                .optional();
    }

    /// Records whose reference, or a note in a part that is open, contains some words; newest first.
    ///
    /// @param words what is searched for, in any case; empty for all
    /// @param before only those older than this one; null for the newest
    /// @param most at most so many
    public List<RegisteredRecord> list(String words, @Nullable UUID before, int most) {
        var question = words.isEmpty()
                ? database.sql(LIST)
                : database.sql(LIST_CONTAINING).param("words", words);
        return question.param("before", before)
                .param("most", most)
                .query(RegisteredRecord::read)
                .list();
    }

    /// How many records contain some words in their reference, or in a note in a part that is open.
    public long count(String words) {
        var question = words.isEmpty()
                ? database.sql("select count(*) from access.record")
                : database.sql(COUNT_CONTAINING).param("words", words);
        return question.query(Long.class).single();
    }

    /// An agency takes part in a record from now on; nothing changes when it does already. For whoever keeps its lists.
    public void addParty(UUID record, UUID agency) {
        write("""
                insert into access.party (record_id, agency_id, from_at)
                select :record, :whom, now()
                where not exists (select from access.party
                                  where record_id = :record and agency_id = :whom and until_at is null)
                """, record, agency);
    }

    /// An agency takes part in a record no longer.
    public void endParty(UUID record, UUID agency) {
        write("""
                update access.party set until_at = now()
                where record_id = :record and agency_id = :whom and until_at is null
                """, record, agency);
    }

    /// A record is assigned to somebody from now on; nothing changes when it is already. For whoever keeps its lists.
    public void assign(UUID record, UUID account) {
        write("""
                insert into access.assignment (record_id, account_id, from_at)
                select :record, :whom, now()
                where not exists (select from access.assignment
                                  where record_id = :record and account_id = :whom and until_at is null)
                """, record, account);
    }

    /// A record is assigned to somebody no longer.
    public void endAssignment(UUID record, UUID account) {
        write("""
                update access.assignment set until_at = now()
                where record_id = :record and account_id = :whom and until_at is null
                """, record, account);
    }

    private void write(String statement, UUID record, UUID whom) {
        database.sql(statement).param("record", record).param("whom", whom).update();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
