package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.oldlist.Files;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;

/// A coordinator brings the list of before, looks at its columns and rows, and takes it, in a real browser.
class OldListJourneyTest extends InABrowser {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private final String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";

    @Autowired
    private KeepingBoards boards;

    @Test
    void aListIsBroughtConfirmedSeenAndTaken() {
        UUID run = partnership().agency("PARTNERSHIP");
        Viewer coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        UUID board = UUID.randomUUID();
        boards.add(coordinator, board, BoardKind.MARAC, "Invented MARAC " + board, "", run);
        byte[] file = Files.spreadsheet(List.of(
                List.of(
                        "Victim name",
                        "Victim DOB",
                        "Perpetrator",
                        "Date of referral",
                        "MARAC date",
                        "Outcome",
                        "Shoe size"),
                List.of(
                        "Katherine " + family,
                        LocalDate.of(1988, 5, 4),
                        "Wolf Made; Fox Up",
                        today.minusDays(90),
                        today.minusDays(80),
                        "Locks",
                        38),
                List.of("Rosalind " + family, "", "unknown", "1/2/24", "", "", "")));
        as(coordinator);
        page.navigate(address() + "/triage");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Old lists"))
                .click();
        page.locator("#file")
                .setInputFiles(new FilePayload("broken.xlsx", "", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}));
        page.waitForCondition(() -> page.locator("#file-said").textContent().contains("no spreadsheet"));
        assertFits("old-lists");
        page.locator("#file").setInputFiles(new FilePayload("list.xlsx", "", file));
        page.waitForURL("**/old-lists/*");
        assertThat(main()).contains("2 rows were read from a spreadsheet", "For example: Katherine");
        assertThat(page.locator("#column-2").inputValue()).isEqualTo("PERPETRATOR_NAME");
        assertThat(page.locator("#column-6").inputValue()).isEqualTo("OTHER");
        assertFits("old-list-columns");
        page.locator("#board").selectOption(board.toString());
        press("See what would be taken");
        assertThat(main()).contains("Katherine", "Wolf Made; Fox Up", "A year has two figures");
        assertFits("old-list");
        press("Take 1 row");
        assertThat(main()).contains("Open the referral");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the referral"))
                .click();
        assertThat(main()).contains("Shoe size: 38", "Locks");
        assertFits("old-list-referral");
        page.goBack();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take this list back"))
                .click();
        press("Take 1 referral back");
        assertThat(main()).contains("Say why it is taken back.");
        page.locator("#reason").fill("Invented: the wrong file.");
        assertFits("old-list-undo");
        press("Take 1 referral back");
        assertThat(main()).contains("1 referral was taken back", "Invented: the wrong file.");
        assertFits("old-list-undone");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
