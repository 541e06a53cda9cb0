package org.witan.linkage.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something of a record that is counted among all records, so that a [Commonness] can be asked how common it is.
///
/// @param field as a [Fields] names it; with ` word` behind it, for a word in it; empty for all records
/// @param value as a [Fields] writes it; empty for all that have the field
public record Counted(String field, String value) {
    /// Every record.
    public static final Counted ALL = new Counted("", "");

    private static final String WORD = " word";

    /// All that is counted of one record, by field and value.
    ///
    /// @param written what the record says, in one way or several, each as a [Fields] writes it
    public static SortedSet<Counted> of(Collection<Map<String, String>> written) {
        var all = new TreeSet<>(Comparator.comparing(Counted::field).thenComparing(Counted::value));
        all.add(ALL);
        written.forEach(one -> one.forEach((field, value) -> {
            all.add(new Counted(field, value));
            all.add(having(field));
            for (String word : value.split(" ", -1)) {
                all.add(word(field, word));
            }
        }));
        return all;
    }

    /// Every record that has a field.
    public static Counted having(String field) {
        return new Counted(field, "");
    }

    /// A word in a field.
    public static Counted word(String field, String word) {
        return new Counted(field + WORD, word);
    }
}
