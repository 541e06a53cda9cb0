package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The cases behind a number of the return, a page of them.
///
/// @param cases those of the page: first what is counted, then what is not known, each by day
/// @param counted in how many cases something is counted
/// @param unknown in how many others something is not known
public record CountedCases(List<Case> cases, int counted, int unknown) {
    /// How many cases a page holds.
    public static final int ON_A_PAGE = 50;

    public CountedCases {
        cases = List.copyOf(cases);
    }

    /// How many pages there are.
    public int pages() {
        return Math.max(1, (counted + unknown + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /// A case that a meeting heard.
    ///
    /// @param number how much it adds to the number
    /// @param unknown how much of it is not known
    public record Case(UUID referral, String reference, String board, LocalDate day, int number, int unknown) {}

    /// Which cases.
    ///
    /// @param from the first day, that day included
    /// @param until the last day, that day included
    public record Behind(ReturnCell cell, LocalDate from, LocalDate until) {}
}
