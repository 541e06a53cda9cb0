package org.witan.statistics.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A line of an extract, read by its header and by nothing that wrote it.
///
/// @param columns each column's place, shared by all rows of a file
record ExtractRow(Map<String, Integer> columns, List<String> fields) {

    static List<ExtractRow> readAll(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return parse(reader.lines());
        }
    }

    static List<ExtractRow> parse(Stream<String> lines) {
        var seen = new HashMap<String, String>();
        var columns = new LinkedHashMap<String, Integer>();
        var rows = new ArrayList<ExtractRow>();
        lines.forEach(line -> {
            var fields = split(line);
            if (columns.isEmpty()) {
                fields.forEach(name -> columns.put(name, columns.size()));
            } else if (fields.size() == columns.size()) {
                // The same word in a million fields is one object: the natural set is counted in memory.
                rows.add(new ExtractRow(
                        columns,
                        fields.stream()
                                .map(field -> field.startsWith("SYN-") ? field : seen.computeIfAbsent(field, f -> f))
                                .toList()));
            } else {
                throw new IllegalStateException("a line of " + fields.size() + " fields");
            }
        });
        return rows;
    }

    private static List<String> split(String line) {
        var fields = new ArrayList<String>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || (line.charAt(i) == ',' && !quoted)) {
                fields.add(line.substring(begin, i).replace("\"", ""));
                begin = i + 1;
            } else if (line.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return fields;
    }

    String the(String column) {
        var place = columns.get(column);
        if (place == null) {
            throw new IllegalStateException("no column " + column);
        }
        return fields.get(place);
    }

    LocalDate day(String column) {
        return LocalDate.parse(the(column));
    }

    /// The financial year it was recorded in, as `2021-22`.
    String year() {
        var on = day("recorded_on");
        int begin = on.getMonthValue() < 4 ? on.getYear() - 1 : on.getYear();
        return begin + "-" + (begin + 1) % 100;
    }

    boolean domestic() {
        return the("domestic").equals("yes");
    }

    boolean offenceIn(String... codes) {
        return Arrays.asList(codes).contains(the("offence_code"));
    }
}
