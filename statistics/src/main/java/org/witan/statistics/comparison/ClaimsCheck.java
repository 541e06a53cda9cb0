package org.witan.statistics.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check of printed numbers found, relation by relation.
public record ClaimsCheck(String text, boolean agrees, List<Relation> relations) {

    /// One relation between printed numbers, or between a printed number and the store.
    ///
    /// @param name `share`, `change`, or `stored-` with `count`, `change`, `share` or `part`
    /// @param printed what was printed; @param exact what the other numbers give, null when they leave a range
    /// @param agrees whether the two agree under a usual rounding
    /// @param under the ways of rounding under which they agree
    /// @param explanation in plain words
    public record Relation(
            String name,
            String printed,
            @Nullable Double exact,
            boolean agrees,
            List<String> under,
            String explanation) {}
}
