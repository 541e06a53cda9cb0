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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.suggestion.Suggesting;

/// Reads records from CSV files. Of two files, the columns that both have are used.
///
/// @param id the column that numbers the records, if somebody said so
record RecordFiles(List<Path> files, @Nullable String id) {

    private static final int AT_ONCE = 8_192;

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

    /// One thread reads, another sorts what was read into columns.
    private void add(Records records, List<String> columns, int source) {
        Path file = files.get(source);
        try (var csv = open(file);
                var adding = Executors.newSingleThreadExecutor()) {
            Iterator<CsvRecord> rows = csv.iterator();
            List<String> header = header(rows.next());
            int[] places = columns.stream().mapToInt(header::indexOf).toArray();
            Future<?> before = CompletableFuture.completedFuture(null);
            while (rows.hasNext()) {
                String[][] values = new String[places.length][AT_ONCE];
                int many = fill(values, rows, places);
                before.get();
                before = adding.submit(() -> records.addAll(source, many, values));
            }
            before.get();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw LinkCommand.unreadable(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LinkCommand.unreadable(file, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int fill(String[][] values, Iterator<CsvRecord> rows, int[] places) {
        int many = 0;
        while (many < AT_ONCE && rows.hasNext()) {
            CsvRecord row = rows.next();
            for (int at = 0; at < places.length; at++) {
                boolean isThere = places[at] < row.getFieldCount();
                values[at][many] = isThere ? row.getField(places[at]).strip() : "";
            }
            many++;
        }
        return many;
    }

    /// Where nobody named the ids, a column that seems to hold them, or else the number of the row.
    private Records numbered(Records records) {
        String named = id == null ? Suggesting.findId(records) : id;
        for (int row = 0; row < records.size(); row++) {
            String own = named == null ? null : records.column(named).at(row);
            String without = id == null ? Integer.toString(row + 1) : "";
            records.rename(row, own == null ? without : own);
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
