package org.witan.voices;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.witan.voices.Told.Age;
import org.witan.voices.Told.Band;
import org.witan.voices.Told.OnDays;
import org.witan.voices.Told.Sex;
import org.witan.voices.Told.Topic;

/// What the group may know of what was told: places that enough people named, and what is left counted into something
/// larger.
///
/// @param from the first day of the window; whole months, so that two windows differ by months and never by a day
/// @param whole how many reports were accepted; 0 also when they are too few to tell
/// @param few whether there are some, but too few to tell
/// @param elsewhere reports of areas that are not shown
/// @param ages of all reports that said one; empty when too few did
public record Heard(
        LocalDate from,
        long whole,
        boolean few,
        List<HeardArea> areas,
        long elsewhere,
        FewHidden<Age> ages,
        FewHidden<Sex> sexes) {

    public Heard {
        areas = List.copyOf(areas);
    }

    /// A village, town or ward.
    ///
    /// @param rest reports of its places that are not shown
    public record HeardArea(String name, long number, List<HeardPlace> places, long rest) {
        public HeardArea {
            places = List.copyOf(places);
        }
    }

    /// A place that enough people named.
    ///
    /// @param times by days and time of the day
    /// @param topics those that enough people named; a report may name several
    /// @param words what the analyst left of their words, in no order
    public record HeardPlace(
            Place place, long number, FewHidden<When> times, SequencedMap<Topic, Long> topics, List<String> words) {
        public HeardPlace {
            words = List.copyOf(words);
        }
    }

    /// Days and a time of the day.
    public record When(OnDays days, Band band) implements Comparable<When> {
        private static final Comparator<When> ORDER =
                Comparator.comparing(When::days).thenComparing(When::band);

        @Override
        public int compareTo(When other) {
            return ORDER.compare(this, other);
        }
    }
}
