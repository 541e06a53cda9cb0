package org.witan.site;

import java.util.List;

/// A table as `components/table :: cards` shows it: the first cell of a row names it.
public record Table(String caption, List<String> headings, List<List<String>> rows) {
    public Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
