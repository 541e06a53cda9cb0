package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.site.Sessions;

/// One case through three conferences with six agencies, in a real browser: referred below the threshold on judgement,
/// researched, heard, its actions done and not done; a police record makes it a repeat by itself; it goes to another
/// MARAC; its flags lapse; and the return is what an independent count says. Everybody is invented.
class ThreeConferencesJourneyTest extends InABrowser {
    private static final String FAMILY = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    private static final String REPEATS =
            "count(*) filter (where exists (select from marac.triage t join marac.repetition n on n.triage_id = t.id where t.record_id = r.id and t.undone_at is null))";
    private static final String CHILDREN =
            "coalesce(sum((select count(*) from marac.referred_person p join people.source_record s on s.id = p.person_id where p.record_id = r.id and s.standing = 'CHILD')), 0)";
    private final Hand hand = new Hand();

    @Autowired
    private Receiving receiving;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    private Viewer coordinator;
    private Viewer nurse;
    private Viewer police;
    private Viewer housing;
    private Viewer childrens;
    private Viewer probation;
    private Viewer idva;
    private UUID board;

    @BeforeEach
    void aBoardWithSixAgencies() {
        UUID run = partnership().agency("PARTNERSHIP");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        police = of("POLICE", Role.REPRESENTATIVE);
        housing = of("HOUSING_ASSOCIATION", Role.REPRESENTATIVE);
        childrens = of("CHILDRENS_SERVICES", Role.REPRESENTATIVE);
        probation = of("PROBATION", Role.REPRESENTATIVE);
        idva = of("VICTIM_SERVICE", Role.IDVA);
        board = UUID.randomUUID();
        boards.add(coordinator, board, BoardKind.MARAC, "Invented MARAC " + mark(), "", run);
        List.of(nurse, police, housing, childrens, probation, idva)
                .forEach(one -> boards.addAgency(coordinator, board, one.agency(), one.equals(police)));
    }

    private Viewer of(String kind, Role role) {
        return partnership().viewer(partnership().agency(kind), role, Purpose.MARAC);
    }

    private String mark() {
        return board.toString().substring(0, 6);
    }

    @Test
    void aCaseGoesThroughThreeConferencesWithSixAgencies() throws IOException {
        UUID first = referredOnJudgement();
        UUID one = meeting(300);
        accepted(first, one, true);
        researched(first, one);
        contacted(first);
        heardFirst(first, one);
        minutes(one);
        actionsDoneAndNotDone();
        flagged();

        harmedAgain(first);
        UUID second = referredAgain(police, first);
        UUID two = meeting(600);
        as(coordinator);
        page.navigate(address() + "/triage/" + second);
        assertThat(main()).contains("Repeat of " + reference(first), "the window lasts until");
        assertFits("three-repeat");
        accepted(second, two, false);
        heard(second, two, "Invented: he came back a second time.");
        page.navigate(address() + "/conference/" + two + "/minutes");
        assertThat(main()).contains("Repeat", "Actions from before", "Not done by the agency");
        assertFits("three-minutes-second");

        UUID third = referredAgain(idva, second);
        UUID three = meeting(900);
        accepted(third, three, false);
        heard(third, three, "Invented: she moves away on Friday.");
        transferredOut(third);

        lapsed(List.of(first, second, third));
        reconciled(List.of(one, two, three));
        assertThat(hand.jobs())
                .filteredOn(job -> job.name().equals("research: nothing known"))
                .singleElement()
                .satisfies(job -> assertThat(job.clicks()).isLessThanOrEqualTo(3));
        assertThat(hand.jobs()).hasSize(5);
        Files.writeString(Path.of("target/clicks.md"), hand.table(), StandardCharsets.UTF_8);
        System.out.println(hand.table());
    }

