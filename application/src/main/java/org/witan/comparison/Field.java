package org.witan.comparison;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of a form as it is shown: what it holds, what is wrong with it, what it offers.
///
/// @param name its name in the address, and its id on the page
/// @param hint what to type; null when the label says enough
/// @param choices what a select offers; empty for a text
/// @param describedBy the ids of the hint and the error, for readers who hear the page; null when there is neither
record Field(
        String name,
        String label,
        @Nullable String hint,
        String value,
        @Nullable String error,
        List<Choice> choices,
        @Nullable String describedBy) {

    /// One line of a select.
    record Choice(String value, String words) {}

    static Field of(
            String name,
            String label,
            @Nullable String hint,
            String value,
            @Nullable String error,
            List<Choice> choices) {
        String ids = Stream.of(hint == null ? "" : name + "-hint", error == null ? "" : name + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return new Field(name, label, hint, value, error, choices, ids.isEmpty() ? null : ids);
    }
}
