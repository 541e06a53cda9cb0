package org.witan.marac.invented;

import java.time.LocalDate;

/// What is invented: so many cases, heard by the boards that are there between two days.
///
/// The same span on the same boards and agencies makes the same rows. Two spans of one database bear two numbers.
///
/// @param seed chance begins here
/// @param number tells the rows of this span from those of another
/// @param from the first day on which a board may meet
/// @param until the last such day; nothing that is invented happens after it
/// @param cases how many are heard
/// @param everyDays how many days lie between two meetings of a board
public record Span(long seed, int number, LocalDate from, LocalDate until, int cases, int everyDays) {

    public Span {
        if (number < 1 || cases < 1 || everyDays < 1 || until.isBefore(from)) {
            throw new IllegalArgumentException("A span has days, cases and meetings.");
        }
    }
}
