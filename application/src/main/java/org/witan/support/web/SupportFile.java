package org.witan.support.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;

/// A list of support as a file that a spreadsheet opens: marked RESTRICTED, with what its reader must know above. Its
/// name tells nothing, and none of them names a person who is supported.
@Component
class SupportFile {
    private final Wording words;
    private final Days days;

    SupportFile(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// A file.
    ///
    /// @param name of the file, without its ending
    /// @param key under which its marking, its caveats and its columns have their words
    ResponseEntity<byte[]> of(String name, String key, List<String> columns, List<List<Sheet.Cell>> lines) {
        return of(name, key, List.of(), columns, lines);
    }

    /// The same with what it is about.
    ///
    /// @param about lines below the marking, without the name of anybody
    ResponseEntity<byte[]> of(
            String name, String key, List<String> about, List<String> columns, List<List<Sheet.Cell>> lines) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the(key + ".marking")));
        rows.add(Sheet.line(words.the(key + ".caveats")));
        rows.add(Sheet.line(words.the("support.file.made", Days.words(days.today()))));
        about.forEach(line -> rows.add(Sheet.line(line)));
        rows.add(columns.stream()
                .map(column -> Sheet.words(words.the(key + "." + column)))
                .toList());
        rows.addAll(lines);
        return Format.CSV.attached(name, new Sheet(words.the("support.menu"), List.copyOf(rows)));
    }
}
