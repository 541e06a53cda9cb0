package org.witan.statistics.comparison;

import java.time.LocalDate;
import java.time.YearMonth;

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

    public LocalDate from() {
        return first.atDay(1);
    }

    public LocalDate to() {
        return last.atEndOfMonth();
    }
}
