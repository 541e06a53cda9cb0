package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.meeting.Meeting;

/// Which agencies have answered for a meeting, for whoever keeps it: numbers alone, and nothing of
/// what they answered.
///
/// @param due the day by which answers are due
/// @param isLate whether that day is over
/// @param canAsk whether agencies can be asked again: the meeting is to come
/// @param agencies each that is asked, by name
public record ResearchOfMeeting(
        Meeting meeting, LocalDate due, boolean isLate, boolean canAsk, List<OfAgency> agencies) {

    public ResearchOfMeeting {
        agencies = List.copyOf(agencies);
    }

    /// What one agency answered.
    ///
    /// @param asked about how many cases
    /// @param informed answers that say something
    /// @param nothing answers that nothing is known
    /// @param missing cases about which it has not answered
    /// @param late answers that came after the day
    /// @param chasedAt when it was asked again last; null when it never was
    public record OfAgency(
            UUID agency,
            String name,
            int asked,
            int informed,
            int nothing,
            int missing,
            int late,
            @Nullable Instant chasedAt) {}

    /// How many agencies owe an answer.
    public long owing() {
        return agencies.stream().filter(one -> one.missing() > 0).count();
    }

    @Override
    public String toString() {
        return "research of " + meeting.id();
    }
}