    private UUID referredOnJudgement() {
        as(nurse);
        page.navigate(address() + "/work");
        hand.begin("refer");
        hand.click(page.locator("a[href='/refer']").first());
        hand.click(button("Start a referral"));
        hand.check(radio("No"));
        next();
        hand.type(page.locator("#name"), "Invented Nurse");
        next();
        hand.type(page.locator("#given"), "Katherine");
        hand.type(page.locator("#family"), FAMILY);
        hand.type(page.locator("#born"), "3 2 1990");
        hand.check(radio("Female"));
        next();
        hand.type(page.locator("#postcode"), "ZX16 1XX");
        next();
        hand.type(page.locator("#value"), "07700 900123");
        hand.check(page.locator("#safe-1"));
        next();
        hand.type(page.locator("#given"), "Borisav");
        hand.type(page.locator("#family"), FAMILY + "er");
        hand.type(page.locator("#born"), "4 5 1985");
        hand.choose(page.locator("#relation"), "EX_PARTNER");
        hand.check(page.locator("#works"));
        next();
        hand.check(radio("A child"));
        hand.type(page.locator("#given"), "Small");
        hand.type(page.locator("#family"), FAMILY);
        next();
        next();
        hand.type(page.locator("#words"), "Invented: he came back at night to ZX16 1XX.");
        hand.type(page.locator("#last"), Days.typed(LocalDate.now(ZoneId.of("Europe/London"))));
        next();
        hand.choose(page.locator("#which"), "dash");
        next();
        hand.check(page.locator("#answer-injury"));
        next();
        hand.check(page.locator("#grounds-1"));
        hand.type(page.locator("#words"), "She is more afraid than she says.");
        next();
        hand.type(page.locator("#wants"), "to stay in her home");
        next();
        hand.check(page.locator("#consent"));
        next();
        next();
        assertThat(main())
                .contains("Is this right?", "a postcode stands among the words", "works for an agency")
                .contains("Professional judgement");
        assertFits("three-check");
        hand.click(button("Send the referral"));
        assertThat(main()).contains("Referral sent");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read what you sent"))
                .click();
        return UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
    }

    private void next() {
        hand.click(button("Save and continue"));
    }

    private UUID meeting(int seconds) {
        UUID meeting = UUID.randomUUID();
        scheduling.schedule(
                coordinator, meeting, board, new Timing(Instant.now().plusSeconds(seconds), 180, "Invented Hall", ""));
        return meeting;
    }

    private void accepted(UUID referral, UUID meeting, boolean counted) {
        as(coordinator);
        page.navigate(address() + "/work");
        if (counted) {
            hand.begin("triage");
            hand.click(page.locator("main a[href='/triage']").first());
            assertThat(main()).contains(reference(referral));
            assertFits("three-triage");
            hand.click(link(reference(referral)));
            assertThat(main()).contains("Decide who may see it before it goes on an agenda");
            hand.check(page.locator("#outcome"));
            hand.check(page.locator("#ground-1"));
            hand.click(button("Decide"));
        } else {
            page.navigate(address() + "/triage/" + referral);
            page.locator("#outcome").check();
            page.locator("#ground-3").check();
            button("Decide").click();
        }
        page.locator("form:has(input[value='" + meeting + "']) button").click();
        // A repeat waits for the same decision, though only the first referral says it.
        assertThat(main()).contains("Somebody in it works for an agency");
        page.locator("#reason").fill("Invented: nobody there knows them, and she asked for it.");
        assertFits("three-works");
        button("List it, and open it to them").click();
        page.navigate(address() + "/conference");
        assertThat(main()).contains(reference(referral));
    }

    private void researched(UUID referral, UUID meeting) {
        as(housing);
        page.navigate(address() + "/work");
        hand.begin("research: nothing known");
        hand.click(page.locator("main a[href='/research']").first());
        hand.click(button("Nothing known"));
        assertThat(main()).contains("1 of 1 answered");
        as(probation);
        page.navigate(address() + "/research");
        button("Nothing known").click();
        answer(police, referral, meeting, "Invented: three calls since January.", "#kind");
        answer(childrens, referral, meeting, "Invented: the school worries.", "#kind-1");
    }

    private void answer(Viewer viewer, UUID referral, UUID meeting, String words, String kind) {
        as(viewer);
        page.navigate(address() + "/research/" + meeting + "/" + referral);
        page.locator("#about-1").check();
        page.locator(kind).check();
        page.locator("#words").fill(words);
        page.locator("#share").check();
        button("Keep it").click();
        assertThat(main()).contains("What your agency gave");
    }

    private void contacted(UUID referral) {
        as(idva);
        page.navigate(address() + "/referrals/" + referral + "/contact");
        assertThat(main()).contains("Not every way of reaching the victim is safe", "Nobody has written down");
        button("Keep it").click();
        assertThat(main()).contains("Choose what came of it.");
        page.locator("#when").check();
        page.locator("#outcome").check();
        page.locator("#words").fill("Invented: she wants to stay, and fears the weekend.");
        button("Keep it").click();
        assertThat(main()).contains("before the conference: reached", "fears the weekend");
        assertFits("three-contact");
    }

