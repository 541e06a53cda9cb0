package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.site.Days;
import org.witan.site.Sessions;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// The group finds a hot place in the real street files of Staffordshire, writes the problem down, makes it a priority,
/// gives a task and reads what before and after say. In a real browser, with an application that has those files.
class PrioritiesJourneyTest extends InABrowser {
    private static final Path REAL =
            Path.of("..", "statistics", "src", "test", "resources", "org", "witan", "statistics", "real");

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    @TempDir
    private static Path folder;

    private static OwnApplication own;

    @BeforeAll
    static void startWithTheStreetFiles() throws IOException {
        Path store = folder.resolve("street-store");
        new Loading(new Store(store), Definitions.shippedWith(null), Clock.systemUTC())
                .load(unpacked(), Progress.SILENT);
        own = OwnApplication.in(folder.resolve("own"), "--witan.store=" + store);
    }

    private static List<Path> unpacked() throws IOException {
        var files = new ArrayList<Path>();
        try (Stream<Path> packed = Files.list(REAL)) {
            for (Path one : packed.filter(file -> file.toString().endsWith("-street.csv.gz"))
                    .sorted()
                    .toList()) {
                Path plain = folder.resolve(one.getFileName().toString().replace(".gz", ""));
                try (var in = new GZIPInputStream(Files.newInputStream(one))) {
                    Files.copy(in, plain);
                }
                files.add(plain);
            }
        }
        return files;
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @Test
    void theGroupFindsAHotPlaceSetsAPriorityTasksItAndReadsItsEffect() {
        var invented = new Partnership(own.owner());
        UUID police = invented.agency("POLICE");
        UUID council = invented.agency("DISTRICT_COUNCIL");
        Viewer member = invented.viewer(police, Role.TASKING_MEMBER, Purpose.TASKING);
        UUID board = UUID.randomUUID();
        own.part(KeepingBoards.class)
                .add(member, board, BoardKind.TASKING, "Invented Tactical Priorities Group", "", police);
        giveCookie(page.context(), Sessions.cookieOf(member, own.context()), own.address());

        page.navigate(own.address() + "/priorities");
        assertThat(main()).contains("No problem is written down yet");
        follow("Where it gathers");
        page.locator("#offences").selectOption("police-uk-violence-and-sexual-offences");
        page.locator("#area").selectOption("E06000021");
        page.locator("#period").fill("2023-24-Q4");
        press("Show it");
        assertThat(main())
                .contains("How well would this have foretold the last month?", "March 2024", "Kernel density", "Chance")
                .contains("Repeat locations", "The publisher moves each crime");
        assertThat(page.locator("svg.witan-picture").count()).isOne();
        assertFits("priorities-places");
        follow("Near repeats");
        assertThat(main()).contains("999 dealings, seed 1", "same map point");
        assertFits("priorities-near-repeats");
        page.goBack();

        follow("Write a problem down");
        page.locator("#title").fill("Violence around the night-time streets of Hanley");
        press("Write it down");
        assertThat(main()).contains("violence and sexual offences, Stoke-on-Trent", "It is no priority");
        follow("Write what is known and planned");
        page.locator("#objective").fill("A tenth fewer by the end of March than elsewhere lets expect");
        page.locator("#harmed").fill("People who leave late; door staff could guard them");
        page.locator("#harming").fill("Groups after closing time");
        page.locator("#place").fill("Two taxi ranks; the council manages them");
        page.getByLabel("Let it be seen").check();
        press("Keep it");
        assertThat(main()).contains("Let it be seen").doesNotContain("A side of the triangle is empty");
        follow("Make it a priority, or change it");
        page.locator("#agency").selectOption(police.toString());
        page.locator("#tactics").fill("Marshals at both ranks, lights, and patrols at closing time");
        page.locator("#review").fill(Days.typed(LocalDate.now(HERE).plusDays(60)));
        press("Keep it");
        follow("Give a task");
        page.locator("#agency").selectOption(council.toString());
        page.locator("#words").fill("Mend the lights at both ranks");
        page.locator("#due").fill(Days.typed(LocalDate.now(HERE).plusDays(14)));
        press("Give it");
        assertThat(main()).contains("does not take part in the board", "Ask it first");
        assertFits("priorities-task-absent");
        page.getByLabel("I have asked the agency, and it takes the task").check();
        press("Give it");
        assertThat(main()).contains("Mend the lights at both ranks", "Proposed");
        theAgencyAcceptsIt(invented, council);
        page.reload();
        assertThat(main()).contains("Accepted");
        follow("Say how it stands");
        page.locator("input[value=COMPLETE]").check();
        page.locator("#words").fill("All lamps work");
        assertFits("priorities-task-report");
        press("Keep it");
        assertThat(main()).contains("All lamps work");
        follow("Measure before and after");
        page.locator("#before").fill("2024-M01");
        page.locator("#after").fill("2024-M03");
        page.getByLabel("Newcastle-under-Lyme").check();
        page.getByLabel("South Staffordshire").check();
        press("Measure it");
        assertThat(main()).contains("beyond what changed elsewhere (95 %:", "The areas compared with:");
        assertFits("priorities-problem");
        follow("End this priority");
        page.locator("#because").fill("Fewer calls at both ranks; the council keeps the marshals");
        assertFits("priorities-end");
        press("End it");
        assertThat(main()).contains("It is no priority", "the council keeps the marshals");
        assertFits("priorities-ended");
        page.navigate(own.address() + "/priorities/profile?area=E07000196&period=2024-M03");
        assertThat(main()).contains("What changed in the district", "anti social behaviour");
        assertFits("priorities-profile-street");
        page.navigate(own.address() + "/priorities/areas?period=2024-M03");
        assertThat(main()).contains("What changed in any district", "All types in Lichfield");
        assertFits("priorities-areas");
        page.navigate(own.address() + "/priorities/seasons?offences=police-uk-shoplifting&period=12m:2024-03");
        assertThat(main()).contains("Two whole years are needed", "January");
        assertFits("priorities-seasons");
        page.navigate(own.address() + "/priorities/scales");
        assertThat(main()).contains("Weights of harm", "In use since", "Cambridge Crime Harm Index");
        assertFits("priorities-scales");
        theEffectOfAHotPlaceIsOfThatPlace();
    }

    private void theEffectOfAHotPlaceIsOfThatPlace() {
        page.navigate(own.address() + "/priorities/places?offences=police-uk-violence-and-sexual-offences"
                + "&area=E06000021&period=2023-24-Q4");
        follow("Write it down as a problem");
        assertThat(main()).contains("It is about this hot place and keeps it: SJ ", "Stoke-on-Trent 0");
        assertFits("priorities-problem-of-a-place");
        page.locator("#title").fill("Violence at the densest place of Hanley");
        press("Write it down");
        assertThat(main()).contains("Hot place: SJ ", "(ward ");
        follow("Measure before and after");
        assertFits("priorities-effect-of-a-place");
        page.locator("#before").fill("2024-M01");
        page.locator("#after").fill("2024-M03");
        page.getByLabel("Ward: Tunstall").check();
        page.getByLabel("South Staffordshire").check();
        press("Measure it");
        assertThat(main())
                .contains("beyond what changed elsewhere (95 %:", "alone, the small area around the hot place")
                .doesNotContain("Counted in the whole of");
        assertFits("priorities-problem-with-its-place");
    }

    private void theAgencyAcceptsIt(Partnership invented, UUID council) {
        Viewer speaks = invented.viewer(council, Role.REPRESENTATIVE, Purpose.MARAC);
        try (BrowserContext agency = page.context().browser().newContext()) {
            giveCookie(agency, Sessions.cookieOf(speaks, own.context()), own.address());
            Page list = agency.newPage();
            list.navigate(own.address() + "/actions");
            assertThat(list.locator("main").innerText()).contains("Tasks of the Tactical Priorities Group");
            list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mend the lights"))
                    .click();
            list.locator("input[value=ACCEPTED]").check();
            list.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep it"))
                    .click();
            assertThat(list.locator("main").innerText()).contains("Mend the lights at both ranks", "Accepted");
        }
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }
}
