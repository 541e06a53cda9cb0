package org.witan.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of a form as it is shown: what it holds, what is wrong with it, what it offers.
///
/// @param name its name in the form, and its id on the page
/// @param hint what to type; null when the label says enough
/// @param values what it holds: one value, or several for boxes that are ticked; none when nothing was typed
/// @param choices what a select, radios or boxes offer; empty for a text
/// @param describedBy the ids of the hint and the error, for readers who hear the page; null when there is neither
/// @param type of an input, as HTML names it: `text`, `password`, `email`, `date` …
/// @param autocomplete what a browser may fill in, as HTML names it; `off` for most
public record Field(
        String name,
        String label,
        @Nullable String hint,
        List<String> values,
        @Nullable String error,
        List<Choice> choices,
        @Nullable String describedBy,
        String type,
        String autocomplete) {

    /// One line of a select, or one of several radios or boxes.
    ///
    /// @param hint more about it; null when its words say enough
    public record Choice(
            String value, String words, @Nullable String hint) {

        public Choice(String value, String words) {
            this(value, words, null);
        }
    }

    /// A text, or a select when there are choices.
    public static Field of(
            String name,
            String label,
            @Nullable String hint,
            String value,
            @Nullable String error,
            List<Choice> choices) {
        return of(name, label, hint, List.of(value), error, choices);
    }

    /// A field that may hold several values.
    public static Field of(
            String name,
            String label,
            @Nullable String hint,
            List<String> values,
            @Nullable String error,
            List<Choice> choices) {
        String ids = Stream.of(hint == null ? "" : name + "-hint", error == null ? "" : name + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return new Field(name, label, hint, values, error, choices, ids.isEmpty() ? null : ids, "text", "off");
    }

    /// The same field for another kind of text.
    public Field typed(String other, String completed) {
        return new Field(name, label, hint, values, error, choices, describedBy, other, completed);
    }

    /// What it holds, when it holds one value.
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// Whether a choice is among what it holds.
    public boolean holds(String choice) {
        return values.contains(choice);
    }
}
