package org.witan.people;

import java.time.LocalDate;
import java.util.List;

/// How often something happened between two persons within a window of months, as far as whoever looks may see.
///
/// @param events within the window, newest first
/// @param from the first day of the window
/// @param until the day of the newest event, or today
/// @param least how many events are an escalation
/// @param months how long the window is
public record Escalation(List<Concern> events, LocalDate from, LocalDate until, int least, int months) {

    public boolean isReached() {
        return events.size() >= least;
    }
}
