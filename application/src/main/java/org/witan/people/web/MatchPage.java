package org.witan.people.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Drawn;
import org.witan.site.Field;
import org.witan.site.Problem;

/// Two records that may be of one person, side by side, with what to know before deciding.
///
/// @param warnings in words, what is gravest first
/// @param decided what was decided, in words; null while it waits
/// @param notice what came of the last decision, when that is not what was decided; null otherwise
/// @param undo the link that joined the two; null where there is none to undo
record MatchPage(
        UUID id,
        UUID record,
        UUID other,
        String recordName,
        String otherName,
        List<String> warnings,
        List<Row> rows,
        Drawn weight,
        @Nullable String decided,
        @Nullable String notice,
        @Nullable UUID undo,
        boolean open,
        List<Problem> problems,
        Field remark) {

    /// One thing compared.
    ///
    /// @param mark a sign for how they compare, beside the words
    /// @param state `same`, `differs`, `one`, or `plain` where there is nothing to compare
    record Row(String what, String left, String right, String mark, String state, String says) {}

    /// The queue.
    record Queue(String count, List<Waiting> lines) {}

    /// One that waits.
    record Waiting(UUID id, String both, String why, String chance, String since, boolean looked) {}
}
