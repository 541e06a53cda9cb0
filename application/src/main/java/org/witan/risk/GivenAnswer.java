package org.witan.risk;

/// What was answered to one question.
///
/// @param source who said so when it was not the victim: an agency, or other words; empty for the victim
/// @param note more about it; empty when there is none
public record GivenAnswer(Answer answer, String source, String note) {
    /// Nobody asked.
    public static final GivenAnswer NOT_ASKED = of(Answer.Missing.NOT_ASKED);
    /// Characters of a source.
    public static final int LONGEST_SOURCE = 200;

    /// Characters of a note.
    public static final int LONGEST_NOTE = 2_000;

    /// An answer of the victim.
    public static GivenAnswer of(Answer answer) {
        return new GivenAnswer(answer, "", "");
    }

    @Override
    public String toString() {
        return "an answer";
    }
}
