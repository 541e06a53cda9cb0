package org.witan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action as it stands now, as far as its parts are open to whoever looks.
///
/// @param reference of the action
/// @param within the record that it lies within; null when whoever looks may not see that
/// @param withinReference of that record; null when whoever looks may not see it
/// @param agency that does it; null while nobody does
/// @param owner who does it there; null when nobody is named
/// @param unowned whether nobody answers for it: no agency, or one that closed or left the board
/// @param due null without a date
/// @param made when it was written down
/// @param notDone how often it was found not done
/// @param steering whether it goes to the steering group: escalated, or not done too often
/// @param chasedAt when it was asked for last; null when it never was
/// @param chases how often it was asked for
/// @param chasedByItself whether it was last asked for by the application before a meeting, and not by somebody
/// @param content what it is; null for whoever may not see that
/// @param forWorker what somebody who works with the alleged perpetrator is told; null when there is none, or whoever
///     looks may not see it
/// @param mine whether whoever looks may report it
public record Action(
        UUID id,
        String reference,
        UUID board,
        @Nullable UUID within,
        @Nullable String withinReference,
        @Nullable UUID agency,
        @Nullable String agencyName,
        @Nullable UUID owner,
        @Nullable String ownerName,
        boolean unowned,
        @Nullable LocalDate due,
        ActionState state,
        Instant made,
        Instant since,
        int notDone,
        boolean steering,
        @Nullable Instant chasedAt,
        int chases,
        boolean chasedByItself,
        int version,
        @Nullable Content content,
        @Nullable String forWorker,
        boolean mine) {

    /// What is done, in words.
    public record Content(String words, Area area, Subject subject) {

        @Override
        public String toString() {
            return "content in " + area;
        }
    }

    /// Who does it and by when.
    ///
    /// @param agency null while nobody does
    /// @param owner null when nobody is named
    /// @param due null without a date
    public record Term(
            @Nullable UUID agency,
            @Nullable UUID owner,
            @Nullable LocalDate due) {}

    /// Something that was said of it.
    ///
    /// @param doneOn when it was done, for what is complete
    /// @param words null when nothing was said with it, or whoever looks may not see that
    public record Report(
            ActionState state,
            @Nullable LocalDate doneOn,
            Instant at,
            String by,
            String agency,
            @Nullable String words) {

        @Override
        public String toString() {
            return "report " + state;
        }
    }

    /// An action with all that was said of it, oldest first.
    public record InFull(Action action, List<Report> reports) {}

    /// Words that everybody who looks may read of it.
    public String shownWords() {
        if (content != null) {
            return content.words();
        }
        return forWorker == null ? "" : forWorker;
    }

    @Override
    public String toString() {
        return "action " + id;
    }
}
