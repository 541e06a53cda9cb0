package org.witan.marac.oldlist;

import java.util.List;

/// A list as it was read: its headings, and its rows below them. Every cell is text as it stood there; a day is
/// 1988-05-04.
///
/// @param leftOut how many sheets or tables have other headings and were not read
public record ListTable(Kind kind, List<String> headings, List<Row> rows, int leftOut) {
    public ListTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return "a list of " + rows.size() + " rows";
    }

    /// What a list was.
    public enum Kind {
        XLSX,
        DOCX,
        CSV
    }

    /// A row of a list.
    ///
    /// @param sheet on which it stands, from 1
    /// @param number of the row as the program that made the list counts it, from 1
    public record Row(int sheet, int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// Whether nothing is written in it.
        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return "row " + number;
        }
    }
}
