package org.witan.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Rows on their way to the database, all of them in one call: the statement reads them from JSON.
final class Rows {
    private static final JsonMapper JSON = new JsonMapper();
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    /// A row that is filled by [Row#with].
    record Row(Map<String, @Nullable Object> values) {
        /// Anything but text, truth, numbers and lists goes as it says itself.
        Row with(String column, @Nullable Object value) {
            boolean plain = value instanceof Boolean || value instanceof Number || value instanceof List;
            values.put(column, value == null || plain ? value : value.toString());
            return this;
        }
    }

    Row add() {
        var row = new Row(new HashMap<>());
        rows.add(row.values());
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text() {
        return JSON.writeValueAsString(rows);
    }
}
