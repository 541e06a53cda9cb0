package org.witan.access.lists;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.TooMany;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Opens one record, prints it, and says who else can see it and why.
@Component
public class ReadingRecords {
    private final Witnessing witnessing;
    private final Records records;
    private final JdbcClient database;
    private final Pace pace;

    ReadingRecords(Witnessing witnessing, Records records, JdbcClient database, Pace pace) {
        this.pace = pace;
        this.witnessing = witnessing;
        this.records = records;
        this.database = database;
    }

    /// A record with the parts that are open.
    ///
    /// @param verb READ or PRINT
    /// @throws Absent when there is none, or none for this viewer
    /// @throws TooMany when they open them faster than anybody reads
    public RecordInFull open(Viewer viewer, Verb verb, UUID id) {
        var deed = Deed.of(verb, "record");
        pace.take(viewer, deed);
        return witnessing.witness(viewer, deed, shown -> {
            RegisteredRecord record = records.find(id).orElseThrow(Absent::new);
            var full = inFull(record);
            shown.add(id);
            full.whole().ifPresent(whole -> shown.add(whole.id()));
            full.within().forEach(one -> shown.add(one.id()));
            full.about().forEach(one -> shown.add(one.id()));
            return full;
        });
    }

    /// Everybody who can see a record, and why.
    ///
    /// @throws Absent when there is no such record, or this viewer may not know
    /// @throws TooMany when they open them faster than anybody reads
    public Seen who(Viewer viewer, UUID id) {
        var deed = Deed.of(Verb.READ, "record").with("list", "WHO_SEES");
        pace.take(viewer, deed);
        return witnessing.witness(viewer, deed, shown -> {
            RegisteredRecord record = records.find(id).orElseThrow(Absent::new);
            shown.add(id);
            return new Seen(record, seers(id));
        });
    }

    private RecordInFull inFull(RegisteredRecord record) {
        UUID id = record.id();
        List<Open> open = open(id);
        return new RecordInFull(
                record,
                ownerName(record.owner()),
                open.stream().map(Open::part).collect(Collectors.toUnmodifiableSet()),
                notes(id),
                taking(id),
                Optional.ofNullable(record.within()).flatMap(records::find),
                records.within(id),
                records.about(id),
                open.stream().map(Open::words).distinct().sorted().toList(),
                open.stream().anyMatch(one -> one.basis.equals("BREAK_GLASS")) ? glassUntil(id) : null,
                keepsLists());
    }

    private String ownerName(UUID agency) {
        return database.sql("select name from access.agency where id = :id")
                .param("id", agency)
                .query(String.class)
                .single();
    }

    private boolean keepsLists() {
        return database.sql("select access.keeps_lists()").query(Boolean.class).single();
    }

    /// What of a record is open and why: a part with a reason, for each part and reason.
    private List<Open> open(UUID record) {
        return database.sql("""
                        select s.part, s.basis, b.words from access.sight s join access.basis b on b.code = s.basis
                        where s.record_id = :record
                        """)
                .param("record", record)
                .query((row, _) ->
                        new Open(Part.valueOf(row.getString("part")), row.getString("basis"), row.getString("words")))
                .list();
    }

    private record Open(Part part, String basis, String words) {}

    private List<Note> notes(UUID record) {
        return database.sql("""
                        select n.id, n.part, n.words, n.written_at, y.name as agency,
                            (select c.given_name || ' ' || c.family_name from access.colleague c
                             where c.account_id = n.author_id limit 1) as author,
                            exists (select from access.note later where later.corrects_id = n.id) as corrected
                        from access.note n join access.agency y on y.id = n.agency_id
                        where n.record_id = :record order by n.written_at, n.id
                        """)
                .param("record", record)
                .query((row, _) -> new Note(
                        row.getObject("id", UUID.class),
                        Part.valueOf(row.getString("part")),
                        row.getString("words"),
                        Entry.name(row.getString("author")),
                        row.getString("agency"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("corrected")))
                .list();
    }

    private List<RecordInFull.Taking> taking(UUID record) {
        return database.sql("""
                        select y.name, false as person, p.from_at
                        from access.party p join access.agency y on y.id = p.agency_id
                        where p.record_id = :record and p.until_at is null
                        union all
                        select (select c.given_name || ' ' || c.family_name from access.colleague c
                                where c.account_id = s.account_id limit 1), true, s.from_at
                        from access.assignment s where s.record_id = :record and s.until_at is null
                        order by person, name
                        """)
                .param("record", record)
                .query((row, _) -> new RecordInFull.Taking(
                        Entry.name(row.getString("name")),
                        row.getBoolean("person"),
                        row.getObject("from_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private @Nullable Instant glassUntil(UUID record) {
        return database.sql("""
                        select max(g.expires_at) from access.broken_glass g
                        where g.record_id = :record and g.expires_at > now()
                          and g.membership_id = (select v.membership_id from access.viewer v)
                        """)
                .param("record", record)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single()
                .orElse(null);
    }

    private List<Seer> seers(UUID record) {
        return database.sql("""
                        select w.given_name || ' ' || w.family_name as name, w.agency_name, r.words as role,
                            b.words as basis, w.parts
                        from access.who_sees(:record) w
                        join access.role r on r.code = w.role
                        join access.basis b on b.code = w.basis
                        """)
                .param("record", record)
                .query((row, _) -> new Seer(
                        row.getString("name"),
                        row.getString("agency_name"),
                        row.getString("role"),
                        row.getString("basis"),
                        Arrays.stream((Object[]) row.getArray("parts").getArray())
                                .map(part -> Part.valueOf((String) part))
                                .sorted()
                                .toList()))
                .list();
    }

    /// Who can see a record.
    public record Seen(RegisteredRecord record, List<Seer> people) {}

    /// Somebody who can see it, and why.
    ///
    /// @param why in words that follow "because"
    public record Seer(String name, String agency, String role, String why, List<Part> parts) {}
}
