package org.witan.marac.oldlist;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.witan.marac.oldlist.ListTable.Row;
import org.witan.marac.oldlist.UnreadableList.Why;

/// Reads separated values, as a spreadsheet program saves or copies them: with commas, semicolons or tabs; in UTF-8,
/// UTF-16 with its mark, or else in the code page of Windows. Text that begins with `=` is text.
final class SeparatedCells {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MOST_COLUMNS = 200;

    private SeparatedCells() {}

    static List<List<Row>> read(byte[] file) {
        String text = text(file);
        if (text.chars().anyMatch(letter -> letter == 0 || (letter < ' ' && "\n\r\t\f".indexOf(letter) < 0))) {
            throw new UnreadableList(Why.NO_LIST);
        }
        var rows = new ArrayList<Row>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                List<String> fields = record.getFields();
                rows.add(new Row(
                        1,
                        Math.toIntExact(record.getStartingLineNumber()),
                        fields.size() > MOST_COLUMNS ? fields.subList(0, MOST_COLUMNS) : fields));
                if (rows.size() > ListFile.MOST_ROWS + 1_000) {
                    throw new UnreadableList(Why.TOO_LONG);
                }
            }
        } catch (IOException | CsvParseException broken) {
            throw new UnreadableList(Why.BROKEN);
        }
        return List.of(rows);
    }

    private static String text(byte[] file) {
        if (begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            text = new String(file, WINDOWS);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    /// The one of which the first line that holds any has most.
    private static char separator(String text) {
        String line = text.lines()
                .filter(one -> one.matches(".*[,;\\t].*"))
                .findFirst()
                .orElse("");
        char most = ',';
        for (char one : new char[] {';', '\t'}) {
            if (count(line, one) > count(line, most)) {
                most = one;
            }
        }
        return most;
    }

    private static long count(String line, char letter) {
        return line.chars().filter(one -> one == letter).count();
    }
}
