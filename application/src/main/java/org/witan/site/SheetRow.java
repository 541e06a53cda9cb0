package org.witan.site;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of a file that a spreadsheet program opens (RFC 4180, UTF-8).
public final class SheetRow {
    /// Stands before the first row: spreadsheet programs take a file without it for one in their own code page.
    public static final String MARK = "\uFEFF";

    /// Ends each row.
    public static final String END = "\r\n";

    private SheetRow() {}

    /// One row, without its end.
    public static String of(String... cells) {
        return of(Stream.of(cells));
    }

    /// One row, without its end.
    public static String of(Stream<String> cells) {
        return cells.map(SheetRow::cell).collect(Collectors.joining(","));
    }

    /// One cell. A text that starts like a formula would be run by the program that opens the file.
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
