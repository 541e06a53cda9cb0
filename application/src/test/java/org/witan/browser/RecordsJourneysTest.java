package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Part;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.KeepingLists;
import org.witan.access.lists.Listing;
import org.witan.access.lists.Noting;
import org.witan.access.lists.RegisteringRecords;

/// The day of each role with records, in a real browser.
class RecordsJourneysTest extends InABrowser {
    @Autowired
    private RegisteringRecords registering;

    @Autowired
    private KeepingLists keeping;

    @Autowired
    private Noting noting;

    private Partnership partnership;
    private UUID team;
    private UUID police;
    private Viewer coordinator;
    private Viewer officer;
    private UUID file;
    private String reference = "";

    @BeforeEach
    void aCaseThatThePoliceTakePartIn() {
        partnership = partnership();
        team = partnership.agency("PARTNERSHIP");
        police = partnership.agency("POLICE");
        coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        var record = registering.register(coordinator, RecordKind.CASE, team, null);
        file = record.id();
        reference = record.reference();
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        noting.note(coordinator, file, Part.SUMMARY, "Invented case for a test.", null);
        noting.note(coordinator, file, Part.RISK, "Invented: three calls since January, and a threat.", null);
        noting.note(coordinator, file, Part.THIRD_PARTY, "Invented: her sister is afraid as well.", null);
    }

    @Test
    void theCoordinatorRegistersACaseAndKeepsItsLists() {
        as(coordinator);
        go("/records");
        assertFits("records-list");
        click(AriaRole.LINK, "Register a record");
        assertFits("records-new");
        click(AriaRole.BUTTON, "Register");
        assertThat(page.locator("main").innerText()).contains("There is a problem", "Select a kind");
        page.getByLabel("Kind").selectOption("CASE");
        click(AriaRole.BUTTON, "Register");
        assertThat(page.locator("h1").innerText()).matches("MARAC-20\\d\\d-[A-Z0-9]{6}");
        click(AriaRole.BUTTON, "Add a note");
        page.getByLabel("Part").selectOption("VICTIM");
        page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Invented: call after six.");
        assertFits("records-note");
        click(AriaRole.BUTTON, "Keep this note");
        page.locator("main summary").click();
        assertFits("records-record");
        click(AriaRole.LINK, "Lists and barriers");
        click(AriaRole.LINK, "Restrict it to people named");
        assertFits("records-restrict");
        click(AriaRole.BUTTON, "Restrict it to people named");
        assertThat(page.locator("main").innerText()).contains("Select at least one person", "Enter why");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        page.getByLabel("Why").fill("A colleague of hers works in the team, invented.");
        click(AriaRole.BUTTON, "Restrict it to people named");
        assertThat(page.locator("main").innerText()).contains("A colleague of hers");
        assertFits("records-lists");
        page.navigate(page.url().replace("/lists", "/who"));
        assertFits("records-who");
    }

    @Test
    void theChairClosesARecordForATimeAndIsShutOutThemselves() {
        var chair = partnership.viewer(team, Role.CHAIR, Purpose.MARAC);
        as(chair);
        go("/records/" + file + "/lists/EMBARGO/new");
        page.getByLabel("Until the end of").fill("2001-01-01");
        page.getByLabel("Why").fill("An arrest is planned, invented.");
        click(AriaRole.BUTTON, "Close it for a time");
        assertThat(page.locator("main").innerText()).contains("Enter a day that is not in the past");
        page.getByLabel("Until the end of").fill("2099-01-01");
        assertFits("records-embargo");
        click(AriaRole.BUTTON, "Close it for a time");
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
        as(coordinator);
        go("/records/" + file + "/lists");
        assertThat(page.locator("main").innerText()).contains("An arrest is planned");
        page.locator("section:has(#list-EMBARGO)").getByRole(AriaRole.BUTTON).click();
        as(chair);
        go("/records/" + file);
        assertThat(page.locator("h1").innerText()).isEqualTo(reference);
    }

