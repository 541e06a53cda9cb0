package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Conference;
import org.witan.support.KeepingGivers;

/// What a coordinator sees to beside the conference itself, in a real browser: who has not answered before
/// it, who signed the statement, what agencies fail to do, which cases are due for review, and who gives what
/// support.
class BeforeAndBehindJourneyTest extends InABrowser {
    @Autowired
    private KeepingGivers givers;

    private Conference conference;

    @BeforeEach
    void aConference() {
        conference = Conference.of(application, partnership(), 2);
    }

    private void press(String words) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    private void follow(String words) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    @Test
    void whoHasNotAnsweredIsSeenFromTheAgendaAndAskedAgain() {
        as(conference.housing());
        page.navigate(address() + "/research");
        assertThat(main()).contains("Nothing known");
        assertFits("research-due");
        press("Nothing known");
        as(conference.coordinator());
        page.navigate(address() + "/meetings/" + conference.meeting());
        page.locator("main a[href$='/research']").first().click();
        assertThat(main()).contains("0 of 2 agencies have answered about all that they are asked");
        assertFits("research-of-a-meeting");
        press("Ask all who have not answered");
        assertThat(main()).contains("Asked again on");
    }

    @Test
    void whoeverComesSignsForThemselvesAndTheTextThatIsSignedCanBeWrittenAnew() {
        as(conference.police());
        page.navigate(address() + "/meetings/" + conference.meeting());
        assertFits("statement-to-sign");
        press("I sign this statement");
        assertThat(main()).contains("You signed this on");
        as(conference.chair());
        page.navigate(address() + "/meetings/" + conference.meeting());
        follow("Write a new confidentiality statement");
        assertFits("statement-anew");
    }

    @Test
    void whatFailsAndWhatIsDueForReviewStandOnPagesOfTheirOwn() {
        as(conference.coordinator());
        page.navigate(address() + "/performance");
        page.locator("main a[href='/performance/steering']").first().click();
        assertThat(main()).contains("What goes to the steering group", "A number of 5 or more is called persistent");
        assertFits("failing-for-the-steering-group");
        page.navigate(address() + "/retention");
        assertThat(main()).contains("Witan destroys nothing yet", "Proposed");
        assertFits("due-for-review");
    }

    @Test
    void whoGivesWhatIsKeptOnAPage() {
        UUID agency = partnership().agency("DISTRICT_COUNCIL");
        Viewer worker = partnership().viewer(agency, Role.SUPPORT_WORKER, Purpose.SUPPORT);
        as(conference.coordinator());
        page.navigate(address() + "/support/services");
        follow("Who gives what");
        assertThat(main()).contains("Nothing was said: it is shown for every kind");
        assertFits("who-gives-what");
        page.locator("main a[href='/support/givers/" + worker.agency() + "']").click();
        assertFits("what-one-gives");
        page.getByLabel("Home safety", new Page.GetByLabelOptions().setExact(true))
                .check();
        press("Keep this");
        assertThat(page.locator("main li", new Page.LocatorOptions().setHas(page.locator("a[href$='" + agency + "']")))
                        .innerText())
                .contains("Home safety");
        assertThat(givers.open(conference.coordinator(), agency)
                        .all()
                        .getFirst()
                        .gives())
                .hasSize(1);
    }
}
