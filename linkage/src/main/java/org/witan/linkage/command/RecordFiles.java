package org.witan.linkage.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.suggestion.Suggesting;

/// Reads records from CSV files. Of two files, the columns that both have are used.
///
/// @param id the column that numbers the records, if somebody said so
record RecordFiles(List<Path> files, @Nullable String id) {

    Records read() {
        List<String> columns = new ArrayList<>(header(files.getFirst()));
        for (Path file : files) {
            columns.retainAll(header(file));
        }
        if (columns.isEmpty()) {
            throw new UnusableRecords("The files have no column name in common; name the columns alike in both.");
        }
        if (id != null && !columns.contains(id)) {
            throw new UnusableRecords(
                    "There is no column \"%s\" for --id; there are %s.".formatted(id, String.join(", ", columns)));
        }
        var records = new Records(columns);
        for (int source = 0; source < files.size(); source++) {
            add(records, columns, source);
        }
        return numbered(records);
    }

    private static List<String> header(Path file) {
        try (var csv = open(file)) {
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new UnusableRecords("%s is empty.".formatted(file.getFileName()));
            }
            return header(rows.next());
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw LinkCommand.unreadable(file, e);
        }
    }

    private static List<String> header(CsvRecord row) {
        return row.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
    }

    private void add(Records records, List<String> columns, int source) {
        Path file = files.get(source);
        try (var csv = open(file)) {
            Iterator<CsvRecord> rows = csv.iterator();
            List<String> header = header(rows.next());
            int[] places = columns.stream().mapToInt(header::indexOf).toArray();
            String[] values = new String[places.length];
            int idAt = id == null ? -1 : columns.indexOf(id);
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                for (int at = 0; at < places.length; at++) {
                    values[at] = places[at] < row.getFieldCount()
                            ? row.getField(places[at]).strip()
                            : "";
                }
                records.add(idAt < 0 ? "" : values[idAt], source, values);
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw LinkCommand.unreadable(file, e);
        }
    }

    /// Where nobody named the ids, a column that seems to hold them, or else the number of the row.
    private Records numbered(Records records) {
        if (id == null) {
            String found = Suggesting.findId(records);
            for (int row = 0; row < records.size(); row++) {
                String own = found == null ? null : records.column(found).at(row);
                records.rename(row, own == null ? Integer.toString(row + 1) : own);
            }
        }
        Integer twice = records.findDuplicateId();
        if (twice != null) {
            throw new UnusableRecords(
                    "Two records of one file have the same id (the second is record %,d); each needs its own."
                            .formatted(twice + 1));
        }
        return records;
    }

    private static CsvReader<CsvRecord> open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return CsvReader.builder()
                .ofCsvRecord(new MixedEncoding(packed ? new GZIPInputStream(stream, 1 << 16) : stream));
    }
}
