package org.witan.marac.oldlist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// Invented files for tests.
public final class Files {
    private Files() {}

    /// A spreadsheet; a day among the cells is a day in it.
    public static byte[] spreadsheet(List<List<Object>> rows) {
        return spreadsheet(rows, _ -> {});
    }

    static byte[] spreadsheet(List<List<Object>> rows, Consumer<XSSFSheet> more) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var day = book.createCellStyle();
            day.setDataFormat((short) 14);
            XSSFSheet sheet = book.createSheet("Invented");
            for (List<Object> cells : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int at = 0; at < cells.size(); at++) {
                    var cell = row.createCell(at);
                    switch (cells.get(at)) {
                        case LocalDate date -> {
                            cell.setCellValue(date);
                            cell.setCellStyle(day);
                        }
                        case Number number -> cell.setCellValue(number.doubleValue());
                        case Object text -> cell.setCellValue(text.toString());
                    }
                }
            }
            more.accept(sheet);
            book.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A Word document with a table.
    public static byte[] document(List<List<String>> rows, Consumer<XWPFTable> more) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Invented list");
            XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < rows.get(row).size(); cell++) {
                    table.getRow(row).getCell(cell).setText(rows.get(row).get(cell));
                }
            }
            more.accept(table);
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// A packed file with entries that hold so many zeros each.
    static byte[] packed(int zeros, String... entries) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (String entry : entries) {
                    zip.putNextEntry(new ZipEntry(entry));
                    byte[] some = new byte[1024 * 1024];
                    for (int left = zeros; left > 0; left -= some.length) {
                        zip.write(some, 0, Math.min(left, some.length));
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
