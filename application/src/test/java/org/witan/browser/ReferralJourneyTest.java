package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;

/// A referral is written page by page, sent, and decided about, in a real browser.
class ReferralJourneyTest extends InABrowser {
    private final String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    private Viewer nurse;
    private Viewer coordinator;

    @BeforeEach
    void whoRefersAndWhoDecides() {
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
    }

    @Test
    void aNurseRefersAndTheCoordinatorAcceptsOnJudgement() {
        as(nurse);
        page.navigate(address() + "/refer");
        assertFits("refer-begin");
        press("Start a referral");
        assertFits("refer-danger");
        choose("Not known");
        press("Save and continue");
        page.locator("#name").fill("Invented Nurse");
        press("Save and continue");
        assertThat(page.title()).contains("Who is being harmed?");
        page.locator("#given").fill("Katherine");
        page.locator("#family").fill(family);
        page.locator("#born").fill("3 2 1990");
        page.waitForCondition(() -> page.locator("#kept").textContent().contains("Kept as you typed it"));
        assertFits("refer-victim");
        press("Save and continue");
        page.locator("#postcode").fill("XX1 1XX");
        press("Save and continue");
        page.locator("#value").fill("07700 900123");
        page.locator("#safe-1").check();
        press("Save and continue");
        page.locator("#given").fill("Borisav");
        page.locator("#family").fill(family + "er");
        page.locator("#relation").selectOption("EX_PARTNER");
        assertFits("refer-perpetrator");
        press("Save and continue");
        page.locator("#none").check();
        press("Save and continue");
        press("Save and continue");
        page.locator("#words").fill("Invented: he came back at night.");
        page.locator("#last").fill("1 2 2026");
        press("Save and continue");
        page.locator("#which").selectOption("dash");
        press("Save and continue");
        page.locator("#answer-injury").check();
        assertFits("refer-risk");
        press("Save and continue");
        page.locator("#grounds-1").check();
        page.locator("#words").fill("She is more afraid than she says.");
        press("Save and continue");
        page.locator("#wants").fill("to stay in her home");
        press("Save and continue");
        page.locator("#consent").check();
        press("Save and continue");
        press("Save and continue");
        assertThat(main()).contains("Check your answers", "What would help", "Katherine", "Professional judgement");
        assertFits("refer-check");
        press("Send the referral");
        assertThat(main()).contains("Referral sent", "If somebody like this is already known");
        assertFits("refer-sent");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read what you sent"))
                .click();
        assertThat(main()).contains("Waits for triage", "to stay in her home");
        String referral = page.url().substring(page.url().lastIndexOf('/') + 1);

        as(coordinator);
        page.navigate(address() + "/work");
        assertThat(main()).contains("wait").contains("triage");
        page.navigate(address() + "/triage");
        assertFits("triage");
        page.navigate(address() + "/triage/" + referral);
        assertThat(main()).contains("NOT safe: Telephone, 07700 900123", "Read this first");
        assertThat(page.locator("main").textContent().indexOf("Not every way"))
                .as("the warning before any number")
                .isLessThan(page.locator("main").textContent().indexOf("07700"));
        assertThat(page.locator("section[aria-labelledby=risk]").innerText())
                .contains("1 yes", "Professional judgement, at any score", "Claimed", "Not in the records");
        assertFits("triage-referral");
        press("Decide");
        assertThat(main()).contains("Choose what you decide.");
        page.locator("#outcome").check();
        page.locator("#ground-1").check();
        press("Decide");
        page.navigate(address() + "/referrals/" + referral);
        assertThat(main()).contains("Accepted for the conference", "Ground: Professional judgement");
        assertFits("referral");
    }

    @Test
    void aReferralOfSomebodyOf17AsksTheChecklistAndFurtherWaysToReachThem() {
        as(nurse);
        page.navigate(address() + "/refer");
        press("Start a referral");
        String draft = page.url().substring(0, page.url().lastIndexOf('/'));
        page.navigate(draft + "/victim");
        page.locator("#given").fill("Ottilie");
        page.locator("#family").fill(family);
        page.locator("#born")
                .fill(Days.typed(LocalDate.now(ZoneId.of("Europe/London")).minusYears(17)));
        press("Save and continue");
        page.navigate(draft + "/contact");
        page.locator("#value").fill("07700 900124");
        page.locator("#safe-1").check();
        page.locator("#another").check();
        press("Save and continue");
        assertThat(page.url()).endsWith("/other-contact.1");
        page.locator("#means").selectOption("EMAIL");
        page.locator("#value").fill("ottilie@example.org");
        page.locator("#safe").check();
        assertFits("refer-other-contact");
        press("Save and continue");
        assertThat(page.url()).endsWith("/perpetrator.1");
        page.locator("#unknown").check();
        press("Save and continue");
        page.locator("#none").check();
        press("Save and continue");
        assertThat(page.url()).endsWith("/young");
        page.locator("#worker-1").check();
        page.locator("#care-words").fill("Invented: nobody asked yet");
        assertFits("refer-young");
        press("Save and continue");
        assertThat(page.url()).endsWith("/equality");
        page.navigate(draft + "/judgement");
        page.locator("#grounds-1").check();
        page.locator("#words").fill("Invented worry");
        press("Save and continue");
        page.navigate(draft + "/aware");
        page.locator("#consent").check();
        press("Save and continue");
        page.navigate(draft + "/check");
        assertThat(main()).contains("The victim is 16 or 17", "ottilie@example.org");
        assertFits("refer-check-young");
        press("Send the referral");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read what you sent"))
                .click();
        String referral = page.url().substring(page.url().lastIndexOf('/') + 1);

        as(coordinator);
        page.navigate(address() + "/triage/" + referral);
        String triage = page.locator("main").textContent();
        assertThat(triage).contains("What the conference has to see to for a victim of 16 or 17.");
        assertThat(triage.indexOf("Safe: E-mail, ottilie@example.org"))
                .as("what is safe stands first")
                .isPositive()
                .isLessThan(triage.indexOf("NOT safe: Telephone, 07700 900124"));
        assertFits("triage-young");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Answer the checklist for 16 and 17 anew"))
                .click();
        assertThat(page.locator("#worker-1").isChecked()).isTrue();
        page.locator("#worker").check();
        page.locator("#worker-words").fill("Invented Worker, youth service");
        assertFits("young-anew");
        press("Keep it");
        assertThat(main()).contains("Yes. Invented Worker, youth service (");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Answer the checklist for 16 and 17 anew"))
                .click();
        assertThat(main()).contains("Answered with the referral: One named key worker whom they trust: No");
    }

    private void choose(String words) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(words))
                .first()
                .check();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
