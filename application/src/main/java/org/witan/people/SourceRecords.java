package org.witan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The source records that whoever looks may see. Asked inside a witnessed piece of work.
@Repository
public class SourceRecords {
    private static final String RECORDS = """
            select s.*, r.reference, y.name as agency, people.superseded_on(s.id) as superseded_at
            from people.source_record s
            join access.record r on r.id = s.id
            join access.agency y on y.id = s.agency_id
            where s.id = any (cast(:ids as uuid[]))
            order by s.received_at, s.id
            """;
    private final JdbcClient database;

    SourceRecords(JdbcClient database) {
        this.database = database;
    }

    /// Those of some records that are there for whoever looks, oldest first.
    public List<SourceRecord> read(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<Alias>> aliases = many(
                database.sql("select * from people.alias where record_id = any (cast(:ids as uuid[])) order by id"),
                wanted,
                (row, _) -> new Alias(Alias.Kind.valueOf(row.getString("alias_kind")), name(row)));
        Map<UUID, List<Stated>> stated = many(
                database.sql("select * from people.stated where record_id = any (cast(:ids as uuid[])) order by id"),
                wanted,
                (row, _) -> new Stated(Stated.Kind.valueOf(row.getString("what")), row.getString("value")));
        Map<UUID, List<Address>> addresses = many(
                database.sql("select * from people.address where record_id = any (cast(:ids as uuid[])) order by id"),
                wanted,
                (row, _) -> address(row));
        Map<UUID, List<SafeContact>> contacts = many(
                database.sql(
                        "select * from people.safe_contact where record_id = any (cast(:ids as uuid[])) order by id"),
                wanted,
                (row, _) -> contact(row));
        return database.sql(RECORDS)
                .param("ids", wanted)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return record(
                            row,
                            aliases.getOrDefault(id, List.of()),
                            stated.getOrDefault(id, List.of()),
                            addresses.getOrDefault(id, List.of()),
                            contacts.getOrDefault(id, List.of()));
                })
                .list();
    }

    /// The other records of the same person.
    List<UUID> together(UUID record) {
        return database.sql("select other_id from people.together where record_id = :record")
                .param("record", record)
                .query((row, _) -> row.getObject("other_id", UUID.class))
                .list();
    }

    private static <T> Map<UUID, List<T>> many(JdbcClient.StatementSpec question, UUID[] ids, RowMapper<T> reading) {
        Map<UUID, List<T>> all = new HashMap<>();
        question.param("ids", ids).query(row -> {
            all.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                    .add(reading.mapRow(row, row.getRow()));
        });
        return all;
    }

    private static SourceRecord record(
            ResultSet row,
            List<Alias> aliases,
            List<Stated> stated,
            List<Address> addresses,
            List<SafeContact> contacts)
            throws SQLException {
        OffsetDateTime superseded = row.getObject("superseded_at", OffsetDateTime.class);
        return new SourceRecord(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Standing.valueOf(row.getString("standing")),
                Source.valueOf(row.getString("source")),
                row.getString("source_key"),
                row.getString("agency"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                superseded == null ? null : superseded.toInstant(),
                name(row),
                row.getString("date_of_birth"),
                row.getObject("born_on", LocalDate.class),
                row.getString("sex"),
                row.getBoolean("protected"),
                needs(row),
                aliases,
                stated,
                addresses,
                contacts);
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getString("given_name"), row.getString("family_name"));
    }

    private static Needs needs(ResultSet row) throws SQLException {
        return new Needs(
                row.getString("language"),
                Answer.valueOf(row.getString("interpreter")),
                Answer.valueOf(row.getString("pregnant")),
                Answer.valueOf(row.getString("deceased")),
                row.getObject("deceased_on", LocalDate.class));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("lines"),
                row.getString("town"),
                row.getString("postcode"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getBoolean("protected"));
    }

    private static SafeContact contact(ResultSet row) throws SQLException {
        return new SafeContact(
                SafeContact.Means.valueOf(row.getString("means")),
                row.getString("value"),
                row.getString("times"),
                Answer.valueOf(row.getString("voicemail")),
                Answer.valueOf(row.getString("safe")),
                row.getString("remark"));
    }
}
