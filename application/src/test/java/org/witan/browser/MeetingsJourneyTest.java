package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.meeting.Action;
import org.witan.meeting.ActionState;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.Area;
import org.witan.meeting.ArrangingActions;
import org.witan.meeting.Assembly;
import org.witan.meeting.KeepingAgendas;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Mark;
import org.witan.meeting.ReportingActions;
import org.witan.meeting.ReportingActions.Said;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Section;
import org.witan.meeting.Subject;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;

/// How meetings are scheduled and moved, and how actions are agreed, reported and chased, in a real browser.
class MeetingsJourneyTest extends InABrowser {
    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private KeepingAgendas agendas;

    @Autowired
    private AgreeingActions agreeing;

    @Autowired
    private ArrangingActions arranging;

    @Autowired
    private ReportingActions reporting;

    private Assembly here;

    @BeforeEach
    void aBoardOfThreeAgencies() {
        here = new Assembly(partnership(), boards);
    }

    @Test
    void theCoordinatorSchedulesAMeetingMovesItAndRecordsWhoCame() {
        as(here.coordinator);
        page.navigate(address() + "/meetings");
        click(AriaRole.LINK, here.name);
        assertThat(main()).contains("None is scheduled", "Derbyshire: within 3 working days");
        assertFits("meeting-board");
        click(AriaRole.BUTTON, "Schedule a meeting");
        click(AriaRole.BUTTON, "Schedule meeting");
        assertThat(main()).contains("There is a problem", "Enter the day", "Enter the time");
        assertFits("meeting-schedule-problem");
        LocalDate day = WorkingDays.ofEngland().after(Assembly.today(), 12);
        page.getByLabel("Day").fill(Days.typed(day));
        page.getByLabel("Time").fill("2 pm");
        page.getByLabel("Place").fill("Invented House 🏛️, Nowhere");
        click(AriaRole.BUTTON, "Schedule meeting");
        page.waitForURL("**/meetings/*");
        assertThat(main()).contains("(in 12 working days)", "The list goes out", "(in 4 working days)");
        String meeting = page.url();
        click(AriaRole.BUTTON, "The list has gone out");
        assertThat(main()).contains("The list went out on");
        click(AriaRole.LINK, "Move this meeting");
        assertThat(main()).contains("The list went out on");
        page.getByLabel("Time").fill("15.30");
        page.getByLabel("Why").fill("The hall floods when it rains.");
        assertFits("meeting-move");
        click(AriaRole.BUTTON, "Move meeting");
        assertThat(main()).contains("at 15:30", "The hall floods", "before the meeting was moved");
        UUID id = UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1));
        agendas.putOn(here.coordinator, id, here.victimsCase, Section.WITH_CHILDREN, java.util.List.of(Mark.REPEAT));
        click(AriaRole.BUTTON, "Record somebody");
        page.getByLabel("Name").fill("Invented Deputy");
        page.getByLabel("For which agency").selectOption(here.police.toString());
        page.getByText("Deputy", new Page.GetByTextOptions().setExact(true)).click();
        assertFits("meeting-attendance");
        click(AriaRole.BUTTON, "Save");
        assertThat(main())
                .contains("1 of 2 agencies that are needed are there", "Not yet signed", "Invented Deputy", "Repeat");
        assertFits("meeting-one");
        page.navigate(address() + "/meetings");
        assertFits("meeting-list");
    }

    @Test
    void anActionIsAgreedAdvisedAndCompletedWithTheKeyboardAlone() {
        here.meeting(scheduling, 5);
        as(here.coordinator);
        page.navigate(address() + "/actions/new?within=" + here.victimsCase);
        page.getByLabel("What is done").fill("Fit new locks and call the school");
        page.getByLabel("Which agency").selectOption(here.police.toString());
        page.getByText("Victim", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Group").selectOption("HOME_SAFETY");
        page.getByLabel("Which board").selectOption(here.board.toString());
        assertFits("action-agree");
        click(AriaRole.BUTTON, "Save action");
        assertThat(main())
                .contains(
                        "It has no date",
                        "It asks for several things (fit, call)",
                        "Fit new locks and call the school");
        assertFits("action-advice");
        click(AriaRole.LINK, "Change this action");
        page.getByLabel("What is done").fill("Fit new locks");
        page.getByLabel("By when").fill(Days.typed(Assembly.today().plusDays(2)));
        click(AriaRole.BUTTON, "Save");
        assertThat(main()).doesNotContain("easier to do");

        as(here.officer);
        page.navigate(address() + "/work");
        assertThat(main()).contains("1 action of your agency is due within a week");
        page.navigate(address() + "/actions");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fit new locks"))
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/actions/*");
        assertFits("action-report");
        tabTo("state");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().type("Fitted by the carpenter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Save");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> main().contains("Complete since"));
        assertThat(main()).contains("Fitted by the carpenter", "Complete, done on");
        assertFits("action-complete");
        page.navigate(address() + "/actions");
        assertThat(main()).contains("No open action");
    }

    @Test
    void theCoordinatorSeesWhatNobodyAnswersForAndWhatGoesToTheSteeringGroup() {
        UUID notDone = here.action(agreeing, here.police, -3, "Visit her at work " + here.board);
        for (int version = 0; version < 2; version++) {
            reporting.report(here.officer, notDone, version, new Said(ActionState.NOT_DONE, null, "Nobody free"));
        }
        here.action(agreeing, new Action.Term(null, null, null), "Tell the landlord " + here.board);
        as(here.coordinator);
        page.navigate(address() + "/actions");
        assertThat(main())
                .contains(
                        "Nobody answers for these",
                        "Tell the landlord " + here.board,
                        "For the steering group",
                        "Found not done 2 times",
                        "Late");
        click(AriaRole.BUTTON, "Ask for all that is due");
        assertThat(main()).contains("Asked for on");
        assertFits("actions-coordinator");
    }

    @Test
    void whoComesLateWithAReportIsToldAndNothingTypedIsLost() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        as(here.officer);
        page.navigate(address() + "/actions/" + action);
        reporting.report(here.coordinator, action, 0, new Said(ActionState.IN_PROGRESS, null, ""));
        page.getByText("Complete", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("In words").fill("Fitted on Monday ✔");
        click(AriaRole.BUTTON, "Save");
        assertThat(main()).contains("Somebody else", "Now it stands: In progress");
        assertThat(page.getByLabel("In words").inputValue()).isEqualTo("Fitted on Monday ✔");
        assertFits("action-stale");
        click(AriaRole.BUTTON, "Save");
        assertThat(main()).contains("Complete since");
    }

    @Test
    void aPerpetratorWorkerReadsWhatWasWrittenForThemAndReportsIt() {
        UUID action = here.action(
                agreeing,
                new Action.Term(
                        here.programme, here.worker.account(), Assembly.today().plusDays(3)),
                "The MARAC wants him on the programme");
        as(here.coordinator);
        page.navigate(address() + "/actions/" + action);
        click(AriaRole.LINK, "Write what the perpetrator worker is told");
        page.getByLabel("What they are asked to do").fill("Invite him; the victim agrees");
        click(AriaRole.BUTTON, "Save");
        assertThat(main()).contains("Change the words", "may tell the alleged perpetrator", "victim");
        assertFits("action-worker-warning");
        page.getByLabel("What they are asked to do").fill("Invite him by letter");
        click(AriaRole.BUTTON, "Save");
        assertThat(main()).contains("What the perpetrator worker is told", "Invite him by letter");
        as(here.worker);
        page.navigate(address() + "/actions");
        assertThat(main()).contains("Invite him by letter").doesNotContain("MARAC", "board");
        click(AriaRole.LINK, "Invite him by letter");
        assertThat(page.content()).doesNotContain("The MARAC wants", "Invented board", here.victimsCase.toString());
        page.getByText("Complete", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("In words").fill("He came");
        assertFits("action-of-worker");
        click(AriaRole.BUTTON, "Save");
        assertThat(main()).contains("Complete since");
        page.navigate(address() + "/meetings");
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
    }

    @Test
    void anAddressForACalendarSaysOnlyWhenAndWhere() throws Exception {
        here.meeting(scheduling, 9);
        as(here.officer);
        page.navigate(address() + "/meetings");
        click(AriaRole.LINK, "Your calendar");
        click(AriaRole.BUTTON, "Make an address");
        String calendar = page.locator(".witan-secret").innerText();
        assertFits("meeting-calendar");
        var request = HttpRequest.newBuilder(URI.create(calendar)).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body())
                    .contains("SUMMARY:Witan: meeting", "LOCATION:Invented House")
                    .doesNotContain("MARAC", "Person", "board");
            click(AriaRole.BUTTON, "End");
            assertThat(main()).contains("Ended on");
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anAgencyWithOpenActionsLeavesAndTheCoordinatorIsToldBefore() {
        UUID action = here.action(agreeing, here.health, 3, "Record it in the file");
        as(here.coordinator);
        page.navigate(address() + "/meetings/boards/" + here.board);
        page.locator("tr", new Page.LocatorOptions().setHasText("Invented hospital"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(main()).contains("It has 1 open action");
        assertFits("meeting-agency-leaves");
        click(AriaRole.BUTTON, "End taking part");
        assertThat(main()).doesNotContain("Invented hospital");
        page.navigate(address() + "/actions/" + action);
        assertThat(main()).contains("Record it in the file");
        page.navigate(address() + "/meetings/days-off");
        assertFits("meeting-days-off");
        arranging.arrange(
                here.coordinator,
                action,
                0,
                new Action.Term(here.police, null, null),
                new Action.Content("Record it in the file", Area.HEALTH, Subject.VICTIM));
    }

    private void click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }
}
