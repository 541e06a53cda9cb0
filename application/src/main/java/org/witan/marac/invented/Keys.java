package org.witan.marac.invented;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.witan.linkage.index.Matcher;
import org.witan.linkage.model.ModelFile;
import org.witan.linkage.record.Commonness;
import org.witan.linkage.record.Counted;

/// Makes the invented persons known to the engine as if each had been received: its keys, and how common its values
/// are.
final class Keys {
    private static final String MODEL = "/linkage/people.json";
    private static final List<String> COLUMNS =
            List.of("given_name", "surname", "date_of_birth", "sex", "phone", "street", "town", "postcode");
    private static final int AT_ONCE = 5_000;
    private final Connection database;
    private final Matcher matcher = new Matcher(ModelFile.read(model()), Commonness.UNKNOWN);
    private final Map<String, Long> counts = new TreeMap<>();
    private final StringBuilder keys = new StringBuilder();

    Keys(Connection database) {
        this.database = database;
    }

    void make() throws SQLException {
        try (var asked = database.createStatement()) {
            asked.setFetchSize(AT_ONCE);
            try (var rows = asked.executeQuery(Faces.READ)) {
                for (int read = 1; rows.next(); read++) {
                    add(rows.getString(1), face(rows));
                    if (read % AT_ONCE == 0) {
                        write(Faces.KEYS, keys);
                    }
                }
            }
        }
        write(Faces.KEYS, keys);
        count();
    }

    private void count() throws SQLException {
        var lines = new StringBuilder();
        int read = 0;
        for (Map.Entry<String, Long> counted : counts.entrySet()) {
            lines.append(counted.getKey())
                    .append('\t')
                    .append(counted.getValue())
                    .append('\n');
            if (++read % AT_ONCE == 0) {
                write(Faces.COUNTS, lines);
            }
        }
        write(Faces.COUNTS, lines);
    }

    private static Map<String, String> face(ResultSet row) throws SQLException {
        Map<String, String> face = new HashMap<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            String value = row.getString(column + 2);
            if (value != null) {
                face.put(COLUMNS.get(column), value);
            }
        }
        return face;
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

    private void write(String statement, StringBuilder lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (var inserting = database.prepareStatement(statement)) {
            inserting.setString(1, lines.toString());
            inserting.executeUpdate();
        }
        lines.setLength(0);
    }

    private static String model() {
        try (InputStream file = Keys.class.getResourceAsStream(MODEL)) {
            if (file == null) {
                throw new IllegalStateException("The model of persons is not in the jar.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
