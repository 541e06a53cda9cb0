package org.witan.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A police extract, line by line, by the names of its columns (docs/extract-schema.md).
final class ExtractFile implements AutoCloseable, Iterator<ExtractFile.Line> {
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "crime_ref", "crime_reference",
            "reference", "crime_reference",
            "crime_number", "crime_reference",
            "ho_code", "offence_code",
            "home_office_code", "offence_code",
            "date_recorded", "recorded_on",
            "recorded_date", "recorded_on",
            "committed_on", "committed_from",
            "date_committed_from", "committed_from",
            "date_committed_to", "committed_to");
    private static final Set<String> PERSONS =
            Set.of("victim_given_name", "victim_surname", "suspect_given_name", "suspect_surname");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private @Nullable CsvRecord waiting;

    /// A line of the file.
    ///
    /// @param fields by the name of the column; null where the line has more or fewer fields than the header
    record Line(long number, @Nullable Map<String, String> fields) {

        @Override
        public String toString() {
            return "line " + number;
        }
    }

    private ExtractFile(CsvReader<CsvRecord> reader) throws IOException {
        this.reader = reader;
        this.records = reader.iterator();
        try {
            this.columns = records.hasNext()
                    ? records.next().getFields().stream()
                            .map(ExtractFile::column)
                            .toList()
                    : List.of();
        } catch (RuntimeException broken) {
            throw new IOException("The file is no CSV in UTF-8.", broken);
        }
        if (!columns.contains("crime_reference")) {
            throw new IOException("The file is no police extract: it has no column crime_reference.");
        }
        if (columns.stream().noneMatch(PERSONS::contains)) {
            throw new IOException("The file has no columns about persons, so there is nothing to load.");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IOException("The file has a column twice.");
        }
    }

    static ExtractFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new ExtractFile(CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file, StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasNext() {
        try {
            if (waiting == null && records.hasNext()) {
                waiting = records.next();
            }
        } catch (CsvParseException | java.io.UncheckedIOException broken) {
            throw new IllegalStateException(
                    "The file cannot be read to its end. Mend it and load it again: what was loaded stays, and is known.",
                    broken);
        }
        return waiting != null;
    }

    @Override
    public Line next() {
        if (!hasNext() || waiting == null) {
            throw new NoSuchElementException();
        }
        CsvRecord record = waiting;
        waiting = null;
        if (record.getFieldCount() != columns.size()) {
            return new Line(record.getStartingLineNumber(), null);
        }
        Map<String, String> fields = new HashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            fields.put(columns.get(at), record.getField(at));
        }
        return new Line(record.getStartingLineNumber(), fields);
    }

    private static String column(String name) {
        String plain = BETWEEN.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
        return OTHER_NAMES.getOrDefault(plain, plain);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
