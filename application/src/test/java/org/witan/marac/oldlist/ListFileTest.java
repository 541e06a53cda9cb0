package org.witan.marac.oldlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.witan.marac.oldlist.ListTable.Kind;
import org.witan.marac.oldlist.UnreadableList.Why;

/// A list is read as what it is, and a file that is none is told so.
class ListFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Why why(byte[] file) {
        return Objects.requireNonNull(catchThrowableOfType(UnreadableList.class, () -> ListFile.read(file)))
                .why();
    }

    private static List<List<String>> cells(byte[] file) {
        return ListFile.read(file).rows().stream().map(ListTable.Row::cells).toList();
    }

    @Test
    void aSpreadsheetGivesItsDaysAsDaysAndItsNumbersAsTheyStand() {
        ListTable table = ListFile.read(Files.spreadsheet(List.of(
                List.of("Invented partnership"),
                List.of("Victim", "DOB", "Children", "Referral date"),
                List.of("Invented Person", LocalDate.of(1988, 5, 4), 2, 45_000))));
        assertThat(table.kind()).isEqualTo(Kind.XLSX);
        assertThat(table.headings()).containsExactly("Victim", "DOB", "Children", "Referral date");
        assertThat(table.rows().getFirst().cells()).containsExactly("Invented Person", "1988-05-04", "2", "45000");
        assertThat(table.rows().getFirst().number()).isEqualTo(3);
        assertThat(ListedDay.read("45000")).hasValue(LocalDate.of(2023, 3, 15));
    }

    @Test
    void aFormulaIsNotWorkedOutAndAMergedCellStandsInEachOfItsCells() {
        byte[] file = Files.spreadsheet(
                List.of(
                        List.of("Victim", "Meeting date"),
                        List.of("Invented One", LocalDate.of(2026, 3, 2)),
                        List.of("Invented Two", "")),
                sheet -> {
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
                    var cell = sheet.getRow(2).createCell(2);
                    cell.setCellFormula("1+1");
                    cell.setCellValue(41);
                });
        assertThat(cells(file))
                .containsExactly(List.of("Invented One", "2026-03-02"), List.of("Invented Two", "2026-03-02", "41"));
    }

    @Test
    void aTableOfAWordDocumentIsReadWithItsMergedCells() {
        ListTable table = ListFile.read(Files.document(
                List.of(
                        List.of("Victim", "Meeting date"),
                        List.of("Invented One", "2 March 2026"),
                        List.of("Invented Two", "")),
                made -> {
                    made.getRow(1)
                            .getCell(1)
                            .getCTTc()
                            .addNewTcPr()
                            .addNewVMerge()
                            .setVal(STMerge.RESTART);
                    made.getRow(2).getCell(1).getCTTc().addNewTcPr().addNewVMerge();
                }));
        assertThat(table.kind()).isEqualTo(Kind.DOCX);
        assertThat(table.rows().getLast().cells()).containsExactly("Invented Two", "2 March 2026");
    }

    @Test
    void separatedValuesAreReadInEveryUsualWriting() {
        String text = "Victim;Outcome\r\nZoë Invented;\"=1+1; kept\"\r\n";
        List<List<String>> all = List.of(List.of("Zoë Invented", "=1+1; kept"));
        assertThat(cells(utf8(text))).isEqualTo(all);
        assertThat(cells(utf8("\uFEFF" + text))).isEqualTo(all);
        assertThat(cells(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(all);
        assertThat(cells(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(all);
        assertThat(cells(utf8("Victim\tOutcome\nZoë Invented\t=1+1; kept\n"))).isEqualTo(all);
        assertThat(cells(utf8("Victim,Outcome\n\"Two\nlines\",\"a, b\"\n")))
                .isEqualTo(List.of(List.of("Two\nlines", "a, b")));
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefusedByWhatItHolds() {
        assertThat(why(new byte[0])).isEqualTo(Why.EMPTY);
        assertThat(why(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(Why.OLD_OR_LOCKED);
        assertThat(why(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})).isEqualTo(Why.NO_LIST);
        assertThat(why(utf8("%PDF-1.7\n"))).isEqualTo(Why.NO_TABLE);
        assertThat(why(Files.packed(10, "invented.txt"))).isEqualTo(Why.NO_LIST);
        assertThat(why(Files.packed(10, "xl/workbook.xml"))).isEqualTo(Why.BROKEN);
        assertThat(why(Files.packed(10, "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEqualTo(Why.MACROS);
        assertThat(why(Files.packed(10, "word/document.xml", "word/vbaProject.bin")))
                .isEqualTo(Why.MACROS);
        assertThat(why(utf8("one heading\n"))).isEqualTo(Why.NO_TABLE);
        assertThat(why(utf8("Milk,Bread\n1,2\n"))).as("no heading is known").isEqualTo(Why.NO_TABLE);
    }

    @Test
    void whatGrowsBeyondAllMeasureIsNotUnpacked() {
        byte[] bomb = Files.packed(100 * 1024 * 1024, "xl/workbook.xml");
        assertThat(bomb.length).isLessThan(ListFile.MOST_BYTES);
        assertThat(why(bomb)).isEqualTo(Why.TOO_LARGE);
        assertThat(why(new byte[ListFile.MOST_BYTES + 1])).isEqualTo(Why.TOO_LARGE);
        String rows = String.join("", Collections.nCopies(20_001, "Invented,1/1/2025\n"));
        assertThat(why(utf8("Victim,Referral date\n" + rows))).isEqualTo(Why.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "04/05/2024, 2024-05-04",
        "4.5.2024, 2024-05-04",
        "4-5-2024, 2024-05-04",
        "2024-05-04, 2024-05-04",
        "4 May 2024, 2024-05-04",
        "4th may 2024, 2024-05-04",
        "04-MAY-2024, 2024-05-04",
        "04/05/2024 00:00:00, 2024-05-04",
        "45416, 2024-05-04"
    })
    void aDayIsReadWithTheDayFirst(String text, LocalDate day) {
        assertThat(ListedDay.read(text)).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/25/2024", "31/02/2024", "4/5/24", "soon", "7", "99999", ""})
    void whatIsNoDayIsNoDay(String text) {
        assertThat(ListedDay.read(text)).isEmpty();
    }

    @Test
    void headingsAreRecognisedByTheirWords() {
        assertThat(Column.recognised(List.of(
                        "Victim Name",
                        "Victim DOB",
                        "Perpetrator",
                        "Perp DOB",
                        "No. of children",
                        "Date of referral",
                        "MARAC date",
                        "Referring agency",
                        "Repeat?",
                        "Outcome",
                        "Shoe size")))
                .containsExactly(
                        Column.VICTIM_NAME,
                        Column.VICTIM_BORN,
                        Column.PERPETRATOR_NAME,
                        Column.PERPETRATOR_BORN,
                        Column.CHILDREN,
                        Column.REFERRED_ON,
                        Column.MET_ON,
                        Column.AGENCY,
                        Column.REPEAT,
                        Column.OUTCOME,
                        Column.OTHER);
    }

    @Test
    void aRowTellsACaseAndWhatIsInNoColumnIsKept() {
        var read = OldCase.of(
                List.of("Victim", "DOB", "Perp", "Referred", "Meeting", "Note"),
                List.of(
                        Column.VICTIM_NAME,
                        Column.VICTIM_BORN,
                        Column.PERPETRATOR_NAME,
                        Column.REFERRED_ON,
                        Column.MET_ON,
                        Column.OTHER),
                List.of("INVENTED, Jo", "4/5/1988", "Al Made; Bo Up and unknown", "1/2/2026", "12/2/2026", "=kept"),
                TODAY);
        OldCase told = ((OldCase.Told) read).told();
        assertThat(told.victim()).isEqualTo(new OldCase.Someone("Jo", "INVENTED", "1988-05-04"));
        assertThat(told.perpetrators())
                .containsExactly(new OldCase.Someone("Al", "Made", ""), new OldCase.Someone("Bo", "Up", ""));
        assertThat(told.isHeard()).isTrue();
        assertThat(told.unread()).contains("Note: =kept", "DOB: 4/5/1988");
    }

    @Test
    void aHeadingIsKeptToALengthAndTheFirstSheetWithAKnownOneIsTheList() {
        var table = ListFile.read(utf8("Victim,\"" + "x".repeat(5_000) + "\"\nJo Invented,1\n"));
        assertThat(table.headings()).extracting(String::length).containsExactly(6, 200);
    }

    private static OldCase.Read read(List<Column> columns, String... cells) {
        return OldCase.of(columns.stream().map(Enum::name).toList(), columns, List.of(cells), TODAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Al Made, Bo Up",
                "Made, Al, Up, Bo",
                "Al Made aka Bo",
                "Al Made a.k.a. Bo",
                "Al Made a/k/a Bo",
                "Al alias Bo",
                "Al Made née Up",
                "Al Made (brother)",
                "Al Made [see file]",
                "unknown male",
                "Not given by her",
                "male, 30s",
                "female neighbour",
                "various men",
                "Al Made; unknown man"
            })
    void whereItIsNotSureWhomACellNamesNobodyIsNamedAndAVictimIsRefused(String cell) {
        var harmer = read(
                List.of(Column.VICTIM_NAME, Column.PERPETRATOR_NAME, Column.REFERRED_ON),
                "Jo Invented",
                cell,
                "1/2/2026");
        OldCase told = ((OldCase.Told) harmer).told();
        assertThat(told.perpetrators()).isEmpty();
        assertThat(told.unread()).contains(cell);
        assertThat(read(List.of(Column.VICTIM_NAME, Column.REFERRED_ON), cell, "1/2/2026"))
                .isEqualTo(new OldCase.Refused(OldCase.Why.NO_ONE_VICTIM));
    }

    @Test
    void severalInOneColumnOfGivenOrFamilyNamesAreNotOne() {
        var columns =
                List.of(Column.VICTIM_NAME, Column.PERPETRATOR_GIVEN, Column.PERPETRATOR_FAMILY, Column.REFERRED_ON);
        var told = ((OldCase.Told) read(columns, "Jo Invented", "Al; Bo", "Made", "1/2/2026")).told();
        assertThat(told.perpetrators()).isEmpty();
        assertThat(read(
                        List.of(Column.VICTIM_GIVEN, Column.VICTIM_FAMILY, Column.REFERRED_ON),
                        "Jo; Mo",
                        "Invented",
                        "1/2/2026"))
                .isEqualTo(new OldCase.Refused(OldCase.Why.NO_ONE_VICTIM));
        var tooLong = ((OldCase.Told) read(
                        List.of(Column.VICTIM_NAME, Column.PERPETRATOR_NAME, Column.REFERRED_ON),
                        "VAN DEN INVENTED, Jo",
                        "x ".repeat(40_000),
                        "1/2/2026"))
                .told();
        assertThat(tooLong.perpetrators()).isEmpty();
        assertThat(tooLong.victim()).isEqualTo(new OldCase.Someone("Jo", "VAN DEN INVENTED", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', YES",
        "Yes, YES",
        "y, YES",
        "TRUE, YES",
        "Heard, YES",
        "Discussed, YES",
        "Full, YES",
        "no, NO",
        "withdrawn, NO",
        "adjourned, UNSURE",
        "n/a, UNSURE",
        "see minutes, UNSURE"
    })
    void onlyClearWordsSayThatItWasHeard(String said, OldCase.Heard heard) {
        var told = ((OldCase.Told) read(
                        List.of(Column.VICTIM_NAME, Column.REFERRED_ON, Column.MET_ON, Column.HEARD),
                        "Jo Invented",
                        "1/2/2026",
                        "9/2/2026",
                        said))
                .told();
        assertThat(told.heard()).isEqualTo(heard);
        assertThat(told.isHeard()).isEqualTo(heard == OldCase.Heard.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1/2/2026, NOBODY",
        "unknown, 1/2/2026, NOBODY",
        "Jo Invented, '', NO_DAY",
        "Jo Invented, 1/2/26, TWO_FIGURES",
        "Jo Invented, 1 Feb 26, TWO_FIGURES",
        "Jo Invented, last spring, UNREADABLE_DAY",
        "Jo Invented, 1/2/2027, FUTURE_DAY"
    })
    void aRowThatCannotBeTakenSaysWhy(String victim, String referred, OldCase.Why why) {
        assertThat(OldCase.of(
                        List.of("Victim", "Referred"),
                        List.of(Column.VICTIM_NAME, Column.REFERRED_ON),
                        List.of(victim, referred),
                        TODAY))
                .isEqualTo(new OldCase.Refused(why));
    }
}
