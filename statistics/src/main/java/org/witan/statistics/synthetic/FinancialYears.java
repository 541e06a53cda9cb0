package org.witan.statistics.synthetic;

import java.time.LocalDate;

/// The financial years, April to March, that the invented crimes are recorded in; each is named by the calendar
/// year it begins in.
final class FinancialYears {
    static final int FIRST = 2017;
    static final int LAST = 2023;

    /// Forces publish with the LSOA codes of 2021 from about here on.
    static final LocalDate LSOAS_OF_2021_FROM = LocalDate.of(2023, 1, 1);

    /// The day the extract was taken: nothing happens after it.
    static final LocalDate EXTRACTED_ON = LocalDate.of(2024, 9, 30);

    private FinancialYears() {}

    /// As people write it: `2021-22`.
    static String name(int year) {
        return year + "-" + Integer.toString(year + 1).substring(2);
    }

    static LocalDate firstDay(int year) {
        return LocalDate.of(year, 4, 1);
    }

    /// How much is recorded on each day of the year against an average day: more at the beginning of a week and in
    /// summer, little in the first lockdown. Assumed.
    static double[] weightsOfDays(int year) {
        return firstDay(year)
                .datesUntil(firstDay(year + 1))
                .mapToDouble(FinancialYears::weightOf)
                .toArray();
    }

    private static double weightOf(LocalDate day) {
        double week = switch (day.getDayOfWeek()) {
            case MONDAY -> 1.12;
            case TUESDAY, WEDNESDAY -> 1.05;
            case THURSDAY, FRIDAY -> 1.02;
            case SATURDAY -> 0.87;
            case SUNDAY -> 0.87;
        };
        double season = switch (day.getMonth()) {
            case JUNE, JULY, AUGUST -> 1.06;
            case MAY, SEPTEMBER, OCTOBER -> 1.02;
            case MARCH, APRIL, NOVEMBER -> 0.98;
            case DECEMBER, JANUARY, FEBRUARY -> 0.94;
        };
        boolean lockdown = !day.isBefore(LocalDate.of(2020, 3, 23)) && day.isBefore(LocalDate.of(2020, 6, 1));
        return week * season * (lockdown ? 0.78 : 1);
    }
}
