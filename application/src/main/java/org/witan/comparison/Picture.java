package org.witan.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture with the table that says the same.
///
/// @param id unique on the page
/// @param svg the drawing, already escaped; empty when a table alone serves better
/// @param table null when the table of the picture before says the same
/// @param notes what the marks in the picture stand for
record Picture(
        String id,
        String heading,
        String svg,
        List<String> notes,
        @Nullable TableView table) {

    /// A table that becomes a list of cards on a narrow screen. The first column names the row.
    record TableView(String caption, List<String> headings, List<List<String>> rows) {}
}
