package org.witan.linkage.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of all records, written so that they can be compared.
public final class Fields {
    private final Records records;
    private final Map<Field, Column> columns = new LinkedHashMap<>();
    private final Map<String, Column> byName = new LinkedHashMap<>();

    public Fields(Records records, List<Field> fields) {
        this.records = records;
        for (Field field : fields) {
            Column column = given(field).written(field.name(), field.kind()::write);
            columns.put(field, column);
            if (byName.put(field.name(), column) != null) {
                throw new UnusableRecords("Two fields are named \"%s\".".formatted(field.name()));
            }
        }
    }

    /// Fields of a few of many records.
    public Fields(Records records, List<Field> fields, Commonness among) {
        this(records, fields);
        byName.values().forEach(column -> column.countAmong(among));
    }

    public Records records() {
        return records;
    }

    /// How many records are covered. Records added since are not, until [#follow].
    public int size() {
        return byName.isEmpty() ? 0 : byName.values().iterator().next().rows();
    }

    public Column the(String field) {
        Column column = byName.get(field);
        if (column == null) {
            throw new UnusableRecords(
                    "There is no field \"%s\"; there are %s.".formatted(field, String.join(", ", byName.keySet())));
        }
        return column;
    }

    /// Takes in the records that were added since.
    public void follow() {
        for (int row = size(); row < records.size(); row++) {
            for (var entry : columns.entrySet()) {
                String text = together(entry.getKey(), row);
                entry.getValue().add(text == null ? null : entry.getKey().kind().write(text));
            }
        }
    }

    private Column given(Field field) {
        if (field.columns().size() == 1) {
            return records.column(field.columns().getFirst());
        }
        var together = new Column(field.name());
        for (int row = 0; row < records.size(); row++) {
            together.add(together(field, row));
        }
        return together;
    }

    private @Nullable String together(Field field, int row) {
        if (field.columns().size() == 1) {
            return records.column(field.columns().getFirst()).at(row);
        }
        String between = field.kind() == Kind.OTHER_WORDS ? Field.BETWEEN : " ";
        String text = field.columns().stream()
                .map(name -> records.column(name).at(row))
                .map(value -> value == null ? "" : value)
                .collect(Collectors.joining(between));
        return text.isBlank() ? null : text;
    }
}
