package org.witan.statistics.place;

import java.util.Comparator;

/// Something that happened somewhere at some time.
///
/// @param time a whole number of days or of months since any first one; nobody here asks which
public record Event(Point point, int time) {
    /// By place, then time: what is reckoned must not hang on the order in which a file was written.
    static final Comparator<Event> ANY_FIXED_ORDER =
            Comparator.comparing(Event::point).thenComparingInt(Event::time);
}
