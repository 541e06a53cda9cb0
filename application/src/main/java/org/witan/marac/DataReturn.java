package org.witan.marac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The data return: one row for each meeting between two days, and all of them together. Each number is a list of
/// cases.
///
/// @param from the first day, that day included
/// @param until the last day, that day included
public record DataReturn(LocalDate from, LocalDate until, List<Row> rows) {

    /// Counts the cases that were heard.
    static DataReturn of(LocalDate from, LocalDate until, Collection<HeardCase> cases) {
        var rows = new LinkedHashMap<UUID, List<HeardCase>>();
        cases.stream()
                .sorted(Comparator.comparing(HeardCase::day).thenComparing(HeardCase::reference))
                .forEach(one -> rows.merge(one.meeting(), List.of(one), DataReturn::and));
        return new DataReturn(
                from,
                until,
                rows.values().stream()
                        .map(heard -> new Row(
                                heard.getFirst().meeting(),
                                heard.getFirst().board(),
                                heard.getFirst().day(),
                                heard))
                        .toList());
    }

    /// The same of some of its meetings only.
    DataReturn of(Set<UUID> meetings) {
        return new DataReturn(
                from,
                until,
                rows.stream().filter(row -> meetings.contains(row.meeting())).toList());
    }

    /// All that was heard between these days.
    public List<HeardCase> all() {
        return rows.stream().flatMap(row -> row.cases().stream()).toList();
    }

    private static List<HeardCase> and(List<HeardCase> some, List<HeardCase> more) {
        var both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    /// One meeting.
    public record Row(UUID meeting, String board, LocalDate day, List<HeardCase> cases) {}

    /// A number, and how much is not known.
    public record Count(int number, int unknown) {

        /// Counts one thing in some cases.
        public static Count of(ReturnCell cell, List<HeardCase> cases) {
            return new Count(
                    cases.stream().mapToInt(cell::of).sum(),
                    cases.stream().mapToInt(cell::unknown).sum());
        }
    }
}
