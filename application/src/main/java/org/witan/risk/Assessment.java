package org.witan.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment with all that was pinned to it.
///
/// @param record the case, as a record of the rule
/// @param wording the licensed wording that was shown; null for our own topics
/// @param agency the name of the agency that assessed
/// @param by the name of whoever wrote it down; empty when it is not known to whoever looks
/// @param answers by the key of the question: one for each
/// @param threshold from how many on the risk was high on that day; null for a tool without one
/// @param thresholdSource where that comes from; empty for none
/// @param bands names that an area gives to scores below it
/// @param corrects the assessment that this one puts right, and why
/// @param correctedBy the one that puts this right
/// @param dueOn when risk is to be assessed again, by the setting of today
public record Assessment(
        UUID id,
        UUID record,
        Tool tool,
        @Nullable LoadedWording wording,
        LocalDate assessedOn,
        String agency,
        String by,
        Instant writtenAt,
        Map<String, GivenAnswer> answers,
        Judgement judgement,
        @Nullable Integer threshold,
        String thresholdSource,
        List<Band> bands,
        GivenAssessment.@Nullable Correction corrects,
        @Nullable UUID correctedBy,
        LocalDate dueOn) {

    public Assessment {
        answers = Map.copyOf(answers);
        bands = List.copyOf(bands);
    }

    /// Whether nothing stands in its place.
    public boolean stands() {
        return correctedBy == null;
    }

    /// What follows from it.
    public Result result() {
        return Scoring.result(tool, answers, judgement, threshold, bands);
    }

    @Override
    public String toString() {
        return "assessment " + id;
    }
}
