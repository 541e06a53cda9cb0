package org.witan.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The bank holidays of England and Wales, by the rule of the Banking and Financial Dealings Act 1971 and the days that
/// were proclaimed since 2020.
///
/// What is proclaimed for a year before 2020, or one day will be, is not here: a partnership adds it.
public final class EnglishBankHolidays {
    private static final int LAST_SHIFTED_SUNDAY = 2;

    private EnglishBankHolidays() {}

    /// The bank holidays of a year with their names, substitutes for those that fall on a weekend among them.
    public static SortedMap<LocalDate, String> of(int year) {
        var all = new TreeMap<LocalDate, String>();
        LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
        all.put(nextWeekday(newYear), name("New Year's Day", newYear));
        LocalDate easter = easter(year);
        all.put(easter.minusDays(2), "Good Friday");
        all.put(easter.plusDays(1), "Easter Monday");
        all.put(earlyMay(year), "Early May bank holiday");
        all.put(spring(year), "Spring bank holiday");
        all.put(
                LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                "Summer bank holiday");
        christmas(year, all);
        proclaimed(year, all);
        return Collections.unmodifiableSortedMap(all);
    }

    private static LocalDate nextWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static String name(String name, LocalDate day) {
        return nextWeekday(day).equals(day) ? name : name + " (substitute day)";
    }

    /// Christmas on a Sunday is made up for on the Tuesday, because the Monday is Boxing Day.
    private static void christmas(int year, SortedMap<LocalDate, String> all) {
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        LocalDate boxing = christmas.plusDays(1);
        boolean onSunday = christmas.getDayOfWeek() == DayOfWeek.SUNDAY;
        all.put(
                onSunday ? christmas.plusDays(LAST_SHIFTED_SUNDAY) : nextWeekday(christmas),
                name("Christmas Day", christmas));
        boolean christmasOnSaturday = christmas.getDayOfWeek() == DayOfWeek.SATURDAY;
        all.put(
                christmasOnSaturday ? boxing.plusDays(LAST_SHIFTED_SUNDAY) : nextWeekday(boxing),
                name("Boxing Day", boxing));
    }

    private static LocalDate earlyMay(int year) {
        return year == 2020
                ? LocalDate.of(2020, Month.MAY, 8)
                : LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private static LocalDate spring(int year) {
        return year == 2022
                ? LocalDate.of(2022, Month.JUNE, 2)
                : LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    private static void proclaimed(int year, SortedMap<LocalDate, String> all) {
        if (year == 2022) {
            all.put(LocalDate.of(2022, Month.JUNE, 3), "Platinum Jubilee bank holiday");
            all.put(LocalDate.of(2022, Month.SEPTEMBER, 19), "State Funeral of Queen Elizabeth II");
        }
        if (year == 2023) {
            all.put(LocalDate.of(2023, Month.MAY, 8), "Coronation of King Charles III");
        }
    }

    /// Easter Sunday in the Gregorian calendar: the anonymous computus of 1876.
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int leaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
        int moon = (19 * golden + leaps + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
        int correction = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
