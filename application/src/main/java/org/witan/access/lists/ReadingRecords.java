package org.witan.access.lists;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Pace;
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
    private final RecordSheets sheets;
    private final JdbcClient database;
    private final Pace pace;

    ReadingRecords(Witnessing witnessing, Records records, RecordSheets sheets, JdbcClient database, Pace pace) {
        this.pace = pace;
        this.witnessing = witnessing;
        this.records = records;
        this.sheets = sheets;
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
            RecordInFull full = sheets.of(id).orElseThrow(Absent::new);
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