    private void heardFirst(UUID referral, UUID meeting) {
        as(coordinator);
        page.navigate(address() + "/conference/" + meeting + "/before");
        assertThat(main()).contains("To read before", reference(referral));
        assertFits("three-before");
        open(referral, meeting);
        button("Begin this case").click();
        seen("The meeting is at this case");
        spoken(1);
        spoken(0);
        line("RISK_TO_VICTIM", "Invented: it gets worse, and she is more afraid.");
        hand.begin("record an action");
        hand.type(page.locator("#what"), "Change the locks of the front door");
        hand.choose(page.locator("#who"), housing.agency().toString());
        hand.type(
                page.locator("#due"),
                Days.typed(LocalDate.now(ZoneId.of("Europe/London")).plusDays(4)));
        hand.choose(page.locator("#area"), "HOME_SAFETY");
        hand.click(button("Agreed"));
        seen("Change the locks");
        page.waitForCondition(() -> page.locator("#what").inputValue().isEmpty());
        page.locator("#what").fill("Tell the school who may fetch the children");
        page.locator("#who").selectOption(childrens.agency().toString());
        page.locator("#due")
                .fill(Days.typed(LocalDate.now(ZoneId.of("Europe/London")).plusDays(3)));
        page.locator("#subject").selectOption("CHILD");
        page.locator("#area").selectOption("CHILDREN");
        button("Agreed").click();
        seen("Tell the school");
        button("This case was heard").click();
        seen("Heard");
        assertFits("three-hearing");
    }

    private void spoken(int left) {
        button("It was spoken").click();
        page.waitForCondition(() -> page.locator("form[action*='/spoken/']").count() == left);
    }

    private void heard(UUID referral, UUID meeting, String words) {
        as(coordinator);
        open(referral, meeting);
        button("Begin this case").click();
        seen("The meeting is at this case");
        line("RISK_TO_VICTIM", words);
        button("This case was heard").click();
        seen("Heard");
    }

    private void open(UUID referral, UUID meeting) {
        String item = partnership()
                .asked("select id from meeting.item where record_id = ? and meeting_id = ?", referral, meeting)
                .getFirst();
        page.navigate(address() + "/conference/" + meeting + "/" + item);
    }

    private void line(String kind, String words) {
        page.locator("#kind").selectOption(kind);
        page.locator("#words").fill(words);
        button("Add to the minutes").click();
        seen(words);
    }

    private void seen(String words) {
        page.waitForCondition(
                () -> page.locator("#live").innerText().contains(words),
                new Page.WaitForConditionOptions().setTimeout(15_000));
    }

    private void minutes(UUID meeting) throws IOException {
        page.navigate(address() + "/conference/" + meeting + "/minutes");
        assertThat(main()).contains("RESTRICTED", "three calls since January", "it gets worse", "Change the locks");
        assertFits("three-minutes");
        page.navigate(address() + "/conference/" + meeting + "/actions");
        assertThat(main()).contains("Change the locks", "Tell the school");
        assertFits("three-actions");
        giveCookie(page.context(), Sessions.cookieOf(coordinator, new Presence(Instant.now()), application), address());
        page.navigate(address() + "/conference/" + meeting + "/minutes");
        var download = page.waitForDownload(() -> link("Minutes as a PDF").click());
        assertThat(download.suggestedFilename()).isEqualTo("minutes.pdf");
        try (var pdf = Loader.loadPDF(Files.readAllBytes(download.path()))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("RESTRICTED", "Made for", "three calls since January", "Change the locks");
        }
        Files.copy(download.path(), Path.of("target/three-minutes.pdf"), StandardCopyOption.REPLACE_EXISTING);
        as(housing);
        page.navigate(address() + "/conference/" + meeting + "/actions");
        assertThat(main()).contains("Change the locks").doesNotContain("Tell the school");
    }

