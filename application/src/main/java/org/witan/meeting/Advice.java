package org.witan.meeting;

import java.time.LocalDate;
import java.util.List;

/// What would make an action easier to do and to follow up. Said to whoever writes it, and never a wall.
public sealed interface Advice {

    /// Nobody is to do it.
    record NoOwner() implements Advice {}

    /// It has no date.
    record NoDate() implements Advice {}

    /// It asks for several things: each would better be an action of its own.
    ///
    /// @param verbs what it asks for
    record SeveralThings(List<String> verbs) implements Advice {}

    /// It is due only after the meeting that will ask for it.
    ///
    /// @param meeting the day of that meeting
    record AfterTheMeeting(LocalDate meeting) implements Advice {}

    /// It is due on a day that is over.
    record InThePast() implements Advice {}

    /// It may tell the alleged perpetrator that people meet about them, or who spoke.
    ///
    /// @param words what may tell
    record TellsOfTheMarac(List<String> words) implements Advice {}
}
