package org.witan.marac.oldlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.witan.marac.oldlist.ListTable.Kind;
import org.witan.marac.oldlist.ListTable.Row;
import org.witan.marac.oldlist.UnreadableList.Why;

/// Reads a list of any of the three kinds. What a file holds decides what it is, never what it is called.
///
/// A packed file is unpacked once without being read, only to see that it does not grow beyond all measure and holds no
/// program; formulas are never worked out.
public final class ListFile {
    /// The largest file that is read.
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /// So many rows one list may have.
    public static final int MOST_ROWS = 20_000;

    private static final long MOST_UNPACKED = 80L * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_HEADING = 200;
    private static final int SEARCHED_FOR_HEADINGS = 20;

    private ListFile() {}

    /// Reads a list.
    ///
    /// @throws UnreadableList when it is none, or none that is read
    public static ListTable read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new UnreadableList(Why.TOO_LARGE);
        }
        Kind kind = kind(file);
        List<List<Row>> sheets = switch (kind) {
            case XLSX -> SpreadsheetCells.read(file);
            case DOCX -> DocumentCells.read(file);
            case CSV -> SeparatedCells.read(file);
        };
        return table(kind, sheets);
    }

    private static Kind kind(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableList(Why.EMPTY);
        }
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableList(Why.OLD_OR_LOCKED);
        }
        return begins(file, 'P', 'K', 3, 4) ? packed(file) : Kind.CSV;
    }

    private static boolean begins(byte[] file, int... with) {
        for (int at = 0; at < with.length; at++) {
            if (file.length <= at || (file[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }

    private static Kind packed(byte[] file) {
        Kind kind = null;
        long unpacked = 0;
        int entries = 0;
        byte[] some = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.contains("/activex/") || name.contains("macrosheets/")) {
                    throw new UnreadableList(Why.MACROS);
                }
                if (name.equals("xl/workbook.xml")) {
                    kind = Kind.XLSX;
                } else if (name.equals("word/document.xml")) {
                    kind = Kind.DOCX;
                }
                for (int read = zip.read(some); read >= 0; read = zip.read(some)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new UnreadableList(Why.TOO_LARGE);
                    }
                }
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableList(Why.TOO_LARGE);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableList(Why.BROKEN);
        }
        if (kind == null) {
            throw new UnreadableList(Why.NO_LIST);
        }
        return kind;
    }

    /// The headings are the first row in which two cells are filled. Sheets with the same headings are one
    /// list; it begins with the first sheet of which a heading is known.
    private static ListTable table(Kind kind, List<List<Row>> sheets) {
        List<String> headings = null;
        var rows = new ArrayList<Row>();
        int leftOut = 0;
        for (List<Row> sheet : sheets) {
            int at = headingsOf(sheet);
            if (at < 0) {
                continue;
            }
            List<String> here = trimmed(sheet.get(at).cells());
            if (headings == null && sheet.size() > at + 1 && Column.isAnyOf(here)) {
                headings = here;
            }
            if (headings == null || !isAlike(headings, here)) {
                leftOut++;
                continue;
            }
            sheet.stream().skip(at + 1L).filter(row -> !row.isBlank()).forEach(rows::add);
            if (rows.size() > MOST_ROWS) {
                throw new UnreadableList(Why.TOO_LONG);
            }
        }
        if (headings == null || rows.isEmpty()) {
            throw new UnreadableList(Why.NO_TABLE);
        }
        return new ListTable(kind, headings, rows, leftOut);
    }

    private static int headingsOf(List<Row> sheet) {
        for (int at = 0; at < Math.min(sheet.size(), SEARCHED_FOR_HEADINGS); at++) {
            if (sheet.get(at).cells().stream()
                            .filter(cell -> !cell.isBlank())
                            .distinct()
                            .count()
                    >= 2) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> trimmed(List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        if (last > MOST_COLUMNS) {
            throw new UnreadableList(Why.NO_TABLE);
        }
        return cells.subList(0, last).stream().map(ListFile::heading).toList();
    }

    private static String heading(String cell) {
        String text = cell.strip();
        return text.codePointCount(0, text.length()) <= LONGEST_HEADING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_HEADING));
    }

    private static boolean isAlike(List<String> one, List<String> other) {
        return one.stream()
                .map(cell -> cell.toLowerCase(Locale.UK))
                .toList()
                .equals(other.stream().map(cell -> cell.toLowerCase(Locale.UK)).toList());
    }
}
