package org.witan.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/// Working days: Monday to Friday without the bank holidays of England, and without or with the days that a partnership
/// says.
///
/// Deadlines around a meeting are counted in these, so that none is due on a day on which nobody works.
public final class WorkingDays {
    /// More than this in a row is no holiday but a mistake.
    private static final int LONGEST_BREAK = 366;

    private final Map<LocalDate, Boolean> said;

    private WorkingDays(Map<LocalDate, Boolean> said) {
        this.said = Map.copyOf(said);
    }

    /// The working days of England.
    public static WorkingDays ofEngland() {
        return new WorkingDays(Map.of());
    }

    /// The working days of England where somebody said otherwise of some days.
    ///
    /// @param said true for a day on which nobody works, false for one that is ordinary after all
    public static WorkingDays ofEnglandWith(Map<LocalDate, Boolean> said) {
        return new WorkingDays(said);
    }

    /// Whether people work on a day.
    public boolean isWorking(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !said.getOrDefault(
                day, weekend || EnglishBankHolidays.of(day.getYear()).containsKey(day));
    }

    /// The working day that comes so many after a day. None after is the day itself, or the next on which people work.
    ///
    /// @param days not less than 0
    public LocalDate after(LocalDate day, int days) {
        return step(day, days, 1);
    }

    /// The working day that comes so many before a day. None before is the day itself, or the last on which people
    /// worked.
    ///
    /// @param days not less than 0
    public LocalDate before(LocalDate day, int days) {
        return step(day, days, -1);
    }

    /// How many working days it takes from one day to another: those after the first, up to and with the second.
    /// Negative when the second is earlier.
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorking)
                .count();
    }

    private LocalDate step(LocalDate day, int days, int direction) {
        if (days < 0) {
            throw new IllegalArgumentException("Days are counted from 0.");
        }
        LocalDate found = day;
        for (int left = days; left > 0; left--) {
            found = nearest(found.plusDays(direction), direction);
        }
        return nearest(found, direction);
    }

    private LocalDate nearest(LocalDate day, int direction) {
        LocalDate found = day;
        for (int tried = 0; !isWorking(found); tried++) {
            if (tried > LONGEST_BREAK) {
                throw new IllegalStateException("No working day for a year.");
            }
            found = found.plusDays(direction);
        }
        return found;
    }
}
