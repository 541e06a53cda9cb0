package org.witan.statistics.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;

/// A readable file of reference data: ours, or the partnership's own in the same shape.
final class ReferenceFile {
    private final String name;
    private final @Nullable Path folder;

    private ReferenceFile(String name, @Nullable Path folder) {
        this.name = name;
        this.folder = folder;
    }

    static ReferenceFile shipped(String name) {
        return new ReferenceFile(name, null);
    }

    static Optional<ReferenceFile> own(@Nullable Path folder, String name) {
        return folder != null && Files.isRegularFile(folder.resolve(name))
                ? Optional.of(new ReferenceFile(name, folder))
                : Optional.empty();
    }

    byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void each(Consumer<Row> reader) {
        rows(row -> {
            reader.accept(row);
            return row;
        });
    }

    <T> List<T> rows(Function<Row, T> reader) {
        try (Reader text = new InputStreamReader(
                        open(), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            return csv.stream().map(record -> read(reader, record)).toList();
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : e;
        } catch (CsvParseException e) {
            throw new BadInput(name + ": not a CSV file like the shipped one.", e);
        }
    }

    private BadInput notUtf8(Exception cause) {
        return new BadInput(name + ": not UTF-8 text. Save it as CSV UTF-8.", cause);
    }

    // A spreadsheet that saves "CSV UTF-8" puts a byte order mark before the first column's name.
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader start = new PushbackReader(text);
        int first = start.read();
        if (first != -1 && first != '\uFEFF') {
            start.unread(first);
        }
        return start;
    }

    private <T> T read(Function<Row, T> reader, NamedCsvRecord record) {
        try {
            return reader.apply(new Row(record));
        } catch (IllegalArgumentException | DateTimeParseException | NoSuchElementException e) {
            throw new BadInput(name + ", line " + record.getStartingLineNumber() + ": " + e.getMessage() + ".", e);
        }
    }

    private InputStream open() throws IOException {
        if (folder != null) {
            return Files.newInputStream(folder.resolve(name));
        }
        InputStream in = ReferenceFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The reference file " + name + " is not shipped");
        }
        return in;
    }

    /// One row, by column name.
    record Row(NamedCsvRecord record) {

        String text(String column) {
            return record.getField(column).strip();
        }

        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("the column '" + column + "' is empty");
            }
            return text;
        }

        @Nullable
        String textOrNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        Set<String> words(String column) {
            return Arrays.stream(text(column).split("[ ;]+"))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        Validity validity() {
            return new Validity(dayOrNull("valid_from"), dayOrNull("valid_to"));
        }

        @Nullable
        LocalDate dayOrNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : LocalDate.parse(text);
        }

        <E extends Enum<E>> E choice(String column, Class<E> type) {
            return Enum.valueOf(type, required(column));
        }

        String oneOf(String column, Set<String> allowed) {
            String text = required(column);
            if (!allowed.contains(text)) {
                throw new IllegalArgumentException("the column '" + column + "' must be one of " + allowed);
            }
            return text;
        }
    }
}
