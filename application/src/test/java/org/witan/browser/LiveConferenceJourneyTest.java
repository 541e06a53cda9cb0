package org.witan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Viewer;
import org.witan.marac.Conference;
import org.witan.marac.Research;
import org.witan.marac.Researching;
import org.witan.people.Standing;
import org.witan.site.Sessions;

/// A conference is heard by several people at once, in real browsers: what one writes the others
/// read, and a network that is cut loses nothing.
class LiveConferenceJourneyTest extends InABrowser {
    @Autowired
    private Researching researching;

    private Conference conference;
    private Page other;

    @BeforeEach
    void twoPeopleAtOneCase() {
        conference = Conference.of(application, partnership(), 2);
        signIn(conference.coordinator());
        other = anotherPerson();
        giveCookie(other.context(), Sessions.cookieOf(conference.chair(), application), address());
    }

    @AfterEach
    void theOtherLeaves() {
        other.context().close();
    }

    private void open(Page where, int at) {
        where.navigate(address() + conference.path(at));
        // It is followed from the first news on.
        where.waitForFunction("document.getElementById('live').dataset.follows === 'true'");
    }

    private static void write(Page where, String kind, String words) {
        where.locator("#kind").selectOption(kind);
        where.locator("#words").fill(words);
        press(where, "Add to the minutes");
    }

    private static void press(Page where, String button) {
        where.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static Locator group(Page where, String kind) {
        return where.locator("#group-" + kind);
    }

    @Test
    void whatOneWritesTheOtherReadsWhileTyping() {
        researching.add(
                conference.police(),
                conference.meeting(),
                conference.cases().getFirst().record(),
                UUID.randomUUID(),
                new Research.Given(Standing.VICTIM, true, "in March", "Invented: three calls.", "", true, ""));
        open(page, 0);
        open(other, 0);
        other.locator("#words").fill("Invented: half a sent");
        assertThat(page.locator("#live-writing")).containsText("Somebody else is writing");
        write(page, "RISK_TO_VICTIM", "Invented: she is more afraid.");
        assertThat(group(other, "RISK_TO_VICTIM")).containsText("she is more afraid");
        assertThat(other.locator("#words")).hasValue("Invented: half a sent");
        assertThat(other.locator("#words")).isFocused();
        press(page, "It was spoken");
        assertThat(other.locator("#live-spoken-list [id^='spoken-']")).containsText("three calls");
        press(page, "Begin this case");
        assertThat(other.locator("#live-clock")).containsText("The meeting is at this case");

        page.locator("h1").click();
        page.keyboard().press("a");
        assertThat(page.locator("#what")).isFocused();
        page.keyboard().type("Change the lock");
        page.locator("#area").selectOption("CHILDREN");
        page.locator("#subject").selectOption("CHILD");
        press(page, "Agreed");
        assertThat(other.locator("#live-actions-list")).containsText("Change the lock");
        assertThat(other.locator("#live-actions-list")).containsText("It has no date");
        assertThat(other.locator("#live-lacking")).hasCount(0);
        assertFits("marac-live");

        press(page, "Heard: next case");
        assertThat(page.locator("#live-clock")).containsText("Case 2 of 2");
        assertThat(other.locator("#live-elsewhere")).containsText("The meeting is at case 2.");
        assertFits(other, "marac-live-elsewhere");
    }

    @Test
    void aLineThatTwoPutRightKeepsBoth() {
        open(page, 0);
        write(page, "PERPETRATOR", "Invented: wrong");
        open(other, 0);
        Locator mine = page.locator("#lines-PERPETRATOR li details");
        mine.locator("summary").click();
        mine.locator("textarea").fill("Invented: as I would have it");
        Locator theirs = other.locator("#lines-PERPETRATOR li details");
        theirs.locator("summary").click();
        theirs.locator("textarea").fill("Invented: as they have it");
        press(other, "Put it right");
        assertThat(page.locator("#live-said")).containsText("Somebody put this line right meanwhile");
        assertThat(page.locator("#lines-PERPETRATOR li textarea")).hasValue("Invented: as I would have it");
        assertThat(group(page, "PERPETRATOR")).containsText("as they have it");
        press(page, "Put it right");
        assertThat(other.locator("#lines-PERPETRATOR li > .witan-words")).hasText("Invented: as I would have it");
        other.locator("#lines-PERPETRATOR li details summary").first().click();
        assertThat(other.locator("#lines-PERPETRATOR li details").first()).containsText("as they have it");
    }

    @Test
    void aNetworkThatIsCutLosesNothing() {
        open(page, 0);
        open(other, 0);
        page.context().setOffline(true);
        write(page, "RISK_TO_CHILDREN", "Invented: first while cut");
        write(page, "RISK_TO_CHILDREN", "Invented: second while cut");
        assertThat(page.locator("#live-said")).containsText("2 to send");
        assertThat(String.valueOf(page.evaluate("sessionStorage.getItem('witan-unsent')")))
                .as("what is kept on a machine that others use too")
                .isNotEqualTo("null")
                .doesNotContain("Invented");
        write(other, "RISK_TO_CHILDREN", "Invented: by the other meanwhile");
        assertThat(group(other, "RISK_TO_CHILDREN")).containsText("by the other meanwhile");
        page.context().setOffline(false);
        assertThat(group(other, "RISK_TO_CHILDREN")).containsText("second while cut");
        assertThat(page.locator("#lines-RISK_TO_CHILDREN > li")).hasCount(3);
        assertThat(page.locator("#live-said")).hasText("");
        page.waitForFunction("sessionStorage.getItem('witan-unsent') === null");
        assertThat(partnership()
                        .asked(
                                "select words from marac.line where item_id = ? and written_by = ? order by written_at",
                                conference.item(0),
                                conference.coordinator().account()))
                .containsExactly("Invented: first while cut", "Invented: second while cut");
    }

    @Test
    void whatIsReadBeforeIsOnePage() {
        page.navigate(address() + "/conference/" + conference.meeting() + "/before");
        assertThat(page.locator("main")).containsText("RESTRICTED");
        assertThat(page.locator("main h2")).hasCount(2);
        assertFits("marac-before");
        Viewer police = conference.police();
        page.context().clearCookies();
        signIn(police);
        page.navigate(address() + conference.path(0));
        assertThat(page.locator("#write-line")).hasCount(0);
        assertFits("marac-live-representative");
    }
}
