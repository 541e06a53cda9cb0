package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Presence;
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
import org.witan.site.Days;
import org.witan.site.Sessions;

/// After the conference: agencies flag their files and remove the flags, a case goes to another MARAC as a sealed file
/// and comes in from one, and an emergency meeting is called. In a real browser.
class AfterTheConferenceJourneyTest extends InABrowser {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

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
    private UUID board;
    private UUID meeting;
    private Referring.Referred referral;

    @BeforeEach
    void aReferralAndAConference() {
        UUID run = partnership().agency("PARTNERSHIP");
        UUID force = partnership().agency("POLICE");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.MARAC);
        board = UUID.randomUUID();
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
        referral = referred(Map.of());
    }

    private Referring.Referred referred(Map<String, List<String>> harmer) {
        Viewer nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        UUID draft = drafting.begin(nurse);
        keep(
                nurse,
                draft,
                "victim",
                Map.of("given", List.of("Ottilie"), "family", List.of("Q" + letters()), "born", List.of("3/4/1988")));
        keep(nurse, draft, "address", Map.of("lines", List.of("3 Invented Street"), "postcode", List.of("ZX16 1XX")));
        var perpetrator = new HashMap<String, List<String>>(harmer);
        perpetrator.put("given", List.of("Wolf"));
        perpetrator.put("family", List.of("Q" + letters()));
        keep(nurse, draft, "perpetrator.1", perpetrator);
        keep(nurse, draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(nurse, draft, "aware", Map.of("consent", List.of("YES")));
        return (Referring.Referred) referring.refer(nurse, draft);
    }

    private void keep(Viewer nurse, UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    }

    @Test
    void agenciesFlagTheirFilesAndRemoveTheFlagsAfterTwelveMonths() throws IOException {
        as(coordinator);
        page.navigate(address() + "/triage/areas");
        assertFits("marac-areas");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Invented MARAC " + board.toString().substring(0, 6)))
                .click();
        page.locator("#codes").fill("ZX16, nonsense");
        press("Keep them");
        assertThat(main()).contains("NONSENSE");
        page.locator("#codes").fill("ZX16, ZX17");
        press("Keep them");
        assertThat(main()).contains("ZX16, ZX17");
        page.navigate(address() + "/triage");
        assertThat(main()).contains("Due ");
        assertFits("marac-triage-due");
        page.navigate(address() + "/triage/" + referral.referral());
        assertThat(main()).contains("lives in the area of Invented MARAC");
        hear();

        as(police);
        page.navigate(address() + "/work");
        assertThat(main()).contains("1 case to flag in your files");
        page.navigate(address() + "/flags");
        assertThat(main()).contains("To set (1)", "Ottilie", "born Sun 3 Apr 1988", referral.reference());
        press("We flagged our files");
        assertThat(main()).contains("To set (0)", "Flagged and still live (1)", "Your agency said on");
        assertFits("marac-flags-live");
        press("Undo");
        assertThat(main()).contains("To set (1)");
        press("We flagged our files");

        // A year and a day later.
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - interval '370 days', referred_on = referred_on - 370 where id = ?",
                        referral.referral());
        page.navigate(address() + "/work");
        assertThat(main()).contains("1 flag to remove from your files");
        page.navigate(address() + "/flags");
        assertThat(main()).contains("To remove (1)", "Lapsed after");
        assertFits("marac-flags-remove");
        String file = flagFile();
        assertThat(file).contains("RESTRICTED", referral.reference(), "to remove", "Ottilie", "1988-04-03");
        assertThat(partnership().deedsOf(police.account())).anyMatch(deed -> deed.contains("EXPORT"));
        press("We removed it");
        assertThat(main()).contains("To remove (0)", "Removed lately (1)");

        as(coordinator);
        page.navigate(address() + "/flags");
        String said = partnership()
                .asked(
                        "select count(*) from marac.flag f where f.record_id = ? and f.undone_at is null and f.what = 'REMOVED'",
                        referral.referral())
                .getFirst();
        String agencies = partnership()
                .asked("select count(distinct agency_id) from access.party where record_id = ?", referral.referral())
                .getFirst();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(referral.reference()))
                        .innerText())
                .contains(said + " of " + agencies);
        assertFits("marac-flag-tallies");
    }

    private String flagFile() throws IOException {
        giveCookie(page.context(), Sessions.cookieOf(police, new Presence(Instant.now()), application), address());
        page.navigate(address() + "/flags");
        return text(
                page.waitForDownload(() -> page.locator("a[href='/flags.csv']").click()), "flags.csv");
    }

    private static String text(Download download, String name) throws IOException {
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void hear() {
        page.navigate(address() + "/triage/" + referral.referral());
        page.locator("#outcome").check();
        page.locator("#ground-2").check();
        press("Decide");
        page.locator(
                        "form[action$='/list'] button",
                        new Page.LocatorOptions()
                                .setHasText("Invented MARAC " + board.toString().substring(0, 6)))
                .click();
        page.navigate(address() + "/conference");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(referral.reference()))
                .click();
        page.locator("#kind").selectOption("RISK_TO_VICTIM");
        page.locator("#words").fill("Invented: it gets worse.");
        press("Add to the minutes");
        // Both are sent by the page itself, which must not be left before they have arrived.
        PlaywrightAssertions.assertThat(page.locator("#lines-RISK_TO_VICTIM")).containsText("it gets worse");
        press("This case was heard");
        PlaywrightAssertions.assertThat(page.locator("#live-clock").first()).containsText("Heard");
    }

    @Test
    void aCaseGoesToAnotherMaracAndComesInFromOne() throws IOException {
        as(coordinator);
        hear();
        page.navigate(address() + "/referrals/" + referral.referral());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Transfer it to another MARAC"))
                .click();
        press("Continue");
        assertThat(main()).contains("Write to which MARAC it goes.");
        page.locator("#marac").fill("Invented Other MARAC");
        page.locator("#person").fill("Invented Person");
        page.locator("#how").fill("by telephone");
        page.locator("#why").check();
        assertFits("marac-transfer-new");
        press("Continue");
        assertThat(main()).contains("not acknowledged", "Ottilie", "it gets worse", "RESTRICTED");
        assertFits("marac-transfer");
        String transfer = page.url();

        giveCookie(page.context(), Sessions.cookieOf(coordinator, new Presence(Instant.now()), application), address());
        page.navigate(transfer);
        String phrase = page.locator("#phrase").innerText();
        String file = text(page.waitForDownload(() -> press("Make the text file")), "sealed-transfer.txt");
        assertThat(file).startsWith("WITAN SEALED TRANSFER 1").doesNotContain("Ottilie");
        page.navigate(transfer);
        page.locator("#what").check();
        page.locator("#words").fill("Invented Person rang");
        press("Write it down");
        assertThat(main()).contains("they have it", "Invented Person rang");

        page.navigate(address() + "/transfers/receive");
        page.locator("#sealed-chosen")
                .setInputFiles(
                        new FilePayload("sealed-transfer.txt", "text/plain", file.getBytes(StandardCharsets.US_ASCII)));
        page.waitForFunction("document.getElementById('sealed').value.length > 100");
        page.locator("#phrase").fill("BBBBB-BBBBB-BBBBB-BBBBB");
        press("Open it");
        assertThat(main()).contains("The pass phrase does not open this file");
        assertFits("marac-transfer-receive");
        page.locator("#phrase").fill(phrase.toLowerCase(Locale.ROOT));
        press("Open it");
        assertThat(main()).contains("What the file holds", "Ottilie", "it gets worse");
        assertFits("marac-transfer-opened");
        press("Make a referral of it");
        assertThat(main()).contains("Transferred in from", "Ottilie");
        assertFits("marac-transferred-in");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What came with it"))
                .click();
        assertThat(main()).contains("Missing: action plan, assessment of risk", "it gets worse");
        assertFits("marac-transfer-came");
        page.locator("#what").check();
        page.locator("#words").fill("Invented: they had none.");
        press("It is settled");
        assertThat(main()).contains("Missing: assessment of risk", "they had none");
        page.navigate(address() + "/transfers");
        assertThat(main()).contains("From other MARACs", referral.reference());
        assertFits("marac-transfers");
        page.navigate(address() + "/triage");
        assertThat(main()).contains("Transferred in from");

        as(police);
        page.navigate(transfer);
        assertThat(page.title()).doesNotContain("Transfer of");
    }

    @Test
    void aCoordinatorWithoutWitanOpensTheSealedPageFromDiskWithoutANetwork(@TempDir Path disk) throws IOException {
        as(coordinator);
        page.navigate(address() + "/transfers/new/" + referral.referral());
        page.locator("#marac").fill("Invented Other MARAC");
        page.locator("#person").fill("Invented Person");
        page.locator("#why").check();
        page.locator("#words")
                .fill("Invented: he knows the town.\n\n<b onclick=x()>No heading</b>\nInvented last line.");
        press("Continue");
        giveCookie(page.context(), Sessions.cookieOf(coordinator, new Presence(Instant.now()), application), address());
        page.reload();
        List<String> goes = texts(page, "main section[aria-labelledby^='section-'] :is(h3, p)");
        String phrase = page.locator("#phrase").innerText();
        String file = text(page.waitForDownload(() -> press("Make the page")), "sealed-transfer.html");
        assertThat(file)
                .contains("WITAN SEALED TRANSFER 1", "default-src 'none'")
                .doesNotContain("Ottilie", "Invented", "ZX16", referral.reference(), phrase, "{{");
        Path kept = Files.writeString(disk.resolve("sealed-transfer.html"), file);

        Page other = anotherPerson();
        other.context().setOffline(true);
        var asked = new ArrayList<String>();
        other.onRequest(request -> asked.add(request.url()));
        other.navigate(kept.toUri().toString());
        assertFits(other, "marac-sealed-page");
        other.locator("button").first().click();
        assertThat(other.locator("#problem").innerText()).isEqualTo("Type the pass phrase.");
        other.locator("#phrase").fill("BBBBB-BBBBB-BBBBB-BBBBB");
        other.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(other.locator("#problem")).containsText("does not open this page");
        assertThat(other.locator("#shown").isVisible()).isFalse();
        assertFits(other, "marac-sealed-page-wrong");
        other.locator("#phrase").fill(phrase.toLowerCase(Locale.ROOT).replace('-', ' '));
        other.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(other.locator("#marking")).isFocused();
        assertThat(other.locator("#opening").isVisible()).isFalse();
        assertThat(other.locator("#marking").innerText()).startsWith("RESTRICTED");
        assertThat(texts(other, "#parts :is(h2, p.words)"))
                .isEqualTo(goes)
                .contains("Invented: he knows the town. <b onclick=x()>No heading</b> Invented last line.")
                .anyMatch(line -> line.contains("Ottilie"));
        assertFits(other, "marac-sealed-page-open");
        assertThat(asked).containsExactly(kept.toUri().toString());
        other.context().close();

        page.navigate(address() + "/transfers/receive");
        page.locator("#sealed-chosen").setInputFiles(kept);
        page.waitForFunction("document.getElementById('sealed').value.length > 100");
        page.locator("#phrase").fill(phrase);
        press("Open it");
        assertThat(main()).contains("What the file holds", "Ottilie");
    }

    private static List<String> texts(Page where, String selector) {
        return where.locator(selector).allTextContents().stream()
                .map(text -> String.join(" ", text.strip().split("\\s+")))
                .toList();
    }

    @Test
    void aCaseOfSomebodyWhoWorksForAnAgencyIsListedOnlyAfterADecision() {
        referral = referred(Map.of("works", List.of("YES"), "works-where", List.of("Invented Force")));
        as(coordinator);
        page.navigate(address() + "/triage/" + referral.referral());
        assertThat(main()).contains("Nobody has decided about that.", "Invented Force", "can see it already");
        assertFits("marac-works-triage");
        page.locator("#outcome").check();
        page.locator("#ground-2").check();
        press("Decide");
        String named = "Invented MARAC " + board.toString().substring(0, 6);
        page.locator("form[action$='/list'] button", new Page.LocatorOptions().setHasText(named))
                .click();
        assertThat(main()).contains("When it is listed for " + named, "would be able to see it", "Invented Force");
        press("List it");
        assertThat(main()).contains("Say why they may see it, or shut the agency out");
        assertFits("marac-works-list");
        page.locator("#reason").fill("Invented: he left the force.");
        press("List it");
        page.navigate(address() + "/triage/" + referral.referral());
        assertThat(main()).contains("Confirmed for " + named, "Invented: he left the force.");
        as(police);
        page.navigate(address() + "/referrals/" + referral.referral());
        assertThat(main()).contains("Ottilie").doesNotContain("Invented: he left the force.");
    }

    @Test
    void anEmergencyMeetingIsCalledForACaseThatCannotWait() {
        as(coordinator);
        page.navigate(address() + "/triage/" + referral.referral());
        page.locator("#outcome-1").check();
        page.locator("#ground-1").check();
        press("Decide");
        assertThat(main()).contains("Hold an emergency meeting by", "is complete with Invented");
        assertFits("marac-emergency");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Call the emergency meeting"))
                .click();
        press("Call it");
        assertThat(main()).contains("Choose whose core agencies meet.", "Write the day as");
        page.getByLabel("Invented MARAC " + board.toString().substring(0, 6)).check();
        page.locator("#day").fill(Days.typed(LocalDate.now(HERE).plusDays(1)));
        page.locator("#time").fill("9:30");
        page.locator("#place").fill("Invented Hall");
        assertFits("marac-emergency-new");
        press("Call it");
        assertThat(main()).contains("called, and not heard yet");
        page.navigate(address() + "/conference");
        assertThat(main()).contains(referral.reference());
        assertFits("marac-conference-emergency");

        as(police);
        page.navigate(address() + "/referrals/" + referral.referral());
        assertThat(main()).contains("Ottilie");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
