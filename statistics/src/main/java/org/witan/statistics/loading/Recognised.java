package org.witan.statistics.loading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.witan.statistics.BadInput;

/// A file whose header has shown what it is.
///
/// @param columns the schema's name of each column in the file's order; columns that are not read are `not_read_1`, …
/// @param header the header line as it stands, to find it again in the middle of a file
/// @param ukDates true when days are written 31/12/2021 rather than 2021-12-31
record Recognised(
        Path file,
        String name,
        InputFormat format,
        List<String> columns,
        List<String> personColumns,
        List<String> ignoredColumns,
        String header,
        boolean ukDates) {
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int SAMPLE = 1 << 18;

    static Recognised of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInput(name + ": there is no such file, or it cannot be read.");
        }
        byte[] start = start(file);
        refuseWhatIsNoText(name, start);
        String text = new String(start, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        String header = header(name, start, text);
        List<String> printed = fields(name, header);
        InputFormat format = format(name, printed);
        return map(file, name, format, printed, header, text);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static void refuseWhatIsNoText(String name, byte[] start) {
        if (start.length == 0) {
            throw new BadInput(name + ": the file is empty.");
        }
        if (startsWith(start, 'P', 'K')) {
            throw new BadInput(name + ": a spreadsheet or zip file. Save the sheet as CSV (UTF-8) and load that.");
        }
        if (startsWith(start, 0x1f, 0x8b)) {
            throw new BadInput(name + ": a compressed file. Unpack it and load the CSV inside.");
        }
        if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) {
            throw new BadInput(name + ": written in UTF-16. Save it as CSV (UTF-8) and load that.");
        }
        for (byte b : start) {
            if (b == 0) {
                throw new BadInput(name + ": a binary file, not CSV.");
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String header(String name, byte[] start, String text) {
        String line = text.lines().findFirst().orElse("");
        if (line.length() > LONGEST_HEADER) {
            throw new BadInput(name + ": the first line is longer than 64 KiB, so it is no header of ours.");
        }
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start, 0, end));
        } catch (CharacterCodingException e) {
            throw new BadInput(name + ": the header is not UTF-8. Save the file as CSV (UTF-8) and load that.", e);
        }
        return line;
    }

    private static List<String> fields(String name, String header) {
        try (var reader = CsvReader.builder().ofCsvRecord(header)) {
            return reader.stream().findFirst().map(row -> row.getFields()).orElse(List.of());
        } catch (CsvParseException | IOException e) {
            throw new BadInput(name + ": the header line is not CSV.", e);
        }
    }

    private static InputFormat format(String name, List<String> printed) {
        List<String> names = printed.stream().map(InputFormat::normalised).toList();
        List<InputFormat> fitting = Stream.of(InputFormat.values())
                .filter(format -> missing(format, names).isEmpty())
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.size() > 1) {
            throw new BadInput(name + ": the header mixes the columns of several kinds of file.");
        }
        if (printed.size() == 1
                && (printed.getFirst().contains(";") || printed.getFirst().contains("\t"))) {
            throw new BadInput(name + ": the columns are not separated by commas. Save it as CSV with commas.");
        }
        InputFormat nearest = Stream.of(InputFormat.values())
                .min(Comparator.comparingDouble(
                        format -> (double) missing(format, names).size()
                                / format.required().size()))
                .orElseThrow();
        throw new BadInput(name + ": the header is of no known kind of file. Nearest is a " + nearest.words()
                + ", which also needs: " + String.join(", ", missing(nearest, names)) + ".");
    }

    private static List<String> missing(InputFormat format, List<String> names) {
        Map<String, String> known = format.names();
        List<String> present =
                names.stream().map(name -> known.getOrDefault(name, name)).toList();
        return format.required().stream()
                .filter(column -> !present.contains(column))
                .toList();
    }

    private static Recognised map(
            Path file, String name, InputFormat format, List<String> printed, String header, String text) {
        Map<String, String> known = format.names();
        List<String> columns = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String print : printed) {
            String normalised = InputFormat.normalised(print);
            String column = known.getOrDefault(normalised, normalised);
            if (!seen.add(column)) {
                throw new BadInput(name + ": the header names the column '" + column + "' twice.");
            }
            if (known.containsKey(normalised)) {
                columns.add(column);
            } else {
                (format.personColumns().contains(normalised) ? persons : ignored).add(normalised);
                columns.add("not_read_" + columns.size());
            }
        }
        return new Recognised(file, name, format, columns, persons, ignored, header, writesUkDates(columns, text));
    }

    private static boolean writesUkDates(List<String> columns, String text) {
        int column = columns.indexOf("recorded_on");
        if (column < 0) {
            return false;
        }
        return text.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(fields -> fields.length > column)
                .map(fields -> fields[column].strip().replace("\"", ""))
                .filter(value -> value.matches("\\d{4}-\\d{2}-\\d{2}|\\d{2}/\\d{2}/\\d{4}"))
                .findFirst()
                .map(value -> value.contains("/"))
                .orElse(false);
    }
}
