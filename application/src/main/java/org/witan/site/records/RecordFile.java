package org.witan.site.records;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.site.Wording;

/// The list of records as a file that a spreadsheet opens, with what its reader must know above it.
@Component
class RecordFile {
    private final Wording words;
    private final Clock clock;

    RecordFile(Wording words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    String of(List<RegisteredRecord> records, Viewer viewer) {
        var caveats = Stream.of(
                row(words.the("records.file.made", Times.time(clock.instant()))),
                row(words.the("records.file.viewer", viewer.role(), viewer.purpose())),
                row(words.the("records.file.part")),
                row(words.the("records.file.care")),
                row(words.the("records.file.trail")),
                "",
                row(words.the("records.reference"), words.the("records.kind"), words.the("records.registered")));
        var rows = records.stream()
                .map(record -> row(
                        record.reference(),
                        words.the("records.kind." + record.kind()),
                        Times.day(record.registeredAt())));
        // Spreadsheet programs take a file without the mark for their own code page.
        return "\uFEFF" + Stream.concat(caveats, rows).map(row -> row + "\r\n").collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(RecordFile::cell).collect(Collectors.joining(","));
    }

    /// A text that starts like a formula would be run by the program that opens the file.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
