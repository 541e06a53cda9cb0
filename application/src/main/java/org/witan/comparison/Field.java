package org.witan.comparison;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of a form as it is shown: what it holds, what is wrong with it, what it offers.
///
/// @param name its name in the address, and its id on the page
/// @param choices what a select offers; empty for a text
record Field(String name, String value, @Nullable String error, List<Choice> choices) {

    /// One line of a select.
    record Choice(String value, String words) {}

    /// The ids of the hint and the error, for readers who hear the page; null when there is neither.
    @Nullable
    String describedBy(boolean hint) {
        String ids = Stream.of(hint ? name + "-hint" : "", error == null ? "" : name + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
