package org.witan.site.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final Sheet SHEET = new Sheet(
            "Figure",
            List.of(
                    Sheet.line("Say \"no\", please", "=1+1"),
                    List.of(),
                    List.of(Sheet.words("2021-22"), Sheet.number(3470), Sheet.number(2.998))));

    @Test
    void csvQuotesWordsAndDefusesFormulas() {
        String text = new String(Format.CSV.write(SHEET), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("\uFEFF\"Say \"\"no\"\", please\",\"'=1+1\"\r\n\r\n\"2021-22\",3470,2.998\r\n");
    }

    @Test
    void xlsxKeepsNumbersAsNumbersAndWordsAsWords() throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Format.XLSX.write(SHEET)))) {
            var page = book.getSheet("Figure");
            assertThat(page.getRow(0).getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(page.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(3470);
        }
    }

    @Test
    void odsKeepsNumbersAsNumbersAndWordsAsWords() throws Exception {
        var page = new SpreadSheet(new ByteArrayInputStream(Format.ODS.write(SHEET))).getSheet("Figure");
        assertThat(page.getRange(0, 1).getValue()).isEqualTo("=1+1");
        assertThat(page.getRange(0, 1).getFormula()).isNull();
        assertThat(page.getRange(2, 1).getValue()).isEqualTo(3470.0);
    }
}
