package org.witan.linkage.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// One question about two records, and its possible answers.
///
/// ```
/// surname ── not given        one of the two has none: no evidence
///         ├─ is the same      the first level that holds is the answer
///         ├─ sounds alike
///         └─ differs          none of them holds
/// ```
///
/// @param fields if no field of these is given in both records, the answer is "not given"
/// @param bearing what it may decide besides the bits it adds
public record Comparison(String name, List<String> fields, List<Level> levels, Bearing bearing) {
    /// The answer "not given".
    public static final int NOT_GIVEN = 0;

    /// More would not fit into a pattern of answers.
    public static final int MOST_LEVELS = 14;

    public Comparison {
        fields = List.copyOf(fields);
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.size() > MOST_LEVELS || fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "A comparison has 1 to " + MOST_LEVELS + " levels and at least one field");
        }
    }

    /// How many answers there are: not given, the levels, and "differs".
    public int answers() {
        return levels.size() + 2;
    }

    /// The answer "differs".
    public int differs() {
        return levels.size() + 1;
    }

    /// What an answer means, as the end of a sentence.
    public String says(int answer) {
        if (answer == NOT_GIVEN) {
            return "is not given in both";
        }
        return answer == differs() ? "differs" : levels.get(answer - 1).says();
    }

    /// Whether an answer means that the two values are one.
    public boolean isTheSame(int answer) {
        return answer > NOT_GIVEN
                && answer < differs()
                && levels.get(answer - 1).alike() == Alike.SAME;
    }

    /// Every field that any level looks at.
    public List<String> allFields() {
        var all = new LinkedHashSet<>(fields);
        levels.forEach(level -> all.addAll(level.fields()));
        return new ArrayList<>(all);
    }
}