    @Test
    void theRepresentativeReadsTheirPartsAndDeclaresAConflict() {
        as(officer);
        go("/records");
        page.getByLabel("Find a record").fill("three calls");
        click(AriaRole.BUTTON, "Find");
        assertThat(page.locator("main").innerText()).contains("1 record", reference);
        assertThat(page.url()).as("nothing typed in the address").endsWith("/records/search");
        click(AriaRole.LINK, reference);
        assertThat(page.locator("main").innerText())
                .contains("Risk and what happened", "three calls")
                .doesNotContain("sister", "What others said");
        assertFits("records-representative");
        go("/records/" + file + "/print");
        photograph("records-print");
        go("/records/" + file);
        click(AriaRole.LINK, "I know or am related to somebody in this record");
        page.getByLabel("I am related to somebody in it").check();
        assertFits("records-conflict");
        click(AriaRole.BUTTON, "Declare it");
        assertFits("records-conflicts");
        go("/records/" + file);
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
        as(coordinator);
        go("/conflicts");
        click(AriaRole.LINK, "Deal with this declaration");
        page.getByLabel("References that must be closed to them").fill("MARAC-2026-NOSUCH");
        click(AriaRole.BUTTON, "Close the declaration");
        assertThat(page.locator("main").innerText()).contains("There is no such record: MARAC-2026-NOSUCH");
        page.getByLabel("References that must be closed to them").fill(reference);
        assertFits("records-resolve");
        click(AriaRole.BUTTON, "Close the declaration");
        assertThat(page.locator("main").innerText()).contains("Dealt with");
    }

    @Test
    void anIdvaWhoLeadsBreaksTheGlassAndTheOfficerReviewsIt() {
        var idva = partnership.viewer(partnership.agency("VICTIM_SERVICE"), Role.IDVA, Purpose.SUPPORT);
        partnership.run("update access.membership set lead = true where id = ?", idva.membership());
        as(idva);
        go("/break-glass");
        page.getByLabel("Reference of the record").fill("MARAC-2026-NOSUCH");
        page.getByLabel("Why must you see it now?").fill("She called and is in danger tonight, invented.");
        page.getByRole(AriaRole.CHECKBOX).check();
        click(AriaRole.BUTTON, "Break the glass");
        assertThat(page.locator("main").innerText()).contains("No record was opened");
        page.getByLabel("Reference of the record").fill(reference);
        assertFits("records-break-glass");
        click(AriaRole.BUTTON, "Break the glass");
        assertThat(page.locator(".witan-glass").innerText()).contains("You broke the glass");
        assertFits("records-broken-glass");
        as(partnership.viewer(team, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT));
        go("/glass");
        assertFits("records-glass");
        page.locator("div:has-text('" + reference + "') > p > a").first().click();
        page.getByLabel("Not justified: it closes at once").check();
        page.getByLabel("What you found").fill("The coordinator could be reached, invented.");
        assertFits("records-review");
        click(AriaRole.BUTTON, "Keep this review");
        as(idva);
        go("/records/" + file);
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
    }

    @Test
    void aReferrerAndAPerpetratorWorkerFindWhatIsAssignedToThem() {
        var referrer = partnership.viewer(police, Role.REFERRER, Purpose.MARAC);
        var worker = partnership.viewer(
                partnership.agency("PERPETRATOR_SERVICE"), Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        as(referrer);
        go("/records");
        assertThat(page.locator("main").innerText()).contains("No records", "There is nothing here");
        assertFits("records-empty");
        keeping.add(coordinator, file, Listing.ASSIGNMENT, referrer.account(), "");
        go("/records/" + file);
        assertThat(page.locator("main").innerText()).contains("three calls");
        var action = registering.register(coordinator, RecordKind.ACTION, team, file);
        keeping.add(coordinator, action.id(), Listing.ASSIGNMENT, worker.account(), "");
        noting.note(coordinator, action.id(), Part.ACTIONS, "Invented: lock changed at the new address.", null);
        noting.note(coordinator, action.id(), Part.PERPETRATOR_VIEW, "Invented: offer a place on Tuesday.", null);
        as(worker);
        go("/records");
        assertThat(page.locator("main").innerText())
                .contains("1 record", action.reference())
                .doesNotContain(reference);
        click(AriaRole.LINK, action.reference());
        assertThat(page.locator("main").innerText())
                .contains("offer a place")
                .doesNotContain("lock", "Lies within", reference);
        assertFits("records-perpetrator-worker");
    }

    private void go(String path) {
        page.navigate(address() + path);
    }

    private void click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }
}
