package org.witan.marac;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What agencies fail to do, for the steering group: numbers by agency, no person and no case.
///
/// @param from since when is counted what is counted over time
/// @param times from so many of one kind on it is persistent
/// @param shipped what holds until the partnership sets it
/// @param agencies each, by name
public record Failures(LocalDate from, LocalDate today, int times, int shipped, List<OfAgency> agencies) {

    public Failures {
        agencies = List.copyOf(agencies);
    }

    /// In what an agency can fail.
    public enum Kind {
        /// Actions that are open and past their day.
        OVERDUE,
        /// Actions that are open and were asked for twice or more.
        CHASED_TWICE,
        /// How often an action was found not done.
        NOT_DONE,
        /// Cases about which it gave no answer to a meeting.
        NOT_ANSWERED,
        /// Meetings with nobody there for it.
        NOBODY_CAME
    }

    /// One agency.
    ///
    /// @param numbers by kind; what is not there is none
    public record OfAgency(UUID agency, String name, Map<Kind, Integer> numbers) {

        public OfAgency {
            numbers = Map.copyOf(numbers);
        }

        /// How often it failed in one way.
        public int number(Kind kind) {
            return numbers.getOrDefault(kind, 0);
        }

        /// One number of each kind, in their order.
        public List<Integer> inOrder() {
            return Arrays.stream(Kind.values()).map(this::number).toList();
        }

        /// Whether it failed in one way so often.
        public boolean persists(int times) {
            return numbers.values().stream().anyMatch(number -> number >= times);
        }
    }

    /// Agencies that fail persistently.
    public List<OfAgency> persistent() {
        return agencies.stream().filter(one -> one.persists(times)).toList();
    }

    @Override
    public String toString() {
        return "failures of " + agencies.size() + " agencies";
    }
}
