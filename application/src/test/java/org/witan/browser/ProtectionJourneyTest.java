package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Drafting;
import org.witan.marac.Ground;
import org.witan.marac.Listing;
import org.witan.marac.Referring;
import org.witan.marac.TriageOutcome;
import org.witan.marac.Triaging;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.site.Days;
import org.witan.site.Sessions;

/// What protects the people of a case: the police write down an order and a breach of it, the coordinator
/// handles a disclosure-scheme request and a link, and an agency asks to withdraw. In a real browser.
class ProtectionJourneyTest extends InABrowser {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    @Autowired
    private Triaging triaging;

    @Autowired
    private Listing listing;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    private Viewer coordinator;
    private Viewer police;
    private Viewer nurse;
    private UUID meeting;
    private Referring.Referred referral;

    @BeforeEach
    void aCaseOnAnAgenda() {
        UUID run = partnership().agency("PARTNERSHIP");
        UUID force = partnership().agency("POLICE");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        UUID board = UUID.randomUUID();
        boards.add(coordinator, board, BoardKind.MARAC, "Invented MARAC " + board, "", run);
        boards.addAgency(coordinator, board, force, true);
        meeting = UUID.randomUUID();
        scheduling.schedule(
                coordinator, meeting, board, new Timing(Instant.now().plusSeconds(90_000), 180, "Invented Hall", ""));
        referral = referred();
        triaging.decide(
                coordinator, referral.referral(), TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
        listing.list(coordinator, referral.referral(), meeting);
    }

    private Referring.Referred referred() {
        UUID draft = drafting.begin(nurse);
        keep(
                draft,
                "victim",
                Map.of("given", List.of("Ottilie"), "family", List.of("Q" + letters()), "born", List.of("3/4/1988")));
        keep(
                draft,
                "perpetrator.1",
                Map.of("given", List.of("Wolf"), "family", List.of("Q" + letters()), "born", List.of("5/6/1980")));
        keep(draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(draft, "aware", Map.of("consent", List.of("YES")));
        return (Referring.Referred) referring.refer(nurse, draft);
    }

    private void keep(UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    }

    @Test
    void anOrderIsWrittenDownBroughtToMindBrokenAndRenewed() throws IOException {
        as(police);
        page.navigate(address() + "/referrals/" + referral.referral());
        follow("Write down a protective order");
        press("Keep it");
        assertThat(main()).contains("Choose the kind of order.", "Enter the day from which it binds.");
        assertFits("orders-new-missing");
        page.getByLabel("Domestic violence protection order").check();
        page.getByLabel("Wolf").check();
        page.getByLabel("Ottilie").check();
        page.locator("#issuer").fill("Invented Magistrates");
        page.locator("#starts").fill(Days.typed(today.minusDays(20)));
        page.locator("#ends").fill(Days.typed(today.plusDays(20)));
        page.locator("#conditions").fill("Not to go to Invented Street.\nNot to ring her.");
        press("Keep it");
        assertThat(main()).contains("An order of this kind does not last as long as that.");
        assertFits("orders-new-doubt");
        page.locator("#ends").fill(Days.typed(today.plusDays(6)));
        press("Keep it");
        assertThat(main()).contains("ends on " + Days.words(today.plusDays(6)) + ", in 6 days", "Not to ring her.");
        String order = page.url();

        page.navigate(address() + "/work");
        assertThat(main()).contains("1 protective order ends within 28 days");
        page.navigate(address() + "/orders");
        assertThat(main()).contains("Domestic violence protection order", "Wolf", referral.reference());
        assertFits("orders-ending");
        assertThat(file()).contains("RESTRICTED", referral.reference(), "Invented Magistrates");
        assertThat(partnership().deedsOf(police.account())).anyMatch(deed -> deed.contains("EXPORT"));

        page.navigate(order);
        press("Write down a breach");
        page.locator("#words").fill("Invented: he stood outside.");
        page.locator("#reported").fill("police");
        assertFits("orders-breach");
        press("Keep it");
        assertThat(main()).contains("he stood outside", "reported to police");
        follow("It was renewed");
        page.locator("#ends").fill(Days.typed(today.plusDays(8)));
        press("Keep it");
        assertThat(main()).contains("What stood before", "renewed", "written down");
        assertFits("orders-one");
        page.navigate(address() + "/referrals/" + referral.referral());
        assertThat(main()).contains("Protective orders", "Broken once");
        assertFits("orders-on-the-case");

        as(coordinator);
        page.navigate(address() + "/triage");
        assertThat(main()).contains(referral.reference());
        assertThat(partnership().count("select count(*) from marac.incident where record_id = ?", referral.referral()))
                .isEqualTo(1);
        page.navigate(address() + "/conference/" + meeting + "/before");
        assertThat(main()).contains("Domestic violence protection order", "Broken once");
        assertFits("orders-pre-read");
    }

    private String file() throws IOException {
        giveCookie(page.context(), Sessions.cookieOf(police, new Presence(Instant.now()), application), address());
        page.navigate(address() + "/orders");
        var download = page.waitForDownload(
                () -> page.locator("a[href^='/orders.csv']").click());
        assertThat(download.suggestedFilename()).isEqualTo("orders.csv");
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aDisclosureRequestHasItsClockAndALinkSaysWhomToAsk() {
        as(police);
        page.navigate(address() + "/referrals/" + referral.referral() + "/disclosures");
        assertThat(main()).contains("never in writing", "Nobody has written down a request.");
        page.locator("#applicant").check();
        page.locator("#day").fill(Days.typed(today.minusDays(30)));
        press("Keep it");
        assertThat(main()).contains("Right to ask", "First checks: was due on", "Decided, and given if so: was due on");
        assertFits("disclosures-late");
        page.navigate(address() + "/work");
        assertThat(main()).contains("Clare's Law request of " + referral.reference() + " is late");
        page.navigate(address() + "/referrals/" + referral.referral() + "/disclosures");
        follow("Write down a step");
        page.getByLabel("first checks done").check();
        assertFits("disclosures-step");
        press("Keep it");
        assertThat(main()).contains("first checks done").doesNotContain("First checks: was due on");

        page.navigate(address() + "/referrals/" + referral.referral());
        follow("Link it to MAPPA, MATAC or child protection");
        page.getByLabel("MAPPA (multi-agency public protection arrangements)").check();
        page.locator("#level").selectOption("LEVEL_2");
        page.locator("#category").selectOption("PLAN");
        page.locator("#since").fill(Days.typed(today.minusDays(9)));
        page.locator("#lead").fill("Invented Probation");
        press("Keep it");
        assertThat(main()).contains("This category is of another body.");
        page.locator("#category").selectOption("CATEGORY_2");
        assertFits("links-new");
        press("Keep it");
        assertThat(main()).contains("Other bodies that know of this case", "Level 2", "Invented Probation");
        assertFits("links-on-the-case");
        follow("It knows of this case no longer");
        page.locator("#reason").fill("Invented: taken off");
        press("Keep it");
        assertThat(main()).contains("Invented: taken off");
    }

    @Test
    void aReferralIsWithdrawnWhenTheCoordinatorAgrees() {
        as(nurse);
        page.navigate(address() + "/referrals/" + referral.referral());
        follow("Withdraw this referral");
        page.getByLabel("The risk is another than it seemed").check();
        page.locator("#words").fill("Invented: it was a mistake of ours.");
        assertFits("withdrawal-ask");
        press("Ask to withdraw it");
        assertThat(main()).contains("The coordinator has not decided yet.", "Accepted for the conference");
        assertFits("withdrawal-asked");

        as(coordinator);
        page.navigate(address() + "/work");
        assertThat(main()).contains("to withdraw a referral");
        page.navigate(address() + "/triage");
        assertFits("withdrawal-triage");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(referral.reference()))
                .first()
                .click();
        assertThat(main()).contains("It is on an agenda.", "it was a mistake of ours");
        press("Decide");
        assertThat(main()).contains("Choose what you decide.");
        page.getByLabel("withdraw it").check();
        assertFits("withdrawal-decide");
        String stale = page.url();
        press("Decide");
        page.navigate(stale);
        assertThat(page.title()).doesNotContain("Somebody asks to withdraw");

        as(police);
        page.navigate(address() + "/research");
        assertThat(main()).contains("No longer needed", referral.reference());
        assertFits("withdrawal-research");

        as(nurse);
        page.navigate(address() + "/referrals/" + referral.referral());
        assertThat(main()).contains("Withdrawn", "Ottilie").doesNotContain("Withdraw this referral");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }
}
