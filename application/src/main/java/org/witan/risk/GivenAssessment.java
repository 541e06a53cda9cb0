package org.witan.risk;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment as somebody hands it in.
///
/// @param form names the form it was filled in on, so that sending it twice stores it once
/// @param tool the key of the tool
/// @param wording the licensed wording that was shown; null for our own topics
/// @param answers by the key of the question; one that is left out was not asked
/// @param correction the assessment that this one puts right; null for most
public record GivenAssessment(
        UUID form,
        String tool,
        int version,
        @Nullable UUID wording,
        LocalDate assessedOn,
        Map<String, GivenAnswer> answers,
        Judgement judgement,
        @Nullable Correction correction) {

    public GivenAssessment {
        answers = Map.copyOf(answers);
    }

    /// What a new assessment puts right.
    ///
    /// @param of the assessment that was wrong
    /// @param why what was wrong with it
    public record Correction(UUID of, String why) {
        static final int LONGEST = 2_000;

        @Override
        public String toString() {
            return "a correction";
        }
    }

    @Override
    public String toString() {
        return "an assessment with " + tool;
    }
}
