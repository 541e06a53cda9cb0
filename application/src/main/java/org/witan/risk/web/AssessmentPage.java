package org.witan.risk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Drawn;

/// An assessment in full.
///
/// @param headline the result in a few words
/// @param reasons why, each in words
/// @param missing the questions without an answer, by the reason
/// @param judgement what whoever assessed thinks; empty when nothing was written
/// @param rows each question with its answer and what it adds
/// @param pinned what it was assessed under
/// @param ask tools to ask as well, because of an answer
/// @param corrects the assessment that this one puts right
/// @param why what was wrong with that; empty for none
/// @param correctedBy the one that puts this right
record AssessmentPage(
        UUID record,
        UUID id,
        String reference,
        String title,
        String by,
        String headline,
        boolean high,
        List<String> reasons,
        String judged,
        String judgement,
        Drawn picture,
        List<Missing> missing,
        List<Row> rows,
        List<Fact> pinned,
        String tool,
        List<Ask> ask,
        @Nullable UUID corrects,
        String why,
        @Nullable UUID correctedBy) {

    /// Questions without an answer, for one reason.
    record Missing(String heading, List<String> questions) {}

    /// A question with its answer.
    ///
    /// @param topic our own words for it beside the licensed ones; empty when those are shown
    /// @param effect what it adds to the score
    /// @param state for its mark: `counts`, `may`, `not`
    record Row(String words, String topic, String answer, String effect, String state, String source, String note) {}

    /// What it was assessed under.
    record Fact(String term, List<String> details) {}

    /// A tool to ask as well.
    record Ask(String tool, String words) {}
}
