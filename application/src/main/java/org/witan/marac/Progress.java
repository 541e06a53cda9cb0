package org.witan.marac;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a conference is, as far as whoever looks may see, and how long it has heard one of its cases.
///
/// When the conference is at a case that is hidden, it is at none for whoever looks.
///
/// @param current the item that it is at; null when it is at none
/// @param paused whether it pauses there
/// @param heard how long the one case was heard, pauses left out
/// @param runs whether that goes on now
public record Progress(@Nullable UUID current, boolean paused, Duration heard, boolean runs) {

    /// Told by what happened, oldest first.
    ///
    /// @param item the one case
    static Progress of(List<Turn> turns, UUID item, Instant now) {
        Turn last = turns.isEmpty() || turns.getLast().what() == Turn.What.LEFT ? null : turns.getLast();
        Duration heard = Duration.ZERO;
        Instant since = null;
        for (Turn turn : turns) {
            if (turn.item().equals(item)) {
                heard = heard.plus(between(since, turn.at()));
                since = runs(turn.what()) ? turn.at() : null;
            }
        }
        return new Progress(
                last == null ? null : last.item(),
                last != null && last.what() == Turn.What.PAUSED,
                heard.plus(between(since, now)),
                since != null);
    }

    private static boolean runs(Turn.What what) {
        return what == Turn.What.BEGUN || what == Turn.What.WENT_ON;
    }

    private static Duration between(@Nullable Instant since, Instant until) {
        return since == null || until.isBefore(since) ? Duration.ZERO : Duration.between(since, until);
    }
}
