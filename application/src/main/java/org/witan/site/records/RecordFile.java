package org.witan.site.records;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.site.SheetRow;
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
                SheetRow.of(words.the("records.file.made", Times.time(clock.instant()))),
                SheetRow.of(words.the("records.file.viewer", viewer.role(), viewer.purpose())),
                SheetRow.of(words.the("records.file.part")),
                SheetRow.of(words.the("records.file.care")),
                SheetRow.of(words.the("records.file.trail")),
                "",
                SheetRow.of(
                        words.the("records.reference"), words.the("records.kind"), words.the("records.registered")));
        var rows = records.stream()
                .map(record -> SheetRow.of(
                        record.reference(),
                        words.the("records.kind." + record.kind()),
                        Times.day(record.registeredAt())));
        return SheetRow.MARK
                + Stream.concat(caveats, rows).map(row -> row + SheetRow.END).collect(Collectors.joining());
    }
}
