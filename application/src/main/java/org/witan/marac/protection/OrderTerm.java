package org.witan.marac.protection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an order says from a time on.
///
/// @param version counts from one
/// @param what happened to it
/// @param endedOn the day on which it was over; null while nobody said so
/// @param reason why it was put right or ended; empty where none is asked for
/// @param by the name of whoever wrote it, where whoever looks may know it
public record OrderTerm(
        int version,
        OrderStep what,
        OrderTerms terms,
        @Nullable LocalDate endedOn,
        String reason,
        String agency,
        Instant at,
        @Nullable String by) {

    /// Whether somebody said that it is over.
    public boolean isOver() {
        return what.ends();
    }

    /// Whether it binds on a day, as far as is known.
    public boolean isInForce(LocalDate day) {
        LocalDate ends = terms.endsOn();
        return !isOver() && !terms.startsOn().isAfter(day) && (ends == null || !ends.isBefore(day));
    }

    /// Whether its last day lies between a day and so many days later.
    public boolean endsWithin(LocalDate day, int days) {
        LocalDate ends = terms.endsOn();
        return !isOver() && ends != null && !ends.isBefore(day) && !ends.isAfter(day.plusDays(days));
    }

    /// Whether its last day is over, and nobody said whether it was renewed.
    public boolean ranOut(LocalDate day) {
        LocalDate ends = terms.endsOn();
        return !isOver() && ends != null && ends.isBefore(day);
    }

    /// Whether it takes effect when it is served, and nobody wrote down that it was by a day.
    public boolean isUnserved(LocalDate day) {
        LocalDate served = terms.servedOn();
        return terms.type().whenServed() && (served == null || served.isAfter(day));
    }

    @Override
    public String toString() {
        return "a term of an order";
    }
}
