package org.witan.linkage.record;

import java.util.List;

/// What is compared: one column or several together, written as its [Kind] says.
public record Field(String name, Kind kind, List<String> columns) {
    /// Stands between the values of several columns until they are written.
    static final String BETWEEN = "\u001F";

    public Field {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new UnusableRecords("The field \"%s\" names no column.".formatted(name));
        }
    }

    public Field(String name, Kind kind, String... columns) {
        this(name, kind, List.of(columns));
    }
}
