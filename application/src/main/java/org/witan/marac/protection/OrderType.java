package org.witan.marac.protection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A kind of protective order, with what a page tells of it. The kinds are rows of the database.
///
/// @param words its name on pages
/// @param madeBy who makes it
/// @param mostHours its longest time; null where it has none or is told in days
/// @param mostDays its longest time; null where it has none
/// @param leastDays its shortest time; null where it has none
/// @param whenServed whether it takes effect when it is served, not when it is made
/// @param facts what else to know of it
/// @param source where this comes from
public record OrderType(
        String code,
        String words,
        String madeBy,
        @Nullable Integer mostHours,
        @Nullable Integer mostDays,
        @Nullable Integer leastDays,
        Breach breach,
        boolean whenServed,
        String facts,
        String source) {
    private static final int HOURS_A_DAY = 24;

    /// What a breach is. Held to the rows of the database by a test.
    public enum Breach {
        CRIME,
        COURT,
        RECALL
    }

    /// Whether an order of this kind lasts no longer than it may. One from Monday to Wednesday may be of 48
    /// hours.
    boolean admitsEnd(LocalDate starts, @Nullable LocalDate ends) {
        Integer most = mostHours != null ? Integer.valueOf(mostHours / HOURS_A_DAY) : mostDays;
        return most == null || (ends != null && ChronoUnit.DAYS.between(starts, ends) <= most);
    }

    /// Whether it lasts as long as it must; until further order is long enough.
    boolean isLongEnough(LocalDate starts, @Nullable LocalDate ends) {
        return leastDays == null || ends == null || ChronoUnit.DAYS.between(starts, ends) + 1 >= leastDays;
    }
}
