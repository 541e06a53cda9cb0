package org.witan.marac.oldlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.witan.marac.oldlist.ListTable.Row;
import org.witan.marac.oldlist.UnreadableList.Why;

/// Reads the cells of a spreadsheet. A formula gives what it gave when the file was saved, and is not worked out. What
/// stands in a merged cell stands in each of its cells: a day of a meeting over its ten cases is the day of all ten.
final class SpreadsheetCells {
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_MERGED = 50_000;

    static {
        ZipSecureFile.setMaxEntrySize(80L * 1024 * 1024);
        ZipSecureFile.setMaxFileCount(2_000);
    }

    private SpreadsheetCells() {}

    static List<List<Row>> read(byte[] file) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheets = new ArrayList<List<Row>>();
            for (int at = 0; at < book.getNumberOfSheets(); at++) {
                if (!book.isSheetVeryHidden(at)) {
                    sheets.add(rows(book.getSheetAt(at), at + 1));
                }
            }
            return sheets;
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof UnreadableList known) {
                throw known;
            }
            throw new UnreadableList(Why.BROKEN);
        }
    }

    private static List<Row> rows(Sheet sheet, int number) {
        Map<CellAddress, CellAddress> merged = merged(sheet);
        var rows = new ArrayList<Row>();
        for (int at = 0; at <= sheet.getLastRowNum(); at++) {
            org.apache.poi.ss.usermodel.Row row = sheet.getRow(at);
            var cells = new ArrayList<String>();
            int columns = row == null ? 0 : Math.min(row.getLastCellNum(), MOST_COLUMNS);
            for (int column = 0; column < columns; column++) {
                CellAddress place = merged.getOrDefault(new CellAddress(at, column), new CellAddress(at, column));
                org.apache.poi.ss.usermodel.Row first = sheet.getRow(place.getRow());
                cells.add(text(first == null ? null : first.getCell(place.getColumn())));
            }
            rows.add(new Row(number, at + 1, cells));
            if (rows.size() > ListFile.MOST_ROWS + 1_000) {
                throw new UnreadableList(Why.TOO_LONG);
            }
        }
        return rows;
    }

    private static Map<CellAddress, CellAddress> merged(Sheet sheet) {
        Map<CellAddress, CellAddress> merged = new HashMap<>();
        for (var region : sheet.getMergedRegions()) {
            if (merged.size() + region.getNumberOfCells() > MOST_MERGED) {
                break;
            }
            var first = new CellAddress(region.getFirstRow(), region.getFirstColumn());
            region.forEach(place -> merged.put(place, first));
        }
        return merged;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "Yes" : "No";
            default -> "";
        };
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime day = cell.getLocalDateTimeCellValue();
            if (day != null) {
                return day.toLocalDate().toString();
            }
        }
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }
}
