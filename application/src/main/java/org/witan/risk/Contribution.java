package org.witan.risk;

/// What one question adds to a score.
public record Contribution(Question question, GivenAnswer given, Effect effect) {

    /// What an answer does.
    public enum Effect {
        /// It counts.
        COUNTS,
        /// Nobody knows the answer, and it may count.
        MAY_COUNT,
        /// It does not count.
        DOES_NOT_COUNT,
        /// No answer to this question counts.
        NEVER_COUNTS
    }
}
