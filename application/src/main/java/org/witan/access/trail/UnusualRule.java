package org.witan.access.trail;

import java.util.List;
import java.util.UUID;

/// Named sentences about what is unusual. Each gives the rows that it is about: the same day always gives the same
/// answer, and what a rule counts is what its words on the page say.
///
/// Unusual is not wrong. Somebody looks at it and says what it was.
public enum UnusualRule {
    /// Opened many more records than on their own usual day, and than others in the same role that day.
    VOLUME {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            boolean many = day.opened() >= limits.volumeLeast()
                    && day.opened() > limits.volumeTimes() * day.usual()
                    && day.opened() > limits.volumeTimes() * day.peers();
            return many ? day.opening() : List.of();
        }
    },
    /// Worked at an hour outside work in which they do not often work.
    HOURS {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            return day.outsideHours();
        }
    },
    /// Searched for their own family name.
    OWN_NAME {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            return day.ownName();
        }
    },
    /// Searched for the postcode of their own home.
    OWN_POSTCODE {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            return day.ownPostcode();
        }
    },
    /// Opened a record that was not assigned to them and in which their agency took no part at that time.
    NO_TASK {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            return day.noTask();
        }
    },
    /// Was turned away again and again, as happens to somebody who tries out references.
    TURNED_AWAY {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            return day.turnedAway().size() >= limits.turnedAwayLeast() ? day.turnedAway() : List.of();
        }
    },
    /// Broke the glass.
    GLASS {
        @Override
        List<UUID> rows(DayOfAccess day, Limits limits) {
            return day.glass();
        }
    };

    /// The rows that make a day unusual by this rule; none when it is not.
    abstract List<UUID> rows(DayOfAccess day, Limits limits);

    /// What the rule counts on a day.
    int counted(DayOfAccess day, Limits limits) {
        return this == VOLUME ? day.opened() : rows(day, limits).size();
    }

    /// The settings that the rules ask.
    ///
    /// @param volumeLeast fewer records in a day are never many
    /// @param volumeTimes so many times the usual is many
    /// @param turnedAwayLeast fewer refusals are slips
    record Limits(int volumeLeast, int volumeTimes, int turnedAwayLeast) {}
}
