package org.witan.statistics.comparison;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A span of whole months, as a reader names it.
///
/// @param kind how it was named
/// @param first the first month
/// @param last the last month, included
public record Period(Kind kind, YearMonth first, YearMonth last) {

    /// The kinds of period that may be compared.
    public enum Kind {
        MONTH,
        QUARTER,
        FINANCIAL_YEAR,
        YEAR_TO_DATE,
        ROLLING_12_MONTHS
    }

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    /// Reads a period as people write it: `2021-22` or `2021/22` (financial year), `2021-22-Q1` (quarter),
    /// `2021-09` or
    /// `2021-M09` (month), `ytd:2021-09` (April to that month), `12m:2022-03` (the twelve months that end
    /// with it).
    /// `2011-12` is the financial year; December 2011 is `2011-M12`.
    ///
    /// @throws org.witan.statistics.BadInput when it is none of these
    public static Period parse(String text) {
        return PeriodNotation.read(text);
    }

    public static Period financialYear(int startYear) {
        var april = YearMonth.of(startYear, 4);
        return new Period(Kind.FINANCIAL_YEAR, april, april.plusMonths(11));
    }

    /// A quarter of a financial year.
    ///
    /// @param quarter 1 (April to June) to 4 (January to March)
    public static Period quarter(int startYear, int quarter) {
        var start = YearMonth.of(startYear, 4).plusMonths(3L * (quarter - 1));
        return new Period(Kind.QUARTER, start, start.plusMonths(2));
    }

    public static Period month(YearMonth month) {
        return new Period(Kind.MONTH, month, month);
    }

    public static Period yearToDate(YearMonth last) {
        int start = last.getMonthValue() < 4 ? last.getYear() - 1 : last.getYear();
        return new Period(Kind.YEAR_TO_DATE, YearMonth.of(start, 4), last);
    }

    public static Period rolling12Months(YearMonth last) {
        return new Period(Kind.ROLLING_12_MONTHS, last.minusMonths(11), last);
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    public LocalDate to() {
        return last.atEndOfMonth();
    }

    /// The same period some years before.
    public Period yearsBefore(int years) {
        return new Period(kind, first.minusYears(years), last.minusYears(years));
    }

    public List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    public int days() {
        return Math.toIntExact(to().toEpochDay() - from().toEpochDay() + 1);
    }

    /// Counts that are published by quarter can only answer for whole quarters.
    public boolean isWholeQuarters() {
        return first.getMonthValue() % 3 == 1 && last.getMonthValue() % 3 == 0;
    }

    boolean overlaps(Period other) {
        return !last.isBefore(other.first) && !other.last.isBefore(first);
    }

    /// The year that holds the middle of the period: the one whose mid-year population fits.
    int middleYear() {
        return first.plusMonths(months().size() / 2).getYear();
    }

    /// The period as [#parse] reads it.
    public String notation() {
        return switch (kind) {
            case MONTH -> "%d-M%02d".formatted(first.getYear(), first.getMonthValue());
            case QUARTER -> PeriodNotation.financialYear(first) + "-Q" + quarterOfYear();
            case FINANCIAL_YEAR -> PeriodNotation.financialYear(first);
            case YEAR_TO_DATE -> "ytd:" + last;
            case ROLLING_12_MONTHS -> "12m:" + last;
        };
    }

    /// The period as a person says it.
    public String label() {
        return switch (kind) {
            case MONTH -> name(first);
            case QUARTER, YEAR_TO_DATE -> first.equals(last) ? name(first) : name(first) + " to " + name(last);
            case FINANCIAL_YEAR -> PeriodNotation.financialYear(first);
            case ROLLING_12_MONTHS -> "the 12 months to " + name(last);
        };
    }

    static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + month.getYear();
    }

    private int quarterOfYear() {
        return (first.getMonthValue() + 8) % 12 / 3 + 1;
    }
}
