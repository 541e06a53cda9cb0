package org.witan.statistics.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What a snapshot holds, by table, reporting body and month or quarter: the difference between zero and missing.
public record Coverage(List<Span> spans) {

    /// Rows of one reporting body in one month (records, street) or quarter (counted).
    ///
    /// @param body the force's code, or the partnership's in a table by partnership
    /// @param from the first day of the month or quarter
    /// @param rows the rows held; for [Table#COUNTED] the cells
    /// @param withoutDistrict rows of [Table#CRIME] or [Table#STREET] that no district could be found for
    /// @param vintage2011 rows whose published area code exists in the 2011 vintage only
    /// @param complete false where the month is only partly inside the extract
    /// @param unrecorded columns of [Table#CRIME] that not one row of the month fills: nobody asked, so a count by
    /// such a column is missing and not zero
    public record Span(
            Table table,
            String body,
            LocalDate from,
            long rows,
            long withoutDistrict,
            long vintage2011,
            boolean complete,
            Set<String> unrecorded) {

        public Span {
            // A manifest written before this was kept says nothing of it.
            unrecorded = Set.copyOf(Objects.requireNonNullElse(unrecorded, Set.of()));
        }

        public Span(
                Table table,
                String body,
                LocalDate from,
                long rows,
                long withoutDistrict,
                long vintage2011,
                boolean complete) {
            this(table, body, from, rows, withoutDistrict, vintage2011, complete, Set.of());
        }
    }
}
