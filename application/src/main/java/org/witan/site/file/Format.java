package org.witan.site.file;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.witan.site.SheetRow;

/// The formats a figure can be taken away in.
public enum Format {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public byte[] write(Sheet sheet) {
            String text = sheet.rows().stream()
                    .map(row -> row.stream().map(Format::csv).collect(Collectors.joining(",", "", SheetRow.END)))
                    .collect(Collectors.joining());
            return (SheetRow.MARK + text).getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] write(Sheet sheet) {
            try (var book = new XSSFWorkbook();
                    var out = new ByteArrayOutputStream()) {
                var page = book.createSheet(sheet.name());
                for (List<Sheet.Cell> cells : sheet.rows()) {
                    Row row = page.createRow(page.getPhysicalNumberOfRows());
                    for (int column = 0; column < cells.size(); column++) {
                        switch (cells.get(column)) {
                            case Sheet.Cell.Words words ->
                                row.createCell(column).setCellValue(words.text());
                            case Sheet.Cell.Amount number ->
                                row.createCell(column).setCellValue(number.value());
                        }
                    }
                }
                page.setColumnWidth(0, 34 * 256);
                page.setColumnWidth(1, 30 * 256);
                book.write(out);
                return out.toByteArray();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    },
    ODS("ods", "application/vnd.oasis.opendocument.spreadsheet") {
        @Override
        public byte[] write(Sheet sheet) {
            var page =
                    new com.github.miachm.sods.Sheet(sheet.name(), sheet.rows().size(), Math.max(1, sheet.width()));
            for (int row = 0; row < sheet.rows().size(); row++) {
                List<Sheet.Cell> cells = sheet.rows().get(row);
                for (int column = 0; column < cells.size(); column++) {
                    page.getRange(row, column).setValue(value(cells.get(column)));
                }
            }
            page.setColumnWidth(0, 80.0);
            page.setColumnWidth(1, 70.0);
            var book = new SpreadSheet();
            book.appendSheet(page);
            var out = new ByteArrayOutputStream();
            try {
                book.save(out);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return out.toByteArray();
        }
    };

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    /// The bytes of the file.
    public abstract byte[] write(Sheet sheet);

    /// The file as an answer, to be kept and not shown.
    ///
    /// @param name of the file without its ending, which never holds a word that somebody typed
    public ResponseEntity<byte[]> attached(String name, Sheet sheet) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + extension)
                                .build()
                                .toString())
                .body(write(sheet));
    }

    private static Object value(Sheet.Cell cell) {
        return switch (cell) {
            case Sheet.Cell.Words words -> words.text();
            case Sheet.Cell.Amount number -> number.value();
        };
    }

    private static String csv(Sheet.Cell cell) {
        return switch (cell) {
            case Sheet.Cell.Words words -> SheetRow.cell(words.text());
            case Sheet.Cell.Amount number ->
                BigDecimal.valueOf(number.value()).stripTrailingZeros().toPlainString();
        };
    }
}
