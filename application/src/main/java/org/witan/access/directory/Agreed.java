package org.witan.access.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether an agency has agreed to share information today.
///
/// @param until last day of the agreement that ends last; null when there is none that was not withdrawn
/// @param seesUntil last day on which its people see anything, with the days of grace; null when they see nothing
public record Agreed(
        State state, @Nullable LocalDate until, @Nullable LocalDate seesUntil) {
    /// So many days before an agreement ends its agency is warned.
    public static final int WARNED_DAYS = 60;

    static Agreed at(LocalDate today, @Nullable LocalDate until, int graceDays) {
        if (until == null || until.plusDays(graceDays).isBefore(today)) {
            return new Agreed(State.NONE, until, null);
        }
        return new Agreed(state(today, until), until, until.plusDays(graceDays));
    }

    private static State state(LocalDate today, LocalDate until) {
        if (until.isBefore(today)) {
            return State.GRACE;
        }
        return until.isAfter(today.plusDays(WARNED_DAYS)) ? State.IN_FORCE : State.ENDING;
    }

    /// How it stands.
    public enum State {
        /// No agreement: the people of the agency see nothing.
        NONE,
        /// It ended, and the days of grace run.
        GRACE,
        /// It ends soon.
        ENDING,
        IN_FORCE
    }
}
