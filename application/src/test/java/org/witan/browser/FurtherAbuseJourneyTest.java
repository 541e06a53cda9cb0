package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Drafting;
import org.witan.marac.Referring;
import org.witan.site.Days;

/// A practice tells that it happened again, the coordinator says that it is referred, and the referral is waited for
/// until it is written. In a real browser.
class FurtherAbuseJourneyTest extends InABrowser {
    private static final long SECONDS = 20;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    private Viewer coordinator;
    private Viewer nurse;
    private Referring.Referred referral;

    @BeforeEach
    void aCase() {
        coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        UUID draft = drafting.begin(nurse);
        keep(
                draft,
                "victim",
                Map.of("given", List.of("Ottilie"), "family", List.of("Q" + letters()), "born", List.of("3/4/1988")));
        keep(
                draft,
                "perpetrator.1",
                Map.of("given", List.of("Wolf"), "family", List.of("Q" + letters()), "born", List.of("5/6/1980")));
        keep(draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(draft, "aware", Map.of("consent", List.of("YES")));
        referral = (Referring.Referred) referring.refer(nurse, draft);
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - interval '30 days', referred_on = referred_on - 30 where id = ?",
                        referral.referral());
    }

    private void keep(UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    }

    @Test
    void furtherAbuseIsToldSettledAndItsReferralWaitedFor() {
        as(nurse);
        page.navigate(address() + "/referrals/" + referral.referral());
        follow("Report further abuse");
        assertThat(main()).contains("call 999 first", "You do not have to write the whole referral again.");
        assertFits("further-abuse");
        press("Report it");
        assertThat(main()).contains("Enter the day.", "Choose whether it is safe.");
        assertFits("further-abuse-missing");
        page.locator("#day").fill(Days.typed(today.minusDays(2)));
        page.getByLabel("Strangling, choking or suffocating").check();
        page.locator("#words").fill("Invented: he held her by the throat.");
        page.getByLabel("Wolf").check();
        page.getByLabel("The victim told us").check();
        page.locator("input[name=safe][value=NO]").check();
        page.locator("input[name=emergency][value=CALLED]").check();
        page.locator("#done").fill("Invented: a night at her sister's");
        press("Report it");
        assertThat(main())
                .contains("Further abuse that was reported", "Strangling", "It is not safe to speak to the victim");
        assertFits("further-abuse-on-the-case");
        follow("Report further abuse");
        follow("Write a full referral about the same people");
        assertFits("referral-again");

        untilFound();
        as(coordinator);
        page.navigate(address() + "/triage");
        row("Further incidents that may make a repeat").click();
        assertThat(main()).contains("he held her by the throat", "999: Yes, 999 was called", "It is not safe to speak");
        assertFits("incident-told-by-hand");
        page.locator("input[name=settlement][value=REFERRED]").check();
        press("Keep this decision");
        page.navigate(address() + "/work");
        assertThat(main()).contains("for further abuse and");
        page.navigate(address() + "/triage");
        assertFits("triage-promised");
        row("Promised referrals that have not come").click();
        assertFits("promised-referral");
        follow("Write a full referral about the same people");
        assertFits("referral-from-an-incident");
        press("Begin the referral");
        String draft = page.url().replaceAll("/danger$", "");
        page.navigate(draft + "/victim");
        assertThat(page.locator("#given").inputValue()).isEqualTo("Ottilie");
        page.navigate(draft + "/judgement");
        assertThat(page.locator("input[value=REPEAT]").isChecked()).isTrue();
        page.navigate(draft + "/aware");
        page.locator("input[name=consent][value=YES]").check();
        press("Save and continue");
        page.navigate(draft + "/check");
        press("Send the referral");
        page.navigate(address() + "/triage");
        assertThat(page.locator("main a[href^='/triage/promises']")
                        .filter(new Locator.FilterOptions().setHasText(referral.reference()))
                        .count())
                .isZero();
    }

    /// What happened is told to the other modules by a task of its own.
    private void untilFound() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (partnership().count("select count(*) from marac.incident where record_id = ?", referral.referral())
                == 0) {
            assertThat(System.nanoTime()).as("it is told in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    /// The case of the test in a section of the queue.
    private Locator row(String section) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(section))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(referral.reference()));
    }

    private void press(String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private void follow(String link) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first()
                .click();
    }
}
