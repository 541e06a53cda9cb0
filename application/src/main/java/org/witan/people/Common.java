package org.witan.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.witan.linkage.record.Commonness;

/// How common the values of one record are among all, asked once.
///
/// What the record does not have is not asked about: evidence by frequency comes from values that two records share.
record Common(Map<Value, Long> counts) implements Commonness {
    private static final Value ALL = new Value("", "");
    private static final String WORD = " word";

    /// Among fewer records nothing is rare: then each value tells what values of its field tell on average.
    private static final long TELLING = 5_000;

    /// What is counted.
    ///
    /// @param field of the model; with " word" behind it, for a word in it; empty for all records
    /// @param value empty for all that have the field
    record Value(String field, String value) {}

    /// All that is counted for a record.
    static List<Value> of(List<Map<String, String>> written) {
        var all = new TreeSet<>(java.util.Comparator.comparing(Value::field).thenComparing(Value::value));
        all.add(ALL);
        for (Map<String, String> face : written) {
            face.forEach((field, value) -> {
                all.add(new Value(field, value));
                all.add(new Value(field, ""));
                for (String word : value.split(" ", -1)) {
                    all.add(new Value(field + WORD, word));
                }
            });
        }
        return new ArrayList<>(all);
    }

    @Override
    public long records() {
        return Math.max(2, counts.getOrDefault(ALL, 0L));
    }

    @Override
    public long given(String field) {
        long given = counts.getOrDefault(new Value(field, ""), 0L);
        return given < TELLING ? 0 : given;
    }

    @Override
    public long of(String field, String value) {
        return counts.getOrDefault(new Value(field, value), 1L);
    }

    @Override
    public double shareOfWord(String field, String word) {
        long given = given(field);
        Long known = counts.get(new Value(field + WORD, word));
        return given == 0 || known == null ? UNKNOWN_WORD : (double) known / given;
    }
}
