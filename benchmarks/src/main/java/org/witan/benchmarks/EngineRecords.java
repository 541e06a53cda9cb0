package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.witan.linkage.index.Matcher;
import org.witan.linkage.model.ModelFile;
import org.witan.linkage.record.Commonness;
import org.witan.linkage.record.Counted;

/// Makes records that lie in the database known to the engine as if each had been received: its face, its keys, and how
/// common its values are.
final class EngineRecords {
    private static final String MODEL = "application/src/main/resources/linkage/people.json";
    private static final String SEVEN = "given_name surname date_of_birth street town postcode phone";
    private static final String FACES = """
            insert into people.face (record_id, place, given)
            select s.id, 0, jsonb_strip_nulls(jsonb_build_object('given_name', s.given_name, 'surname', s.family_name,
                'date_of_birth', s.date_of_birth, 'street', a.lines, 'town', a.town, 'postcode', a.postcode, 'phone', t.value))
            from people.source_record s
            left join people.address a on a.record_id = s.id
            left join people.stated t on t.record_id = s.id and t.what = 'PHONE'
            where not exists (select from people.face f where f.record_id = s.id)""";
    private static final String LINES = " from string_to_table(rtrim(?, E'\\n'), E'\\n') as line";
    private static final String KEYS = "insert into people.record_key (record_id, key) "
            + "select split_part(line, E'\\t', 1)::uuid, split_part(line, E'\\t', 2)::bigint" + LINES;
    private static final String VALUES = "insert into people.value_count (field, value, records) "
            + "select split_part(line, E'\\t', 1), split_part(line, E'\\t', 2), split_part(line, E'\\t', 3)::bigint"
            + LINES;
    private static final int AT_ONCE = 20_000;
    private static final int MOST_LETTERS = 2_000_000;
    private final Connection database;
    private final Matcher matcher;
    private final Map<String, Long> counts = new HashMap<>();
    private final StringBuilder keys = new StringBuilder();

    EngineRecords(Connection database) throws IOException {
        this.database = database;
        Path model = Path.of(System.getProperty("witan.home", ".")).resolve(MODEL);
        matcher = new Matcher(ModelFile.read(Files.readString(model)), Commonness.UNKNOWN);
    }

    void fill() throws SQLException, IOException {
        TrailMeasurement.run(database, FACES);
        TrailMeasurement.run(database, "truncate people.record_key, people.value_count");
        TrailMeasurement.run(
                database, "alter table people.record_key drop constraint if exists record_key_is_identified");
        readFaces();
        TrailMeasurement.run(
                database,
                "alter table people.record_key add constraint record_key_is_identified primary key (key, record_id)");
        var lines = new StringBuilder();
        for (Map.Entry<String, Long> counted : counts.entrySet()) {
            lines.append(counted.getKey())
                    .append('\t')
                    .append(counted.getValue())
                    .append('\n');
            if (lines.length() > MOST_LETTERS) {
                insert(VALUES, lines);
            }
        }
        insert(VALUES, lines);
    }

    private void readFaces() throws SQLException, IOException {
        database.setAutoCommit(false);
        try (var asked = database.createStatement()) {
            asked.setFetchSize(AT_ONCE);
            try (var rows = asked.executeQuery("select record_id" + SEVEN.replaceAll("(\\w+) ?", ", given ->> '$1'")
                    + " from people.face where place = 0")) {
                int read = 0;
                while (rows.next()) {
                    Map<String, String> face = new HashMap<>();
                    int column = 2;
                    for (String name : SEVEN.split(" ", -1)) {
                        String value = rows.getString(column++);
                        if (value != null) {
                            face.put(name, value);
                        }
                    }
                    add(rows.getString(1), face);
                    if (++read % AT_ONCE == 0) {
                        insert(KEYS, keys);
                    }
                }
            }
        }
        insert(KEYS, keys);
        database.commit();
        database.setAutoCommit(true);
    }

    private void add(String record, Map<String, String> face) {
        for (String key : Set.copyOf(matcher.keys(face))) {
            keys.append(record)
                    .append('\t')
                    .append(Long.parseUnsignedLong(key, 16))
                    .append('\n');
        }
        Counted.of(List.of(matcher.written(face)))
                .forEach(one -> counts.merge(one.field() + "\t" + one.value(), 1L, Long::sum));
    }

    private void insert(String statement, StringBuilder lines) throws SQLException {
        try (var inserting = database.prepareStatement(statement)) {
            inserting.setString(1, lines.toString());
            inserting.executeUpdate();
        }
        lines.setLength(0);
    }
}
