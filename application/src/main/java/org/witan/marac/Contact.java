package org.witan.marac;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That somebody tried to reach the victim of a referral.
///
/// @param afterMeeting the update after the conference; otherwise before it
/// @param words what the victim said, or why it was not safe; may be empty
/// @param by the name of whoever did, where whoever looks may know it
public record Contact(
        boolean afterMeeting,
        LocalDate day,
        Outcome outcome,
        String words,
        String agency,
        @Nullable String by) {

    /// What came of it. Held to the rows of the database by a test.
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        NOT_SAFE,
        DECLINED
    }

    @Override
    public String toString() {
        return "contact " + outcome;
    }
}
