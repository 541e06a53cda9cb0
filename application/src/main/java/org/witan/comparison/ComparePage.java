package org.witan.comparison;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.site.Drawn;
import org.witan.site.Field;
import org.witan.site.Problem;

/// All that the comparison page shows.
///
/// @param fields the form, by the name of the field
/// @param problems why what was typed is not a question; empty when it is one or nothing was typed
/// @param answer the figure; null when nothing was asked or nothing can be answered
/// @param loaded false when there is no data at all, and the page says how to load some
record ComparePage(
        String title,
        String heading,
        Map<String, Field> fields,
        List<Problem> problems,
        @Nullable AnswerView answer,
        boolean loaded,
        List<Example> examples) {

    /// A question to start with.
    record Example(String words, String query) {}

    /// The figure as it is shown, warnings first.
    ///
    /// @param asked the fields that were filled in, for forms that ask the same again
    /// @param keepable whether the reader may keep the figure
    record AnswerView(
            List<Notice> warnings,
            @Nullable Notice refusal,
            String sentence,
            List<KeyNumber> numbers,
            List<Drawn> pictures,
            List<Fact> provenance,
            List<Downloads> downloads,
            Map<String, String> asked,
            boolean keepable) {}

    /// A warning or a refusal with where it comes from.
    record Notice(String text, @Nullable String source) {}

    /// One number with its name, and what it needs beside it.
    record KeyNumber(String name, String value, String note) {}

    /// One line of the provenance: a term and what is known about it.
    record Fact(String term, List<String> details) {}

    /// The files for one audience.
    record Downloads(String audience, List<Example> files) {}
}
