package org.witan.linkage.comparison;

import java.util.List;

/// One level of a comparison: holds where two records are alike in this way.
///
/// @param says what it means, as the end of a sentence: "is the same", "differs in one letter"
/// @param limit as [Alike] says; 0 where there is none
/// @param byFrequency whether a rare value is stronger evidence than a common one
public record Level(String says, Alike alike, List<String> fields, double limit, boolean byFrequency) {

    public Level {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || (fields.size() < 2 && alike.spansFields())) {
            throw new IllegalArgumentException(alike + " needs more fields");
        }
    }

    /// A level on one field, without regard to how common the value is.
    public static Level of(String says, Alike alike, String field, double limit) {
        return new Level(says, alike, List.of(field), limit, false);
    }

    /// A level on one field that has no limit.
    public static Level of(String says, Alike alike, String field) {
        return of(says, alike, field, 0);
    }

    /// The same value, the rarer the stronger.
    public static Level same(String field) {
        return new Level("is the same", Alike.SAME, List.of(field), 0, true);
    }
}