    private void actionsDoneAndNotDone() {
        as(housing);
        page.navigate(address() + "/work");
        hand.begin("complete an action");
        hand.click(page.locator("main a[href='/actions']").first());
        hand.click(link("Change the locks of the front door"));
        hand.click(page.getByText("Complete", new Page.GetByTextOptions().setExact(true)));
        hand.type(page.locator("#words"), "Changed by the carpenter");
        hand.click(button("Save"));
        assertThat(main()).contains("Complete since");
        as(childrens);
        page.navigate(address() + "/actions");
        link("Tell the school who may fetch the children").click();
        page.getByText("Not done", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#words").fill("Invented: nobody was free");
        button("Save").click();
        assertThat(main()).contains("Not done by the agency since");
        assertFits("three-not-done");
    }

    private void flagged() {
        as(police);
        page.navigate(address() + "/flags");
        assertThat(main()).contains("To set (1)", "Katherine");
        button("We flagged our files").click();
        assertThat(main()).contains("To set (0)", "still live (1)");
        assertFits("three-flags");
    }

    /// A record of the police with these two persons: nobody marks it, and the coordinator finds it.
    private void harmedAgain(UUID referral) {
        receiving.receive(
                police,
                new Given(
                        Source.POLICE_EXTRACT,
                        List.of(
                                GivenPerson.of(Standing.VICTIM, new Name("Katherine", FAMILY), "3/2/1990"),
                                GivenPerson.of(Standing.PERPETRATOR, new Name("Borisav", FAMILY + "er"), "4/5/1985")),
                        List.of(),
                        new GivenConcern(
                                null, LocalDate.now(ZoneId.of("Europe/London")), "Invented", "Invented: a call.")));
        as(coordinator);
        page.waitForCondition(
                () -> {
                    page.navigate(address() + "/triage");
                    return page.locator("a[href^='/triage/incidents/']", withText(reference(referral)))
                            .isVisible();
                },
                new Page.WaitForConditionOptions().setTimeout(30_000));
        page.locator("a[href^='/triage/incidents/']", withText(reference(referral)))
                .click();
        assertThat(main()).contains("the window lasts until", "Invented: a call.");
        assertFits("three-incident");
        page.locator("#settlement").check();
        button("Keep this decision").click();
    }

    private static Page.LocatorOptions withText(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    /// Whoever saw it again refers again about the same people: what is known of them stands in the form already.
    private UUID referredAgain(Viewer viewer, UUID referral) {
        as(viewer);
        page.navigate(address() + "/referrals/" + referral);
        link("Report further abuse").click();
        link("Write a full referral about the same people").click();
        button("Begin the referral").click();
        String draft = page.url().substring(0, page.url().lastIndexOf('/'));
        page.navigate(draft + "/victim");
        assertThat(page.locator("#family").inputValue()).isEqualTo(FAMILY);
        page.navigate(draft + "/happened");
        page.locator("#words").fill("Invented: again.");
        page.locator("#last").fill(Days.typed(LocalDate.now(ZoneId.of("Europe/London"))));
        button("Save and continue").click();
        page.navigate(draft + "/judgement");
        assertThat(page.locator("input[value=REPEAT]").isChecked()).isTrue();
        page.navigate(draft + "/aware");
        page.locator("input[name=consent][value=YES]").check();
        button("Save and continue").click();
        page.navigate(draft + "/check");
        button("Send the referral").click();
        assertThat(main()).contains("Referral sent");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read what you sent"))
                .click();
        return UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
    }

    private void transferredOut(UUID referral) {
        page.navigate(address() + "/referrals/" + referral);
        link("Transfer it to another MARAC").click();
        page.locator("#marac").fill("Invented Other MARAC");
        page.locator("#person").fill("Invented Person");
        page.locator("#how").fill("by telephone");
        page.locator("#why").check();
        button("Continue").click();
        assertThat(main()).contains("not acknowledged", "she moves away on Friday");
        String transfer = page.url();
        giveCookie(page.context(), Sessions.cookieOf(coordinator, new Presence(Instant.now()), application), address());
        page.navigate(transfer);
        page.waitForDownload(() -> button("Make the text file").click());
        page.navigate(transfer);
        page.locator("#what").check();
        page.locator("#words").fill("Invented Person rang");
        button("Write it down").click();
        assertThat(main()).contains("they have it");
        assertFits("three-transfer");
    }

    /// A year and some days pass without anything.
    private void lapsed(List<UUID> referrals) {
        for (UUID referral : referrals) {
            partnership()
                    .run(
                            "update marac.referral set referred_at = referred_at - interval '380 days', referred_on = referred_on - 380, last_event_on = last_event_on - 380 where id = ?",
                            referral);
        }
        as(police);
        page.navigate(address() + "/flags");
        assertThat(main()).contains("To remove (1)", "Lapsed after");
        assertFits("three-flags-lapsed");
        button("We removed it").click();
        assertThat(main()).contains("To remove (0)");
    }

    private void reconciled(List<UUID> meetings) {
        as(coordinator);
        page.navigate(address() + "/returns");
        assertFits("three-return");
        for (UUID meeting : meetings) {
            page.navigate(address() + "/returns");
            assertThat(cell(meeting, "CASES")).isEqualTo(counted(meeting, "count(*)"));
            assertThat(cell(meeting, "REPEATS")).isEqualTo(counted(meeting, REPEATS));
            assertThat(cell(meeting, "FROM_POLICE"))
                    .isEqualTo(counted(meeting, "count(*) filter (where y.kind = 'POLICE')"));
            assertThat(cell(meeting, "CHILDREN")).isEqualTo(counted(meeting, CHILDREN));
        }
        assertThat(meetings.stream().map(meeting -> counted(meeting, REPEATS))).containsExactly("0", "1", "1");
        // The child stands in each referral that began filled in.
        assertThat(meetings.stream().map(meeting -> counted(meeting, CHILDREN))).containsExactly("1", "1", "1");
        returnOpensItsCasesAndLeaves();
        measured(meetings);
    }

    private void closed(UUID meeting) {
        page.navigate(address() + "/work");
        assertThat(main()).contains("Minutes are to go out: Invented");
        page.navigate(address() + "/conference/" + meeting + "/minutes");
        link("Send the minutes out").click();
        assertThat(main()).contains("Every agency that takes part is told that something waits");
        assertFits("three-minutes-out");
        button("Send the minutes out").click();
        assertThat(main()).contains("These minutes went out on");
    }

    /// The meetings, which were still to come, have been held.
    private void measured(List<UUID> meetings) {
        for (UUID meeting : meetings) {
            partnership()
                    .run(
                            "insert into meeting.timing select gen_random_uuid(), meeting_id, starts_at - interval '1 hour', minutes, place, link, reason, now(), set_by, version + 1 from meeting.timing where meeting_id = ?",
                            meeting);
        }
        closed(meetings.getFirst());
        page.navigate(address() + "/performance");
        assertThat(main()).contains("From the referral to the conference", "Kaplan and Meier");
        assertFits("three-performance");
    }

    /// Sums open their cases; cases are held against women once somebody says where; what leaves tells no small number.
    private void returnOpensItsCasesAndLeaves() {
        page.locator("a[href*='/returns/cases?cell=CHILDREN']").first().click();
        assertThat(main()).contains("Cases that are counted: ");
        assertFits("three-return-cases");
        page.navigate(address() + "/returns");
        assertThat(main()).contains("choose the districts of each MARAC", "one for 400 cases a year");
        page.locator("a[href='/returns/districts']").click();
        assertFits("three-districts");
        page.locator("a[href*='/returns/districts/']").first().click();
        page.locator("#districts").fill("Inventown");
        button("Keep them").click();
        assertThat(main()).contains("These are no district of England");
        page.locator("#districts").fill("Stafford");
        button("Keep them").click();
        assertThat(main()).contains("Stafford: 57,377 women");
        String file = page.request().get(address() + "/returns.csv").text();
        assertThat(file).contains("RESTRICTED", "suppressed", "Not known").doesNotContain(FAMILY);
        assertThat(page.request().get(address() + "/returns.xlsx").body()).startsWith('P', 'K');
    }

    private String cell(UUID meeting, String cell) {
        return onPagesFromHere("a[href*='/returns/" + meeting + "/" + cell + "']")
                .innerText();
    }

    private String counted(UUID meeting, String what) {
        return partnership()
                .asked(
                        "select " + what
                                + " from marac.referral r join access.agency y on y.id = r.agency_id where r.id in "
                                + "(select i.record_id from meeting.item i join meeting.item_event e on e.item_id = i.id where e.what = 'HEARD' and i.meeting_id = ?)",
                        meeting)
                .getFirst();
    }

    private String reference(UUID referral) {
        return partnership()
                .asked("select reference from access.record where id = ?", referral)
                .getFirst();
    }

    private Locator radio(String words) {
        return page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    private Locator link(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
