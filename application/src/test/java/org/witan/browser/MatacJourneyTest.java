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
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.matac.Recorded;
import org.witan.matac.Recorded.Human;
import org.witan.meeting.KeepingBoards;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;
import org.witan.site.Sessions;

/// An officer reads the ranking of today and of a past day, opens a score to the events behind it and nominates; the
/// chair adds a board, schedules its meeting and decides. In a real browser.
class MatacJourneyTest extends InABrowser {
    private static final LocalDate GROWN = LocalDate.of(1986, 5, 17);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private String meeting = "";

    @Test
    void anOfficerReadsTheRankingOpensAScoreAndNominatesAndTheChairDecides() throws IOException {
        UUID police = partnership().agency("POLICE");
        Viewer officer = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer chair = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.CHAIR, Purpose.MARAC);
        try (var recorded = new Recorded(application, police)) {
            invent(recorded);
        }
        as(officer);
        page.navigate(address() + "/matac");
        assertThat(main())
                .contains(
                        "convicted of nothing", "The pool: 30 persons", "Told apart because their age is not known: 1")
                .contains("Gravity weighs 35 of 100", "Fairness by group")
                .doesNotContain("There is a problem");
        assertFits("matac-ranking");
        readAnotherDay();
        page.navigate(address() + "/matac");
        page.locator("#ranked ~ table tbody a").first().click();
        assertThat(main()).contains("Where the score comes from", "The events behind it", "What the score was before");
        assertThat(page.locator("svg.witan-picture title").textContent()).contains("The score each month for a year");
        assertFits("matac-score");
        follow("Nominate somebody");
        press("Nominate");
        assertThat(main()).contains("Say why you nominate them.");
        assertFits("matac-nominate-missing");
        page.locator("#reason").fill("Invented: recorded again after two warnings.");
        press("Nominate");
        assertThat(main()).contains("recorded again after two warnings", "Score today");
        file(officer);
        meet(chair, police);
        decide(chair);
        review();
        as(officer);
        page.navigate(address() + "/matac/suspected");
        assertThat(main()).contains("Serial alleged perpetrators", "Repeat alleged perpetrators");
        assertFits("matac-suspected");
        follow("Harmed again");
        assertThat(main()).contains("Repeat victims: 1");
        assertFits("matac-harmed");
    }

    private void readAnotherDay() {
        page.locator("#day").fill("31/2/2026");
        press("Show that day");
        assertThat(main()).contains("Enter a day from 1/1/2000 to today");
        assertFits("matac-day-wrong");
        page.locator("#day").fill(Days.typed(today.minusDays(400)));
        press("Show that day");
        assertThat(main())
                .contains(
                        Days.words(today.minusDays(400)),
                        "using what was recorded by then",
                        "There was no scale on that day");
    }

    private void meet(Viewer chair, UUID police) {
        as(chair);
        page.navigate(address() + "/matac/scale");
        assertThat(main()).contains("Used today", "What offences weigh");
        assertFits("matac-scale");
        String name = "Invented MATAC " + UUID.randomUUID();
        page.navigate(address() + "/meetings/boards/new");
        page.locator("#name").fill(name);
        page.getByLabel("Multi-agency tasking and coordination (MATAC)").check();
        press("Add board");
        page.waitForURL("**/meetings/boards/*-*");
        UUID board = UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
        application.getBean(KeepingBoards.class).addAgency(chair, board, police, true);
        page.navigate(address() + "/matac/meetings");
        follow("Schedule a meeting of " + name);
        LocalDate day = WorkingDays.ofEngland().after(today, 25);
        page.locator("#day").fill(Days.typed(day));
        page.locator("#time").fill("2 pm");
        press("Schedule meeting");
        page.navigate(address() + "/matac/meetings");
        assertThat(main())
                .contains(
                        "Nominations close", "Schedule a meeting of " + name + " for " + Days.words(day.plusWeeks(4)));
        assertFits("matac-meetings");
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("a")
                .first()
                .click();
        assertThat(main())
                .contains("To decide: ", "recorded again after two warnings", "Write down the decision", "Score today")
                .contains("Decided so far", "Attendance, time and place");
        assertFits("matac-meeting");
        meeting = page.url();
    }

    private void review() {
        page.navigate(meeting);
        assertThat(main())
                .contains("Taken on, to look at again", "Disruption first: Invented: the meeting agreed.")
                .contains("Write down that it ended");
        assertFits("matac-meeting-decided");
        follow("Attendance, time and place");
        assertThat(main()).contains("Who comes");
    }

    private void decide(Viewer chair) {
        as(chair);
        page.navigate(address() + "/work");
        assertThat(main()).contains("for a decision of the MATAC");
        page.navigate(address() + "/matac/nominations");
        page.locator("li.witan-waiting__item")
                .filter(new Locator.FilterOptions().setHasText("recorded again after two warnings"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Write down the decision"))
                .first()
                .click();
        page.getByLabel("Taken on", new Page.GetByLabelOptions().setExact(true)).check();
        press("Write it down");
        assertThat(main()).contains("Choose what is tried first.", "Say why.");
        assertFits("matac-decide");
        page.getByLabel("Disruption").check();
        page.locator("#words").fill("Invented: the meeting agreed.");
        press("Write it down");
        assertThat(main()).contains("Disruption first: Invented: the meeting agreed.", "and is the same");
        assertFits("matac-nominations");
    }

    private void file(Viewer officer) throws IOException {
        page.context().clearCookies();
        giveCookie(page.context(), Sessions.cookieOf(officer, new Presence(Instant.now()), application), address());
        page.navigate(address() + "/matac");
        var download = page.waitForDownload(() -> follow("Take this list away"));
        assertThat(download.suggestedFilename()).isEqualTo("matac-ranking.csv");
        try (InputStream content = download.createReadStream()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("RESTRICTED", "Gravity weighs 35")
                    .doesNotContain("Person-");
        }
        assertThat(partnership().deedsOf(officer.account())).contains("EXPORT matac ranking DONE");
    }

    private void invent(Recorded recorded) {
        var random = new Random(41);
        List<String> codes = List.of("8N", "8Q", "105A", "19C", "58A", "8L", "9A");
        for (int at = 0; at < 30; at++) {
            var suspect = new Human(
                    UUID.randomUUID(),
                    LocalDate.of(1970 + at, 3, 1),
                    at % 3 == 0 ? "" : at % 4 == 0 ? "female" : "male");
            for (int event = 0; event < 2 + random.nextInt(4); event++) {
                recorded.crime(
                        Human.born(GROWN),
                        suspect,
                        today.minusDays(random.nextInt(900)),
                        codes.get(random.nextInt(codes.size())));
            }
        }
        Human unknown = Human.born(null);
        recorded.crime(Human.born(GROWN), unknown, today.minusDays(3), "8N");
        recorded.crime(Human.born(GROWN), unknown, today.minusDays(9), "8N");
        Human victim = Human.born(GROWN);
        Human again = Human.born(GROWN);
        recorded.crime(victim, again, today.minusDays(11), "8Q");
        recorded.crime(victim, again, today.minusDays(60), "8Q");
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
