package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Drafting;
import org.witan.marac.Referring;

/// What was decided waits on until it is done: a referral is returned, answered and accepted, and stands before the
/// coordinator until it is on an agenda; its victim stands before the IDVA until somebody tried to reach her. In a
/// real browser.
class WhatWaitsJourneyTest extends InABrowser {
    private final String young =
            String.valueOf(LocalDate.now(ZoneId.of("Europe/London")).getYear() - 16);

    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    private Viewer coordinator;
    private Viewer nurse;
    private Viewer idva;
    private Referring.Referred referral;

    @BeforeEach
    void aReferral() {
        coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        idva = partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC);
        UUID draft = drafting.begin(nurse);
        String family = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
        keep(draft, "victim", Map.of("given", List.of("Hermia"), "family", List.of(family), "born", List.of(young)));
        keep(draft, "perpetrator.1", Map.of("given", List.of("Wolf"), "family", List.of("w" + family)));
        keep(draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(draft, "aware", Map.of("consent", List.of("YES")));
        referral = (Referring.Referred) referring.refer(nurse, draft);
    }

    private void keep(UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    @Test
    void aReferralIsReturnedAnsweredAcceptedAndNotForgotten() {
        as(idva);
        page.navigate(address() + "/work");
        follow("whom nobody has tried to reach");
        assertThat(main()).contains("Victims to reach", referral.reference(), "Referred on");
        assertFits("contacts");

        as(coordinator);
        page.navigate(address() + "/triage/" + referral.referral());
        assertThat(main()).contains("The victim may be under 16", "One named key worker whom they trust");
        assertFits("triage-maybe-under-16");
        page.locator("input[name=outcome][value=RETURNED]").check();
        page.locator("#reason").fill("Invented: is she 16 yet, and what changed in March?");
        page.locator("main form button").first().click();

        as(nurse);
        page.navigate(address() + "/refer/returned");
        assertThat(main()).contains(referral.reference(), "what changed in March?");
        assertFits("returned");
        page.navigate(address() + "/work");
        follow("not taken: read why, and answer");
        assertThat(main()).contains("Returned with questions", "what changed in March?");
        press("Send the answer");
        assertThat(main()).contains("Choose what your agency says.");
        page.locator("input[name=what][value=AGAIN]").check();
        press("Send the answer");
        assertThat(main()).contains("Write down what was missing.");
        assertFits("return-answer");
        page.locator("#words").fill("Invented: she is 16, and he broke the door.");
        press("Send the answer");
        assertThat(main()).contains("Answered on", "he broke the door", "Waits");
        assertFits("return-answered");

        as(coordinator);
        page.navigate(address() + "/triage/" + referral.referral());
        assertThat(main()).contains("he broke the door");
        page.locator("input[name=outcome][value=EMERGENCY]").check();
        page.locator("input[name=ground][value=ESCALATION]").check();
        page.locator("main form button").first().click();
        page.navigate(address() + "/triage");
        assertThat(main()).contains("Accepted, and on no agenda to come", referral.reference(), "is to be held by");
        assertFits("triage-unlisted");
        page.navigate(address() + "/work");
        assertThat(main()).contains("on no agenda");
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
