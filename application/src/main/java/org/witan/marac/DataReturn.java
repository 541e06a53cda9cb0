package org.witan.marac;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The data return: one row for each meeting between two days, in their order, and all of them together.
///
/// @param from the first day, that day included
/// @param until the last day, that day included
/// @param digest SHA-256 over meeting and case of all that is counted, in the order of their ids; empty when nothing is
public record DataReturn(LocalDate from, LocalDate until, List<Row> rows, String digest) {
    /// A row of fewer cases does not leave the partnership: somebody knows who they are.
    public static final int FEWEST = 5;

    public DataReturn {
        rows = List.copyOf(rows);
    }

    /// The same of some of its meetings only.
    DataReturn of(Set<UUID> meetings) {
        return new DataReturn(
                from,
                until,
                rows.stream().filter(row -> meetings.contains(row.meeting())).toList(),
                digest);
    }

    /// All that was heard between these days.
    public Counts all() {
        return Counts.of(rows);
    }

    /// Its calendar quarters in which a meeting heard a case, in their order.
    public List<QuarterOf> quarters() {
        return rows.stream().collect(Collectors.groupingBy(row -> Quarter.of(row.day()))).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new QuarterOf(one.getKey(), Counts.of(one.getValue())))
                .toList();
    }

    /// How many boards met.
    public int boards() {
        return (int) rows.stream().map(Row::boardId).distinct().count();
    }

    /// The meetings that stand in what leaves the partnership.
    public List<Row> leaving() {
        return rows.stream().filter(Row::leaves).toList();
    }

    /// What all other meetings of a quarter heard.
    Counts others(Quarter quarter) {
        return Counts.of(rows.stream()
                .filter(row -> !row.leaves() && Quarter.of(row.day()).equals(quarter))
                .toList());
    }

    /// One meeting.
    ///
    /// @param coreOnly whether only the core agencies of the board were called
    public record Row(UUID meeting, UUID boardId, String board, LocalDate day, boolean coreOnly, Counts counts) {
        /// Whether it stands in what leaves the partnership. That an emergency meeting was held does not, whatever it
        /// heard.
        public boolean leaves() {
            return !coreOnly && counts.number(ReturnCell.CASES) >= FEWEST;
        }
    }

    /// One calendar quarter, or the part of it that lies in the return.
    public record QuarterOf(Quarter quarter, Counts counts) {}

    /// A number, and how much is not known.
    public record Count(int number, int unknown) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(number + other.number, unknown + other.unknown);
        }
    }

    /// All that is counted of some cases.
    public record Counts(Map<ReturnCell, Count> all) {

        public Counts {
            all = Map.copyOf(all);
        }

        static Counts of(Function<ReturnCell, Count> counting) {
            var counts = new EnumMap<ReturnCell, Count>(ReturnCell.class);
            for (ReturnCell cell : ReturnCell.values()) {
                counts.put(cell, counting.apply(cell));
            }
            return new Counts(counts);
        }

        private static Counts of(Collection<Row> rows) {
            return of(cell -> rows.stream().map(row -> row.counts().of(cell)).reduce(Count.NONE, Count::plus));
        }

        public Count of(ReturnCell cell) {
            return all.getOrDefault(cell, Count.NONE);
        }

        /// The number alone.
        public int number(ReturnCell cell) {
            return of(cell).number();
        }
    }
}
