package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Address;
import org.witan.people.Alias;
import org.witan.people.Answer;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Needs;
import org.witan.people.Receipt.Received;
import org.witan.people.Receiving;
import org.witan.people.Relation;
import org.witan.people.SafeContact;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.people.Stated;

/// How persons are found, read, and put together or kept apart, in a real browser.
class PeopleJourneyTest extends InABrowser {
    @Autowired
    private Receiving receiving;

    private final String family = letters(7) + "inv";
    private final String postcode =
            "XX%d 4%s".formatted(ThreadLocalRandom.current().nextInt(10, 100), "XY");
    private final String phone =
            "07700 9%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
    private Viewer coordinator;
    private Viewer officer;
    private UUID atHospital;
    private UUID atPolice;

    @BeforeEach
    void aVictimWhomTwoAgenciesKnow() {
        Partnership partnership = partnership();
        // The list shows the likeliest hundred, and other tests may have left as many.
        partnership.run("""
                update people.suggestion set decision = 'SETTLED', decided_at = now()
                where decision is null or decision = 'UNSURE'
                """);
        UUID police = partnership.agency("POLICE");
        coordinator = partnership.viewer(partnership.agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer nurse = partnership.viewer(partnership.agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        atHospital = give(nurse, Given.of(Source.AGENCY_FORM, hidden())).getFirst();
        for (int days : List.of(200, 90, 3)) {
            atPolice = give(officer, harm(days)).getFirst();
        }
    }

    private GivenPerson hidden() {
        return GivenPerson.of(Standing.VICTIM, new Name("Katherine", family), "03/02/1990")
                .with(new Address("12 Invented Refuge", "Nowhere", postcode, null, null, true))
                .with(new Alias(Alias.Kind.PREVIOUS, new Name("", "Former" + family)))
                .with(new Stated(Stated.Kind.PHONE, phone))
                .with(new SafeContact(
                        SafeContact.Means.PHONE, phone, "", Answer.NO, Answer.NO, "He answers this telephone."))
                .with(new SafeContact(
                        SafeContact.Means.TEXT, "07700 900456", "Weekdays 10 to 12", Answer.NOT_ASKED, Answer.YES, ""))
                .with(new Needs("Polish", Answer.YES, Answer.DECLINED, Answer.NO, null))
                .hidden();
    }

    private Given harm(int days) {
        var victim = GivenPerson.of(Standing.VICTIM, new Name("Kate", family), "03/02/1990")
                .with(Address.of("3 Invented Street", "Nowhere", postcode))
                .with(new Stated(Stated.Kind.PHONE, phone));
        var perpetrator = GivenPerson.of(Standing.PERPETRATOR, new Name("Borisav", family + "er"), "07/05/1985");
        return new Given(
                Source.POLICE_EXTRACT,
                List.of(victim, perpetrator),
                List.of(new Given.Between(1, Relation.EX_PARTNER, 0)),
                new GivenConcern(
                        null,
                        LocalDate.now(ZoneId.of("Europe/London")).minusDays(days),
                        "Threat to kill",
                        "Invented: he waited at the school gate."));
    }

    @Test
    void theCoordinatorFindsAPersonByAMisspeltNameAndReadsHowToReachThemFirst() {
        as(coordinator);
        page.navigate(address() + "/people");
        assertFits("people-search");
        find(family.substring(0, 8) + "x" + family.substring(9) + " 3/2/90");
        assertThat(page.url()).as("nothing typed in the address").endsWith("/people/search");
        assertThat(main()).contains("Katherine " + family, "Kate " + family, "Hides from somebody");
        assertFits("people-found");
        click(AriaRole.LINK, "Katherine " + family);
        assertThat(main())
                .contains(
                        "This person hides from somebody",
                        "Not every way to reach this person is safe",
                        "Not safe: do not use",
                        "He answers this telephone",
                        "Former name",
                        "Declined to say",
                        "Protected addresses");
        assertThat(page.locator("main").textContent().indexOf("Not every way"))
                .as("the warning before any number")
                .isLessThan(page.locator("main").textContent().indexOf("07700"));
        assertThat(main()).as("behind a warning").doesNotContain("Invented Refuge");
        assertFits("people-hidden");
        page.locator(".witan-hidden summary").click();
        assertThat(main()).contains("12 Invented Refuge");
        page.navigate(address() + "/people/" + atPolice);
        assertThat(main()).contains("It escalates: 3 times by Borisav", "former partner", "Invented: he waited");
        page.locator("main summary").first().click();
        assertThat(main()).contains("3 times or more between the same two people in 12 months");
        assertFits("people-person");
    }

    @Test
    void theCoordinatorReviewsAMatchLinksUndoesAndLifts() {
        as(coordinator);
        page.navigate(address() + "/work");
        assertThat(main()).contains("possible match");
        page.navigate(address() + "/people/matches");
        assertThat(main()).contains("Katherine " + family);
        assertFits("people-matches");
        openMatch();
        assertThat(page.locator("h1").innerText()).isEqualTo("Are these one person?");
        assertThat(main())
                .contains("protected", "Side by side", "Where the likeness comes from", "Different", "The same");
        assertThat(main()).as("where she hides").contains("A protected address").doesNotContain("Refuge");
        assertFits("people-match");
        click(AriaRole.BUTTON, "Apart for ever");
        assertThat(main()).contains("There is a problem", "Enter why they are never one person");
        assertFits("people-match-problem");
        page.getByLabel("Why (whoever").fill("Invented: both gave the same telephone.");
        click(AriaRole.BUTTON, "Link: they are one person");
        assertThat(main()).contains("These two are linked");
        assertFits("people-match-linked");
        click(AriaRole.LINK, "See the person");
        assertThat(main()).contains("Katherine " + family, "Kate " + family, "Undo this link");
        assertFits("people-linked");
        click(AriaRole.LINK, "Undo this link");
        click(AriaRole.BUTTON, "Undo this link");
        assertThat(main()).contains("Enter why it is not one person");
        page.getByLabel("Why is it not one person?").fill("Invented: they are cousins.");
        assertFits("people-undo");
        click(AriaRole.BUTTON, "Undo this link");
        assertThat(main()).contains("Never linked with this person", "they are cousins");
        assertFits("people-apart");
        click(AriaRole.BUTTON, "Lift: they may be linked again");
        assertThat(main()).contains("Nothing is kept apart");
    }

    @Test
    void theCoordinatorForbidsAndThenLinksTwoRecordsThatWereNotSuggested() {
        Viewer nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        UUID stranger = give(
                        nurse,
                        Given.of(
                                Source.AGENCY_FORM,
                                GivenPerson.of(
                                        Standing.VICTIM, new Name("Zuzanna", "Elsewhere" + family), "11/11/1971")))
                .getFirst();
        String reference = partnership()
                .asked("select reference from access.record where id = ?", stranger)
                .getFirst();
        as(coordinator);
        page.navigate(address() + "/people/" + atPolice);
        click(AriaRole.LINK, "Compare with another record");
        assertFits("people-other");
        click(AriaRole.BUTTON, "See both side by side");
        assertThat(main()).contains("There is a problem", "Enter the reference of the other record");
        page.getByLabel("Reference of the other record").fill("P-2026-NOBODY");
        click(AriaRole.BUTTON, "See both side by side");
        assertThat(main()).contains("You can see no record of a person with this reference");
        assertFits("people-other-problem");
        page.getByLabel("Reference of the other record").fill(reference.toLowerCase(java.util.Locale.UK));
        click(AriaRole.BUTTON, "See both side by side");
        assertThat(main()).contains("Are these one person?", "The family names differ", "Zuzanna Elsewhere" + family);
        assertFits("people-other-match");
        page.getByLabel("Why (whoever").fill("Invented: they were seen together.");
        click(AriaRole.BUTTON, "Apart for ever");
        assertThat(main()).contains("These two are kept apart");
        click(AriaRole.LINK, "See what is never linked");
        assertThat(main()).contains("they were seen together");
        click(AriaRole.BUTTON, "Lift: they may be linked again");
        page.navigate(address() + "/people/" + atPolice + "/other");
        page.getByLabel("Reference of the other record").fill(reference);
        click(AriaRole.BUTTON, "See both side by side");
        click(AriaRole.BUTTON, "Link: they are one person");
        assertThat(main()).contains("These two are linked");
        page.navigate(address() + "/people/" + atPolice + "/other");
        page.getByLabel("Reference of the other record").fill(reference);
        click(AriaRole.BUTTON, "See both side by side");
        assertThat(main()).contains("These two are one person already");
    }

    @Test
    void aSecondCoordinatorWhoComesLateIsTold() {
        as(coordinator);
        page.navigate(address() + "/people/matches");
        openMatch();
        String match = page.url();
        Page second = anotherPerson();
        giveCookie(second.context(), org.witan.site.Sessions.cookieOf(coordinator, application), address());
        second.navigate(match);
        second.getByLabel("Why (whoever").fill("Invented: sisters.");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apart for ever"))
                .click();
        assertThat(second.locator("main").innerText()).contains("These two are kept apart");
        second.context().close();
        click(AriaRole.BUTTON, "Link: they are one person");
        assertThat(main()).contains("Somebody decided before you", "These two are kept apart");
        assertFits("people-match-late");
    }

    @Test
    void aRepresentativeFindsOnlyWhatTheirAgencyTakesPartIn() {
        as(officer);
        page.navigate(address() + "/people");
        assertThat(main()).doesNotContain("Possible matches");
        find(family);
        assertThat(main()).contains("Kate " + family).doesNotContain("Katherine", "Hides");
        page.navigate(address() + "/people/" + atPolice);
        assertThat(main()).contains("Kate " + family).doesNotContain("Katherine", "Refuge", "Undo", "Never linked");
        page.navigate(address() + "/people/" + atHospital);
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
        page.navigate(address() + "/people/matches");
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
    }

    @Test
    void aMatchIsDecidedWithTheKeyboardAlone() {
        as(coordinator);
        page.navigate(address() + "/people");
        tabTo("words");
        page.keyboard().type(family + " kate");
        page.keyboard().press("Enter");
        page.waitForURL("**/people/search");
        assertThat(main()).contains("Kate " + family);
        page.navigate(address() + "/people/matches");
        openMatch();
        tabTo("remark");
        page.keyboard().type("Invented: seen by both agencies on one day.");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Link: they are one person");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> main().contains("These two are linked"));
    }

    private void openMatch() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Katherine " + family))
                .first()
                .click();
        page.waitForURL("**/people/matches/*");
    }

    private List<UUID> give(Viewer viewer, Given given) {
        return ((Received) receiving.receive(viewer, given)).records();
    }

    private void find(String words) {
        page.getByLabel("What do you know about them?").fill(words);
        click(AriaRole.BUTTON, "Find");
    }

    private void click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private static String letters(int number) {
        return ThreadLocalRandom.current()
                .ints(number, 'a', 'x')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
