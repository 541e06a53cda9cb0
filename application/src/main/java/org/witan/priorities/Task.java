package org.witan.priorities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.meeting.ActionState;

/// What an agency does about a problem by when, and how it stands: as actions of a meeting do.
///
/// @param absent the agency does not take part in the board and was asked otherwise
/// @param state proposed while nobody reported
/// @param version how many reports it has
/// @param notDone how often it was not done
/// @param chasedAt when the group asked for it last; null when it never did, or not since the last report
/// @param reports what was said of it, oldest first
public record Task(
        UUID id,
        UUID problem,
        UUID agency,
        String agencyName,
        String words,
        LocalDate dueOn,
        boolean absent,
        ActionState state,
        int version,
        int notDone,
        @Nullable Instant chasedAt,
        List<Report> reports) {

    public Task {
        reports = List.copyOf(reports);
    }

    /// Something that was said of it.
    ///
    /// @param doneOn when it was done; null for what is not complete
    public record Report(ActionState state, @Nullable LocalDate doneOn, Instant at, String words) {}

    /// Whether it still has to be done.
    public boolean open() {
        return !state.closes();
    }

    /// Whether it should have been done before a day and still has to be.
    public boolean lateOn(LocalDate day) {
        return open() && dueOn.isBefore(day);
    }
}
