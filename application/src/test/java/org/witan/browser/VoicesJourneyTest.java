package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.voices.KeepingPlaces;
import org.witan.voices.Told.PlaceKind;

/// A girl tells of an unsafe bus stop on her telephone, without an account. The analyst reads it; the group sees the
/// stop only when enough have told of it. In a real browser.
class VoicesJourneyTest extends InABrowser {
    private final String mark = "Invented" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private Viewer analyst;
    private Viewer member;

    @Autowired
    private KeepingPlaces places;

    @BeforeEach
    void theGroupAndItsAnalyst() {
        UUID team = partnership().agency("PARTNERSHIP");
        analyst = partnership().viewer(team, Role.ANALYST, Purpose.STATISTICS);
        member = partnership().viewer(team, Role.TASKING_MEMBER, Purpose.TASKING);
        // What other tests told would be counted into the same district.
        partnership().run("delete from voices.report");
        places.add(analyst, PlaceKind.TRANSPORT, mark + " stop", mark + " village", "E07000196");
    }

    @Test
    void aGirlTellsOfABusStopAndTheGroupSeesItWhenEnoughHave() {
        page.navigate(address() + "/voices");
        assertThat(page.locator(".govuk-exit-this-page").count()).isOne();
        assertFits("voices-tell");
        press("Send it");
        assertThat(main()).contains("There is a problem", "Choose what kind of place it is");
        assertFits("voices-tell-missing");
        page.setViewportSize(320, 640);
        tell("The lamp is broken and cars stop. Invented Person was there.");
        assertThat(main()).contains("Thank you", "When enough reports name a place");
        assertThat(page.context().cookies()).as("cookies of whoever tells").isEmpty();
        assertFits("voices-thanks");
        decide("The lamp is broken and cars stop.", true);
        assertThat(heard()).doesNotContain(mark);
        for (int i = 0; i < 3; i++) {
            tell("");
            decide("", false);
            assertThat(heard()).doesNotContain(mark);
        }
        assertFits("voices-heard-few");
        tell("");
        decide("", false);
        assertThat(heard())
                .contains(
                        mark + " stop", "Named in 5 reports", "The lamp is broken and cars stop.", "not recorded crime")
                .doesNotContain("Invented Person was there");
        assertFits("voices-heard");
    }

    @Test
    void theAnalystBringsTwoSurveysAndTheGroupReadsWhatMayBeSaid() {
        as(analyst);
        page.navigate(address() + "/voices/surveys/new");
        page.locator("#source").fill("Invented survey");
        page.locator("#file")
                .fill("year,area,question,n,percent\n2024,%1$s,after dark,800,62\n2025,%1$s,dusk,0,55\n"
                        .formatted(mark));
        press("Bring them");
        assertThat(main()).contains("Line 3: the question must be");
        assertFits("voices-survey-wrong");
        page.locator("#file-chosen")
                .setInputFiles(new FilePayload(
                        "survey.csv",
                        "text/csv",
                        "year,area,question,n,percent\n2024,%1$s,after dark,800,62\n2025,%1$s,after dark,780,54.5\n"
                                .formatted(mark)
                                .getBytes(StandardCharsets.UTF_8)));
        page.waitForFunction("document.getElementById('file').value.includes('54.5')");
        press("Bring them");
        assertThat(main()).contains(mark, "Fewer feel safe.");
        assertFits("voices-surveys");
        page.navigate(address() + "/voices/places");
        assertFits("voices-places");
    }

    /// Somebody else each time: nothing is left of the one before.
    private void tell(String words) {
        page.context().clearCookies();
        page.navigate(address() + "/voices");
        page.getByLabel("Bus stop, bus, station or train").check();
        page.locator("#place")
                .selectOption(page.locator("#place option", new Page.LocatorOptions().setHasText(mark))
                        .getAttribute("value"));
        page.getByLabel("Monday to Friday").check();
        page.getByLabel("3 to 6", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("It is dark").check();
        page.locator("#words").fill(words);
        page.getByLabel("Under 16").check();
        press("Send it");
        // A person reads the page first. Whoever is quicker is asked to send it again, and loses nothing.
        while (main().contains("That was quick")) {
            page.waitForTimeout(500);
            press("Send it");
        }
    }

    private void decide(String left, boolean standsOut) {
        as(analyst);
        page.navigate(address() + "/voices/reports");
        for (int i = 0; !main().contains(mark); i++) {
            page.navigate(address() + "/voices/reports");
            page.locator(".witan-waiting a").nth(i).click();
        }
        if (standsOut) {
            assertThat(main()).contains("Look twice: it may hold a name");
            assertFits("voices-report");
        }
        page.getByLabel("Count it, with the words that are left below").check();
        page.locator("#words").fill(left);
        press("Decide");
        if (page.url().endsWith("/voices/reports")) {
            return;
        }
        throw new AssertionError(main());
    }

    private String heard() {
        as(member);
        page.navigate(address() + "/voices/heard");
        return main();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
