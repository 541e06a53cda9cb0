package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Sessions;

/// A resident goes from referral to independence: a landlord refers, the hub adds, agencies answer, one leads and acts,
/// two reviews show more independence, the case is removed and counted. In a real browser.
class HubJourneyTest extends InABrowser {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final LocalDate today = LocalDate.now(HERE);

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    private UUID landlord;
    private Viewer worker;
    private Viewer housing;
    private Viewer police;
    private Viewer helper;
    private Viewer keeper;
    private Viewer marac;
    private UUID meeting;

    @BeforeEach
    void aHubWithAMeeting() {
        UUID council = partnership().agency("DISTRICT_COUNCIL");
        UUID force = partnership().agency("POLICE");
        UUID charity = partnership().agency("CHARITY");
        landlord = partnership().agency("HOUSING_ASSOCIATION");
        keeper = partnership().viewer(council, Role.HUB_COORDINATOR, Purpose.HUB);
        worker = partnership().viewer(landlord, Role.REFERRER, Purpose.HUB);
        housing = partnership().viewer(landlord, Role.REPRESENTATIVE, Purpose.HUB);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.HUB);
        helper = partnership().viewer(charity, Role.REPRESENTATIVE, Purpose.HUB);
        marac = partnership().viewer(council, Role.COORDINATOR, Purpose.MARAC);
        UUID conference = id();
        boards.add(marac, conference, BoardKind.MARAC, "Invented MARAC " + conference, "", council);
        boards.addAgency(marac, conference, force, true);
        UUID board = id();
        boards.add(keeper, board, BoardKind.HUB, "Invented hub " + board, "Inventown", council);
        List.of(force, landlord, charity).forEach(agency -> boards.addAgency(keeper, board, agency, true));
        Instant starts =
                today.plusDays(14).atTime(LocalTime.of(10, 0)).atZone(HERE).toInstant();
        meeting = id();
        scheduling.schedule(keeper, meeting, board, new Timing(starts, 60, "Invented Hall", ""));
    }

    private static UUID id() {
        return Identity.at(Instant.now());
    }

    @Test
    void aResidentGoesFromReferralToIndependence() throws IOException {
        String reference = refer("Ottilie");
        String path = add(reference);
        answer(path, police, "Known to us, and we do not work with them now", "Invented: two calls in spring");
        answer(path, housing, "Open to us: we work with them now", "Invented: our tenant for nine years");
        leadAndAct(path);
        measure(path, keeper, "2", "3", "hub-measure-start");
        measure(path, housing, "5", "4", "");
        measure(path, housing, "8", "7", "");
        page.navigate(address() + path);
        assertThat(page.locator("svg.witan-picture title").textContent())
                .contains("Housing: from 2 to 8", "Self-neglect: from 3 to 7");
        assertFits("hub-case-of-lead");

        as(keeper);
        long before = removed();
        page.navigate(address() + path);
        assertFits("hub-case");
        follow("Remove the case");
        press("Remove it");
        assertThat(main()).contains("Choose why it is removed.", "Say in words why it is removed.");
        assertFits("hub-remove-missing");
        page.getByLabel("Needs met").check();
        page.locator("#why").fill("Invented: she keeps her home by herself.");
        press("Remove it");
        assertThat(main()).contains("removed", "Needs met: Invented: she keeps her home by herself.");
        assertThat(removed()).isEqualTo(before + 1);
        assertFits("hub-review");
        assertThat(file()).contains("RESTRICTED", "Needs met", "The scale of independence is our own proposal");
        assertThat(partnership().deedsOf(keeper.account())).anyMatch(deed -> deed.contains("EXPORT hub-review"));
        page.navigate(address() + "/hub/independence");
        assertFits("hub-independence");
    }

    private String refer(String name) {
        as(worker);
        page.navigate(address() + "/hub");
        press("Refer a resident");
        press("Start a referral");
        page.locator("#given").fill(name);
        page.locator("#family").fill("Inventley");
        page.locator("#born").fill("3/4/2015");
        press("Save and continue");
        assertThat(main()).contains("This person is under 18", "children's safeguarding route");
        assertFits("hub-refer-child");
        page.locator("#born").fill("3/4/1961");
        press("Save and stop");
        // Gone on with at another machine.
        as(worker);
        page.navigate(address() + "/hub/refer");
        assertFits("hub-refer-begun");
        follow(name + " Inventley");
        assertThat(main()).contains("Choose at least one need.", "Say what worries you.");
        assertFits("hub-refer-missing");
        page.locator("a:has-text('reached safely')").first().click();
        page.locator("#contact").fill("07700 900123, mornings");
        press("Save and continue");
        page.locator("#lines").fill("7 Invented Row");
        page.locator("#postcode").fill("zz12 3zz");
        press("Save and continue");
        page.locator("#children").fill("Small Inventley, 2/3/2019");
        press("Save and continue");
        page.getByLabel("Housing", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Self-neglect").check();
        assertFits("hub-refer-needs");
        press("Save and continue");
        page.locator("#concerns").fill("Invented: lives among rubbish, no heating.");
        press("Save and continue");
        page.locator("#tried").fill("Invented: we rang and wrote four times.");
        press("Save and continue");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        press("Save and continue");
        press("Save and continue");
        assertThat(main()).contains("Nothing has been shared yet", "7 Invented Row", "Self-neglect");
        assertFits("hub-refer-check");
        press("Send the referral");
        assertThat(main()).contains("Referred to the hub").doesNotContain("known already");
        assertFits("hub-referred");
        String reference = page.locator(".govuk-panel__body").innerText().strip();
        follow("See how it stands");
        assertThat(main()).contains(name, "waits for the hub coordinator").doesNotContain("7 Invented Row");
        return reference;
    }

    private String add(String reference) {
        as(keeper);
        page.navigate(address() + "/work");
        assertThat(main()).contains("for the hub");
        page.navigate(address() + "/hub");
        assertFits("hub-desk");
        page.locator("li.witan-waiting__item")
                .filter(new Locator.FilterOptions().setHasText(reference))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(main()).contains("7 Invented Row", "Small Inventley", "we rang and wrote four times");
        String path = page.url().substring(address().length());
        follow("Add to an agenda");
        press("Add it");
        assertThat(main()).contains("Say why it is added.");
        page.locator("input[value='" + meeting + "']").check();
        page.locator("#why").fill("Invented: landlord, health and a charity are needed.");
        assertFits("hub-add");
        press("Add it");
        assertThat(main()).contains("Added to an agenda: Invented: landlord", "has not answered");
        return path;
    }

    private void answer(String path, Viewer viewer, String known, String words) {
        as(viewer);
        page.navigate(address() + "/work");
        assertThat(main()).contains("1 person of the hub: known to you? open to you?");
        page.navigate(address() + "/hub");
        page.locator("section[aria-labelledby=owed] a").click();
        assertThat(main()).contains("About Ottilie Inventley, born", "see who helps this person already");
        press("Answer");
        assertThat(main()).contains("Choose an answer.");
        page.getByLabel(known).check();
        page.locator("#words").fill(words);
        assertFits("hub-answer");
        press("Answer");
        assertThat(page.url()).endsWith(path);
        assertThat(main()).contains(known, words).doesNotContain("7 Invented Row");
        page.navigate(address() + "/work");
        assertThat(main()).doesNotContain("known to you?");
    }

    private void leadAndAct(String path) {
        as(keeper);
        page.navigate(address() + path);
        assertThat(main()).contains("our tenant for nine years");
        follow("Name the lead agency");
        page.locator("input[value='" + landlord + "']").check();
        assertFits("hub-lead");
        press("Name it");
        follow("Give an agency an action");
        page.locator("#words").fill("Invented: clear the flat with her and mend the heating.");
        page.locator("#agency").selectOption(landlord.toString());
        page.locator("#due").fill(Days.typed(today.plusDays(20)));
        page.getByLabel("Housing", new Page.GetByLabelOptions().setExact(true)).check();
        assertFits("hub-action");
        press("Write it down");
        assertThat(main()).contains("clear the flat with her", "Accepted");
        page.locator("section[aria-labelledby=history]").scrollIntoViewIfNeeded();

        as(housing);
        page.navigate(address() + path);
        follow("Say how it stands");
        page.getByLabel("Complete").check();
        page.locator("#done-on")
                .or(page.locator("#doneOn"))
                .or(page.locator("[name=done]"))
                .first()
                .fill(Days.typed(today));
        page.locator("textarea").first().fill("Invented: done on Tuesday.");
        page.locator("main form button[type=submit], main form button").first().click();
        page.navigate(address() + path);
        assertThat(main()).contains("Complete");
        page.navigate(address() + "/hub");
        page.locator("section[aria-labelledby=meetings] a").first().click();
        assertThat(main()).contains("Agenda", "Ottilie Inventley");
        assertFits("hub-meeting");
    }

    private void measure(String path, Viewer viewer, String housingNow, String neglectNow, String picture) {
        as(viewer);
        page.navigate(address() + path);
        follow("Measure independence");
        if (!picture.isEmpty()) {
            press("Keep it");
            assertThat(main()).contains("Choose who gave the numbers.", "Give a number for at least one need.");
            assertFits(picture);
        }
        page.locator("input[name=occasion]").first().check();
        page.getByLabel("The person, with a worker").check();
        page.locator("#need-HOUSING").selectOption(housingNow);
        page.locator("#need-SELF_NEGLECT").selectOption(neglectNow);
        page.locator("#next").fill(Days.typed(today.plusDays(5)));
        press("Keep it");
        assertThat(main()).contains("Independence, from start to now", "in 5 days");
    }

    private long removed() {
        page.navigate(address() + "/hub/review");
        return Long.parseLong(page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText("Needs met"))
                .first()
                .locator("td")
                .innerText()
                .strip());
    }

    private String file() throws IOException {
        giveCookie(page.context(), Sessions.cookieOf(keeper, new Presence(Instant.now()), application), address());
        page.navigate(address() + "/hub/review");
        var download = page.waitForDownload(
                () -> page.locator("a[href^='/hub/review.csv']").click());
        assertThat(download.suggestedFilename()).isEqualTo("hub-review.csv");
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void steppedUpToTheMaracItIsDiscussedElsewhereForAnAgencyThatIsNotOfIt() {
        String reference = refer("Perdita");
        String path = add(reference);
        as(helper);
        page.navigate(address() + path);
        assertThat(main()).contains("Perdita Inventley");
        as(keeper);
        page.navigate(address() + path);
        follow("Step it up");
        page.getByLabel("MARAC", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#words").fill("Invented: her former partner is back.");
        assertFits("hub-step-up");
        press("Step it up");
        assertThat(main()).contains("visibility of the MARAC", "her former partner is back");
        as(helper);
        page.navigate(address() + path);
        assertThat(main()).contains(reference + " is discussed elsewhere").doesNotContain("Perdita");
        assertFits("hub-elsewhere");
        as(marac);
        page.navigate(address() + "/work");
        assertThat(main()).contains("stepped up to the MARAC by the hub");
        page.navigate(address() + path);
        assertThat(main()).contains("Perdita", "7 Invented Row", "Refer it to the MARAC");
        follow("Say whether the MARAC takes it");
        page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#words").fill("Invented: high risk.");
        press("Say so");
        assertThat(main()).contains("Taken by the MARAC: Invented: high risk.");
        as(police);
        page.navigate(address() + path);
        assertThat(main()).contains("Perdita");
        as(keeper);
        page.navigate(address() + path);
        follow("Step it down");
        page.locator("#words").fill("Invented: he moved away.");
        press("Step it down");
        assertThat(main()).contains("Stepped down to the hub: Invented: he moved away.", "visibility of the MARAC");
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
