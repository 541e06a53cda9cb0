package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
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
import org.witan.marac.Conference;
import org.witan.marac.Drafting;
import org.witan.marac.Referring;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;

/// A referral goes on an agenda, is researched and heard, its action is done, and the return counts it, in a real
/// browser.
class ConferenceJourneyTest extends InABrowser {
    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    private Viewer coordinator;
    private Viewer police;
    private UUID meeting;
    private Referring.Referred referral;

    @BeforeEach
    void aReferralAndAConference() {
        UUID run = partnership().agency("PARTNERSHIP");
        UUID force = partnership().agency("POLICE");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.MARAC);
        UUID board = UUID.randomUUID();
        boards.add(
                coordinator,
                board,
                BoardKind.MARAC,
                "Invented MARAC " + board.toString().substring(0, 6),
                "",
                run);
        boards.addAgency(coordinator, board, force, true);
        meeting = UUID.randomUUID();
        scheduling.schedule(coordinator, meeting, board, new Timing(Conference.laterToday(), 180, "Invented Hall", ""));
        Viewer nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        UUID draft = drafting.begin(nurse);
        keep(
                nurse,
                draft,
                "victim",
                Map.of("given", List.of("Ottilie"), "family", List.of("Q" + letters()), "sex", List.of("Female")));
        keep(nurse, draft, "perpetrator.1", Map.of("given", List.of("Wolf"), "family", List.of("Q" + letters())));
        keep(
                nurse,
                draft,
                "other.1",
                Map.of("standing", List.of("CHILD"), "given", List.of("Small"), "family", List.of("Q" + letters())));
        keep(nurse, draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(nurse, draft, "equality", Map.of("disability", List.of("YES")));
        keep(nurse, draft, "aware", Map.of("consent", List.of("YES")));
        referral = (Referring.Referred) referring.refer(nurse, draft);
    }

    private void keep(Viewer nurse, UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    }

    @Test
    void aCaseIsListedResearchedHeardAndCounted() {
        as(coordinator);
        page.navigate(address() + "/triage/" + referral.referral());
        page.locator("#outcome").check();
        page.locator("#ground-2").check();
        press("Decide");
        assertThat(main()).contains("Accepted for the conference", "Put it on the agenda of");
        assertFits("marac-list");
        page.locator("form:has(input[value='" + meeting + "']) button").click();

        as(police);
        page.navigate(address() + "/work");
        assertThat(main()).contains("Research about 1 referral is owed");
        page.navigate(address() + "/research");
        assertFits("marac-research");
        press("Nothing known");
        assertThat(main()).contains("1 of 1 answered", "Undo");
        press("Undo");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(referral.reference()))
                .click();
        assertThat(main()).contains("Do not ring, write or send anything", "Ottilie");
        press("Keep it");
        assertThat(main()).contains("Choose about whom it is.", "Write what your agency knows");
        page.locator("#about-1").check();
        page.locator("#kind").check();
        page.locator("#words").fill("Invented: three calls since January.");
        page.locator("#share").check();
        press("Keep it");
        assertThat(main()).contains("What your agency gave", "three calls since January");
        assertFits("marac-answer");

        as(coordinator);
        page.navigate(address() + "/conference");
        assertFits("marac-conferences");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(referral.reference()))
                .click();
        assertThat(main()).contains("Case 1 of 1", "An action for the children", "three calls since January");
        press("It was spoken");
        shows("#live-spoken-list [id^='spoken-']", "three calls since January");
        page.locator("#kind").selectOption("RISK_TO_VICTIM");
        page.locator("#words").fill("Invented: it gets worse, and she is more afraid.");
        press("Add to the minutes");
        shows("#lines-RISK_TO_VICTIM", "it gets worse, and she is more afraid");
        page.locator("#kind").selectOption("NO_CHILDRENS_ACTION");
        page.locator("#words").fill("Invented: children's services act already.");
        press("Add to the minutes");
        shows("#lines-NO_CHILDRENS_ACTION", "children's services act already");
        assertThat(main()).doesNotContain("An action for the children, or");
        press("This case was heard");
        shows("#live-clock", "Heard");
        assertFits("marac-hearing");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("It was not heard after all"))
                .click();
        press("It was not heard");
        assertThat(main()).contains("Say why it was not heard after all.");
        page.locator("#reason").fill("Invented: pressed too early.");
        assertFits("marac-not-heard");
        press("It was not heard");
        assertThat(main()).contains("This case was heard", "it gets worse, and she is more afraid");
        press("This case was heard");
        shows("#live-clock", "Heard");
        page.navigate(address() + "/conference/" + meeting + "/minutes");
        assertThat(main()).contains("RESTRICTED", "three calls since January", "it gets worse");
        assertFits("marac-minutes");

        page.navigate(address() + "/returns");
        assertThat(main()).contains("Data return");
        assertFits("marac-return");
        String heard = partnership()
                .asked(
                        "select count(distinct i.record_id) from meeting.item i join meeting.item_event e on e.item_id = i.id where e.what = 'HEARD' and i.meeting_id = ?",
                        meeting)
                .getFirst();
        assertThat(heard).isEqualTo("1");
        assertThat(onPagesFromHere("a[href*='/returns/" + meeting + "/CASES']").innerText())
                .isEqualTo(heard);
        assertThat(page.locator("a[href*='/returns/" + meeting + "/CHILDREN']").innerText())
                .isEqualTo("1");
        assertThat(page.locator("a[href*='/returns/" + meeting + "/DISABILITY']")
                        .innerText())
                .isEqualTo("1");
        page.locator("a[href*='/returns/" + meeting + "/DISABILITY']").click();
        assertThat(main()).contains(referral.reference());

        as(police);
        page.navigate(address() + "/conference/" + meeting + "/minutes");
        assertThat(main()).contains("it gets worse");
        page.navigate(address() + "/returns");
        assertThat(page.title()).doesNotContain("Data return");
    }

    /// What the page fetches by itself.
    private void shows(String where, String words) {
        PlaywrightAssertions.assertThat(page.locator(where).first()).containsText(words);
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
