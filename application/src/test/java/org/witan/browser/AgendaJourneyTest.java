package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Drafting;
import org.witan.marac.Ground;
import org.witan.marac.Listing;
import org.witan.marac.Referring;
import org.witan.marac.Research;
import org.witan.marac.Researching;
import org.witan.marac.TriageOutcome;
import org.witan.marac.Triaging;
import org.witan.meeting.Assembly;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.people.Standing;
import org.witan.site.Days;

/// Whoever keeps a board keeps its agenda, in a real browser: orders it, moves a case, takes a repeat
/// off, moves all of a meeting that was cancelled, and records what was decided.
class AgendaJourneyTest extends InABrowser {
    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    @Autowired
    private Triaging triaging;

    @Autowired
    private Listing listing;

    @Autowired
    private Researching researching;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    private Viewer coordinator;
    private Viewer police;
    private Viewer nurse;
    private UUID first;
    private UUID second;
    private Referring.Referred one;
    private Referring.Referred repeat;

    @BeforeEach
    void aCaseAndItsRepeatOnTheFirstOfTwoAgendas() {
        UUID run = partnership().agency("PARTNERSHIP");
        UUID force = partnership().agency("POLICE");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        UUID board = UUID.randomUUID();
        String name = "Invented MARAC " + board.toString().substring(0, 6);
        boards.add(coordinator, board, BoardKind.MARAC, name, "", run);
        boards.addAgency(coordinator, board, force, true);
        first = meeting(board, 5);
        second = meeting(board, 12);
        String family = UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "inv";
        LocalDate born =
                LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(18_000));
        one = referred(family, born);
        repeat = referred(family, born);
        researching.add(
                police,
                first,
                one.referral(),
                UUID.randomUUID(),
                new Research.Given(Standing.PERPETRATOR, true, "in May", "Invented: a knife", "", true, ""));
    }

    private UUID meeting(UUID board, int days) {
        UUID id = UUID.randomUUID();
        scheduling.schedule(coordinator, id, board, Assembly.at(days, "Invented Hall"));
        return id;
    }

    private Referring.Referred referred(String family, LocalDate born) {
        UUID draft = drafting.begin(nurse);
        keep(
                draft,
                "victim",
                Map.of(
                        "given", List.of("Ottilie"),
                        "family", List.of(family),
                        "born", List.of(Days.typed(born)),
                        "sex", List.of("Female")));
        keep(draft, "address", Map.of("lines", List.of("3 Invented Street"), "postcode", List.of("ZX16 1XX")));
        keep(
                draft,
                "perpetrator.1",
                Map.of(
                        "given", List.of("Wolf"),
                        "family", List.of("w" + family),
                        "born", List.of(Days.typed(born.minusDays(1000)))));
        keep(draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(draft, "aware", Map.of("consent", List.of("YES")));
        var referred = (Referring.Referred) referring.refer(nurse, draft);
        triaging.decide(
                coordinator,
                referred.referral(),
                TriageOutcome.ACCEPTED,
                Ground.ESCALATION,
                "",
                earlier -> "invented: " + earlier.on());
        listing.list(coordinator, referred.referral(), first);
        return referred;
    }

    private void keep(UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private void press(String name) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private void follow(String name) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    @Test
    void aRepeatIsOrderedUpTakenOffWithAWarningAndItsOldPageIsTold() {
        as(coordinator);
        page.navigate(address() + "/meetings/" + first);
        assertFits("agenda-meeting");
        follow("Order of the agenda");
        assertFits("agenda-order");
        press("Up " + repeat.reference());
        assertThat(page.locator("main ol li").first().innerText()).contains(repeat.reference());
        Page other = anotherPerson();
        giveCookie(other.context(), org.witan.site.Sessions.cookieOf(coordinator, application), address());
        other.navigate(address() + "/meetings/" + first + "/order");
        press("Down " + repeat.reference());
        other.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Down " + repeat.reference()))
                .click();
        assertThat(other.locator("main").innerText()).contains("Somebody ordered this agenda");
        assertFits(other, "agenda-order-stale");
        follow("The meeting");
        follow("Move or take off " + repeat.reference());
        assertThat(main()).contains("A repeat must be heard at the next meeting");
        assertFits("agenda-move");
        String form = page.url();
        other.navigate(form);
        page.getByText("Take it off, and put it on no other agenda").click();
        page.getByLabel("Why").fill("Invented: she asked for time");
        press("Save");
        assertThat(main()).contains("There is a problem", "Take it off all the same");
        assertFits("agenda-take-off-repeat");
        page.getByLabel("Take it off all the same").check();
        press("Save");
        assertThat(main()).contains("Left this agenda", "Taken off", "Invented: she asked for time");
        assertFits("agenda-left");
        other.getByText("Take it off, and put it on no other agenda").click();
        other.getByLabel("Why").fill("Invented: words of the other");
        other.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(other.locator("main").innerText()).contains("Take it off all the same");
        other.getByLabel("Take it off all the same").check();
        other.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(other.locator("main").innerText())
                .contains("This left the agenda meanwhile", "Invented: she asked for time");
        assertThat(other.getByLabel("Why").inputValue()).isEqualTo("Invented: words of the other");
        assertFits(other, "agenda-move-stale");
        other.context().close();
    }

    @Test
    void allOfACancelledMeetingGoToTheNextAndTheAgencyAnswersTheSame() {
        scheduling.cancel(coordinator, first, 0, "Invented: snow");
        as(coordinator);
        page.navigate(address() + "/meetings/" + first);
        assertFits("agenda-cancelled");
        follow("Move all to another meeting");
        assertThat(main()).contains("2 items were not heard");
        page.locator("input[name='to']").first().check();
        page.getByLabel("Why").fill("Invented: snow");
        assertFits("agenda-move-all");
        press("Move 2 items");
        assertThat(main()).contains("Left this agenda", "Moved to the meeting of");
        assertFits("agenda-all-moved");
        page.navigate(address() + "/meetings/" + second);
        follow("Record a decision " + one.reference());
        page.getByLabel("What was decided").fill("Invented: ask for a plan");
        assertFits("agenda-decision");
        press("Save decision");
        assertThat(main()).contains("Decided: Invented: ask for a plan", "Deferred before");
        assertFits("agenda-decided");
        as(police);
        page.navigate(address() + "/research");
        assertThat(main()).contains("Not answered anew");
        assertFits("agenda-research-anew");
        follow(one.reference());
        assertThat(main()).contains("From before", "Invented: a knife");
        assertFits("agenda-research-before");
        press("Nothing has changed");
        assertThat(main())
                .contains("What your agency gave", "Invented: a knife")
                .doesNotContain("From before");
    }
}
