package org.witan.marac;

import java.time.LocalDate;

/// A calendar quarter, as the return is submitted.
///
/// @param number 1 for January to March
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final int MONTHS = 3;

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    public LocalDate first() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /// Its last day, that day included.
    public LocalDate last() {
        return first().plusMonths(MONTHS).minusDays(1);
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }
}
