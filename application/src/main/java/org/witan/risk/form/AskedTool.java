package org.witan.risk.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The questions of a tool as a page asks them.
///
/// @param version its version, which the form carries
/// @param wording the id of the licensed wording that is shown, which the form carries; empty for our own topics
/// @param licence by what right the words are shown, or that they are ours
public record AskedTool(String name, int version, String wording, String licence, List<Section> sections) {

    public AskedTool {
        sections = List.copyOf(sections);
    }

    /// Questions under one heading.
    public record Section(String key, String heading, List<AskedQuestion> questions) {}

    /// One question with its controls.
    ///
    /// @param field the name of its answers, and the id of the first of them
    /// @param words its number and what it asks
    /// @param about whom it is about
    /// @param sourceField the name of "who said so"
    /// @param noteField the name of the note
    /// @param open whether there is something in one of them to be seen
    public record AskedQuestion(
            String field,
            String words,
            String about,
            List<Choice> choices,
            String sourceField,
            String source,
            String noteField,
            String note,
            boolean open,
            @Nullable String error) {

        public AskedQuestion {
            choices = List.copyOf(choices);
        }

        @Override
        public String toString() {
            return field;
        }
    }

    /// One answer to choose.
    ///
    /// @param missing whether it leaves the question open
    public record Choice(String id, String value, String words, boolean chosen, boolean missing) {}
}
