package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.web.MinutesPage.ActionLine;
import org.witan.marac.web.MinutesPage.CaseLine;
import org.witan.marac.web.MinutesPage.Group;
import org.witan.site.Paper;

/// Minutes and action lists on paper, held to golden files. Everybody in them is invented.
class MinutesOnPaperTest extends RunningApplication {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Autowired
    private Paper paper;

    @Test
    void minutesOnPaperSayWhatTheGoldenFileSays() throws IOException {
        assertThat(words(sheets("marac/minutes-paper", minutes()))).isEqualTo(golden("minutes.txt"));
    }

    @Test
    void anActionListOnPaperSaysWhatTheGoldenFileSays() throws IOException {
        var list = new ActionListPage(
                UUID.randomUUID(),
                "Invented MARAC, Thu 12 Nov 2026 at 09:30",
                List.of(
                        new ActionListPage.OfAgency("Invented Council", List.of(locks())),
                        new ActionListPage.OfAgency("Invented School", List.of(school()))));
        assertThat(words(sheets("marac/actions-paper", list))).isEqualTo(golden("actions.txt"));
    }

    /// Names that are written from right to left stand in their own order, and what is too long for a line is broken.
    @Test
    void namesOfAnyWritingAndWordsOfAnyLengthFitOnASheet() throws IOException {
        var group = new Group("Shared", List.of("שלום Invented", "Ω".repeat(400), "<b>& \"quoted\" 🙂"));
        var page = new MinutesPage(
                UUID.randomUUID(),
                "Invented",
                "",
                false,
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(new CaseLine("MARAC-2026-0001", List.of(), List.of(group), List.of(), List.of())),
                List.of(),
                List.of(),
                List.of());
        byte[] file = sheets("marac/minutes-paper", page);
        String told = words(file);
        assertThat(told).contains("<b>& \"quoted\"", "שלום");
        assertThat(told.chars().filter(letter -> letter == 'Ω').count()).isEqualTo(400);
        assertThat(told.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(160);
    }

    @Test
    void everySheetBearsTheMarkingAndForWhomItWasMade() throws IOException {
        var long_ = new Group("Risk to the victim", List.of("Invented words.\n".repeat(200)));
        var page = new MinutesPage(
                UUID.randomUUID(),
                "Invented",
                "",
                false,
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(new CaseLine("MARAC-2026-0001", List.of(), List.of(), List.of(long_), List.of())),
                List.of(),
                List.of(),
                List.of());
        try (PDDocument document = Loader.loadPDF(sheets("marac/minutes-paper", page))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            var stripper = new PDFTextStripper();
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                stripper.setStartPage(sheet);
                stripper.setEndPage(sheet);
                assertThat(stripper.getText(document))
                        .contains("RESTRICTED", "Made for", sheet + " / " + document.getNumberOfPages());
            }
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage().toLowerCase(Locale.ROOT))
                    .isEqualTo("en-gb");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Minutes");
        }
    }

    private byte[] sheets(String template, Object page) {
        Viewer viewer = partnership().viewer(partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC);
        return paper.of(viewer, template, page);
    }

    /// The words of a file, without the day on which it was made.
    private static String words(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document)
                    .replaceAll("(?s)Made for .*?\\sat\\s+\\d\\d:\\d\\d", "Made for somebody")
                    .replace("\r\n", "\n")
                    .strip();
        }
    }

    private static String golden(String file) throws IOException {
        return Files.readString(GOLDEN.resolve(file), StandardCharsets.UTF_8).strip();
    }

    private static MinutesPage minutes() {
        var first = new CaseLine(
                "MARAC-2026-0412",
                List.of("Repeat"),
                List.of(
                        new Group(
                                "Invented Police",
                                List.of("Fact about the alleged perpetrator: three calls since January.")),
                        new Group(
                                "Invented Hospital",
                                List.of("Opinion about the victim: she plays down her injuries."))),
                List.of(
                        new Group(
                                "Risk to the victim",
                                List.of("It gets worse, and she is more afraid.", "He knows where she works.")),
                        new Group("Risk to children", List.of("Both were there."))),
                List.of(locks(), school()));
        var second = new CaseLine("MARAC-2026-0413", List.of("Not heard"), List.of(), List.of(), List.of());
        return new MinutesPage(
                UUID.randomUUID(),
                "Invented MARAC, Thu 12 Nov 2026 at 09:30",
                "These minutes went out on Mon 16 Nov 2026.",
                false,
                List.of("Invented Hall", "Planned for 180 minutes"),
                "All 3 agencies that are needed are there.",
                List.of(
                        new Group("Chair", List.of("Cordelia Inventley, Invented Police")),
                        new Group(
                                "Present",
                                List.of(
                                        "Perdita Inventley, Invented Police",
                                        "Wolf Madeupsen, Invented Council (Deputy)")),
                        new Group(
                                "Apologies",
                                List.of("Viola Inventley, Invented School (information sent on Wed 11 Nov 2026)"))),
                List.of(new ActionLine(
                        "Ring her at work",
                        "Invented Hospital, by Mon 9 Nov 2026",
                        "MARAC-2026-0398",
                        "Not done by the agency")),
                List.of(first, second),
                List.of("MARAC-2025-0391: Last heard Thu 6 Nov 2025, lapsed after Fri 6 Nov 2026"),
                List.of("The date of the meeting in January", "A new form for referrals"),
                List.of("The meeting in January is on the second Thursday."));
    }

    private static ActionLine locks() {
        return new ActionLine(
                "Change the locks", "Invented Council, by Mon 16 Nov 2026", "MARAC-2026-0412", "Accepted");
    }

    private static ActionLine school() {
        return new ActionLine(
                "Tell the school who may fetch the children",
                "Invented School, by Fri 13 Nov 2026",
                "MARAC-2026-0412",
                "Accepted");
    }
}
