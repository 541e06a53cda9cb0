package org.witan.site.file;

import java.util.ArrayList;
import java.util.List;
import org.witan.site.Table;

/// The rows of a file, as they are written in every format.
///
/// @param name of the sheet inside the file
/// @param rows each a list of cells; rows differ in length
public record Sheet(String name, List<List<Cell>> rows) {

    /// What stands in a cell.
    public sealed interface Cell {
        /// Words, which no program may take for a formula.
        record Words(String text) implements Cell {}

        /// A number, unrounded, so that a reader can compute with it.
        record Amount(double value) implements Cell {}
    }

    public static Cell words(String text) {
        return new Cell.Words(text);
    }

    public static Cell number(double value) {
        return new Cell.Amount(value);
    }

    /// A row of words only.
    public static List<Cell> line(String... texts) {
        var cells = new ArrayList<Cell>();
        for (String text : texts) {
            cells.add(words(text));
        }
        return List.copyOf(cells);
    }

    /// A table of a page as rows: its headings, and what stands below them. Its caption is left to whoever writes the
    /// file.
    public static List<List<Cell>> table(Table table) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(line(table.headings().toArray(String[]::new)));
        table.rows().forEach(row -> rows.add(line(row.toArray(String[]::new))));
        return List.copyOf(rows);
    }

    int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }
}
