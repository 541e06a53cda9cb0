package org.witan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One meeting of a board, as it stands now.
///
/// @param minutes how long it is planned to last
/// @param place in words; may be empty
/// @param link address of the meeting on line; may be empty
/// @param moved how often it was moved
/// @param movedBecause why it was moved last; empty when it never was
/// @param movedAt when that was; null when it never was
/// @param listOutAt when the list went out to the agencies; null while it did not
/// @param minutesOutAt when its minutes went out last; null while they did not
/// @param cancelledBecause null while it was not cancelled
/// @param keeps whether whoever looks keeps its board
/// @param coreOnly whether only the core agencies of its board are called, and see it
public record Meeting(
        UUID id,
        UUID board,
        String boardName,
        BoardKind kind,
        Instant startsAt,
        int minutes,
        String place,
        String link,
        int moved,
        String movedBecause,
        @Nullable Instant movedAt,
        String setBy,
        @Nullable Instant listOutAt,
        @Nullable Instant minutesOutAt,
        @Nullable String cancelledBecause,
        int version,
        boolean keeps,
        boolean coreOnly) {

    /// The day on which it is, in England.
    public LocalDate day() {
        return LocalDate.ofInstant(startsAt, Rows.HERE);
    }

    /// Whether it had begun by then.
    public boolean hasBegun(Instant moment) {
        return !startsAt.isAfter(moment);
    }

    /// Whether it does not take place.
    public boolean cancelled() {
        return cancelledBecause != null;
    }
}
