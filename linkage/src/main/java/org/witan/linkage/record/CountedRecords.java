package org.witan.linkage.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// How common values are among records that are at hand as a whole.
public final class CountedRecords implements Commonness {
    private final Fields fields;
    private final Map<String, Map<String, Long>> words = new HashMap<>();

    public CountedRecords(Records records, List<Field> fields) {
        this.fields = new Fields(records, fields);
        for (Field field : fields) {
            Column column = this.fields.the(field.name());
            Map<String, Long> counts = new HashMap<>();
            for (int code = 0; code < column.distinct(); code++) {
                for (String word : new HashSet<>(List.of(column.value(code).split(" ", -1)))) {
                    counts.merge(word, (long) column.count(code), Long::sum);
                }
            }
            words.put(field.name(), counts);
        }
    }

    @Override
    public long records() {
        return fields.size();
    }

    @Override
    public long given(String field) {
        return fields.the(field).given();
    }

    @Override
    public long of(String field, String value) {
        Column column = fields.the(field);
        int code = column.find(value);
        return code < 0 ? 0 : column.count(code);
    }

    @Override
    public double shareOfWord(String field, String word) {
        long given = given(field);
        return given == 0 ? 0 : (double) words.getOrDefault(field, Map.of()).getOrDefault(word, 1L) / given;
    }
}
