package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Deed;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// A data protection officer at work in a real browser.
class TrailJourneyTest extends InABrowser {
    @Autowired
    private Witnessing witnessing;

    private UUID file;
    private Viewer officer;

    @BeforeEach
    void aFileThatTwoPeopleSaw() {
        var partnership = partnership();
        var police = partnership.agency("POLICE");
        officer = partnership.viewer(police, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        file = partnership.record(RecordKind.CASE, police);
        for (int i = 0; i < 2; i++) {
            var reader = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
            witnessing.witness(reader, new Deed(Deed.Verb.SEARCH, "record", Map.of("words", "invented")), shown -> {
                shown.add(file);
                return true;
            });
            partnership.yesterday(reader, "SEARCH", "{\"words\":\"Person\"}", file);
        }
    }

    @Test
    void theOfficerFindsWhoSawARecordAndReviewsWhatIsUnusual() {
        signIn(officer);
        page.navigate(address() + "/trail");
        page.getByLabel("Reference of a record or a person").fill("test-" + file);
        page.keyboard().press("Enter");
        page.waitForURL("**reference=*");
        assertThat(page.locator("tbody tr").count()).isEqualTo(4);
        assertThat(page.locator("main").innerText()).doesNotContain("There is a problem");
        assertFits("trail");
        page.locator("tbody a").first().click();
        assertThat(page.locator("main").innerText()).contains("words", "invented");
        assertFits("trail-entry");
        page.navigate(address() + "/trail?from=soon");
        assertFits("trail-mistake");
        page.navigate(address() + "/trail/unusual");
        assertFits("trail-unusual");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Searched for their own family name"))
                .first()
                .click();
        assertFits("trail-unusual-one");
        assertThat(page.locator("main").innerText()).doesNotContain("There is a problem", "before you");
        page.getByLabel("Explained").check();
        page.getByLabel("What you found").fill("A colleague of the same name.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep the review"))
                .click();
        page.waitForURL("**/trail/unusual");
        assertThat(page.locator("main").innerText()).contains("Reviewed", "A colleague of the same name.");
        assertFits("trail-reviewed");
        page.navigate(address() + "/trail/mine");
        assertFits("trail-mine");
    }
}
