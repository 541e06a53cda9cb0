package org.witan.voices;

/// How many of those asked feel safe.
///
/// @param asked how many answered
/// @param percent how many in a hundred of them feel safe
/// @param source who asked, and where it is published
public record SurveyResult(int year, String area, Question question, int asked, double percent, String source) {

    /// What they were asked.
    public enum Question {
        DAY,
        AFTER_DARK
    }
}
