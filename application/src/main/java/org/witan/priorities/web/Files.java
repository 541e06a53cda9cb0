package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;

/// Lists of the group as files: first the marking, the day and what the reader must know, then the rows.
@Component
class Files {
    private final Wording words;
    private final Days days;

    Files(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// Lines that begin a file; rows are added behind them.
    ///
    /// @param caveats what the reader must know, each in a line
    List<List<Sheet.Cell>> begun(List<String> caveats) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("priorities.file.marking")));
        rows.add(Sheet.line(words.the("priorities.file.made", Days.words(days.today()))));
        caveats.forEach(caveat -> rows.add(Sheet.line(caveat)));
        return rows;
    }

    /// The answer that is such a file.
    ///
    /// @param name of the file, which never holds a word that somebody typed
    static ResponseEntity<byte[]> csv(String name, List<List<Sheet.Cell>> rows) {
        return Format.CSV.attached(name, new Sheet(name, rows));
    }
}
