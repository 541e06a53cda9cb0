package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// An administrator sets up a partnership in a real browser; the people in it choose how they act, and find their work.
class DirectoryJourneyTest extends InABrowser {
    /// The eight people of the partnership: family name, agency, role.
    private static final List<List<String>> PEOPLE = List.of(
            List.of("Ash", "police", "MARAC representative"),
            List.of("Birch", "police", "Referrer"),
            List.of("Cedar", "police", "MARAC chair"),
            List.of("Damson", "team", "MARAC coordinator"),
            List.of("Elder", "team", "Data protection officer"),
            List.of("Fir", "team", "IDVA"),
            List.of("Gorse", "team", "Support worker"),
            List.of("Hazel", "team", "Perpetrator programme worker"));

    private final int nextYear = LocalDate.now(ZoneId.of("Europe/London")).getYear() + 1;
    private String unique;
    private Viewer administrator;

    @BeforeEach
    void anAdministrator() {
        unique = UUID.randomUUID().toString().substring(0, 8);
        var office = partnership().agency("PARTNERSHIP");
        administrator = partnership().viewer(office, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
    }

    @Test
    void anAdministratorSetsUpTwoAgenciesAndEightPeople() {
        actAs(page, administrator);
        page.navigate(address() + "/");
        assertThat(heading()).isEqualTo("Your work");
        assertThat(page.locator(".witan-reader").innerText()).contains("Administrator", "Sign out");
        setUp();
        page.navigate(address() + "/administration/agencies");
        assertThat(page.locator("main").innerText()).contains("Police " + unique, "Team " + unique);
        assertFits("directory-agencies");
        page.navigate(address() + "/administration/accounts");
        assertFits("directory-accounts");
        page.navigate(address() + "/work");
        assertFits("directory-work-administrator");
    }

    /// From "your work" of an administrator to two agencies and eight people who act for them. Whoever begins at the
    /// set-up link comes here after signing in.
    private void setUp() {
        addAgency("Police " + unique, "Police");
        addAgency("Team " + unique, "Community safety partnership or MARAC team");
        for (List<String> person : PEOPLE) {
            addPerson(person.get(0), person.get(1).equals("police") ? "Police " : "Team ", person.get(2));
        }
    }

    private void addAgency(String name, String kind) {
        follow("Agencies");
        press("Add an agency");
        photographFormOnce("directory-agency-new", name.startsWith("Police"));
        type("Name", name);
        field("Kind").focus();
        field("Kind").selectOption(new SelectOption().setLabel(kind));
        press("Add agency");
        assertThat(heading()).isEqualTo(name);
        assertThat(page.locator("main").innerText()).contains("its people see nothing");
        press("Add an agreement");
        photographFormOnce("directory-agreement-new", name.startsWith("Police"));
        type("Title and version", "Information-sharing agreement, version 3");
        type("Signed by", "Invented Chief, head of service");
        type("Last day", "31/3/" + nextYear);
        press("Add agreement");
        assertThat(page.locator("main").innerText()).doesNotContain("see nothing");
        press("Name somebody");
        check("Data protection contact");
        type("Name", "Invented Guardian");
        type("Work e-mail address", "guardian@example.org");
        press("Name this person");
        assertThat(page.locator("main").innerText()).contains("Invented Guardian");
    }

    private void addPerson(String name, String agency, String role) {
        follow("People");
        press("Add a person");
        photographFormOnce("directory-account-new", name.equals("Ash"));
        type("Given name", "Invented");
        type("Family name", name + unique);
        type("Work e-mail address", name.toLowerCase(Locale.ROOT) + "." + unique + "@example.org");
        press("Add person");
        assertThat(heading()).isEqualTo("Invented " + name + unique);
        press("Grant a role");
        photographFormOnce("directory-membership-new", name.equals("Ash"));
        field("Agency").focus();
        field("Agency").selectOption(new SelectOption().setLabel(agency + unique));
        check(role);
        press("Grant the role");
        assertThat(page.locator("main").innerText()).contains(role, agency + unique, "Invented Person");
        photographFormOnce("directory-account", name.equals("Ash"));
    }

    @Test
    void anAgencyIsAddedWithTheKeyboardAlone() {
        actAs(page, administrator);
        page.navigate(address() + "/administration/agencies/new");
        tabTo("name");
        page.keyboard().type("Keyboard " + unique);
        page.keyboard().press("Tab");
        page.keyboard().type("Police");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/administration/agencies/*-*");
        assertThat(heading()).isEqualTo("Keyboard " + unique);
        assertFits("directory-agency");
    }

    @Test
    void whoActsForTwoAgenciesChoosesAndSwitches() {
        var police = partnership().agency("POLICE");
        var refuge = partnership().agency("REFUGE");
        var worker = partnership().viewer(refuge, Role.IDVA, Purpose.SUPPORT);
        partnership().membership(worker.account(), police, Role.REPRESENTATIVE);
        signIn(page, worker);
        page.navigate(address() + "/leave");
        assertThat(heading()).isEqualTo("For whom do you act now?");
        assertFits("acting-as");
        tabToRadio();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForSelector("input[name=purpose]");
        assertThat(heading()).isEqualTo("Why do you look?");
        assertFits("acting-as-purpose");
        tabToRadio();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForURL("**/leave");
        assertThat(page.locator(".witan-reader").innerText()).contains("You act for", "Purpose:");
        page.locator(".witan-reader__link").first().click();
        assertThat(heading()).isEqualTo("For whom do you act now?");
        assertThat(page.locator("input:checked").count()).isEqualTo(1);
    }

    @Test
    void whoHasOneRoleWithOnePurposeIsNotAsked() {
        signIn(page, administrator);
        page.navigate(address() + "/");
        assertThat(page.url()).endsWith("/work");
        assertThat(heading()).isEqualTo("Your work");
    }

    @Test
    void leaveIsEnteredWithADeputy() {
        var police = partnership().agency("POLICE");
        var one = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        partnership().membership(partnership().account("Deputy"), police, Role.REPRESENTATIVE);
        actAs(page, one);
        page.navigate(address() + "/leave");
        type("First day", "1/3/" + nextYear);
        type("Last day", "28/2/" + nextYear);
        press("Enter leave");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("before the first day");
        assertFits("leave-refused");
        type("Last day", "14/3/" + nextYear);
        field("Deputy").selectOption(new SelectOption().setLabel("Invented Deputy"));
        press("Enter leave");
        assertThat(page.locator("table").innerText()).contains("Invented Deputy", "14 Mar " + nextYear);
        assertFits("leave");
        follow("Your work");
        assertThat(page.locator("main").innerText()).contains("Invented Deputy stands in for you");
        assertFits("work-representative");
    }

    @Test
    void whatSomebodyElseChangedIsSaidAndNothingTypedIsLost() {
        actAs(page, administrator);
        var agency = partnership().agency("POLICE");
        page.navigate(address() + "/administration/agencies/" + agency + "/edit");
        type("Name", "Mine " + unique);
        var second = partnership().viewer(administrator.agency(), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        Page other = anotherPerson();
        actAs(other, second);
        other.navigate(address() + "/administration/agencies/" + agency + "/edit");
        other.getByLabel("Name").fill("Theirs " + unique);
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        // A context that is closed while its page still moves may never answer.
        assertThat(other.getByText("Theirs " + unique).first().innerText()).contains("Theirs");
        other.waitForLoadState();
        other.context().close();
        press("Save");
        assertThat(page.locator(".witan-changed").innerText())
                .contains("Invented Person changed it", "Theirs " + unique);
        assertThat(page.getByLabel("Name").inputValue()).isEqualTo("Mine " + unique);
        assertFits("stale-edit");
        press("Save");
        assertThat(heading()).isEqualTo("Mine " + unique);
    }

    @Test
    void closingAnAgencySaysWhoLosesAccess() {
        actAs(page, administrator);
        var agency = partnership().agency("POLICE");
        partnership().viewer(agency, Role.CHAIR, Purpose.MARAC);
        page.navigate(address() + "/administration/agencies/" + agency);
        press("Close this agency");
        assertThat(page.locator("main").innerText())
                .contains("Invented Person, MARAC chair", "They lose access at once");
        assertFits("agency-close");
        press("Close the agency");
        assertThat(page.locator("main").innerText()).contains("Closed on");
    }

    @Test
    void settingsAreChangedWithAReasonAndWithinBounds() {
        actAs(page, administrator);
        page.navigate(address() + "/administration/settings");
        assertFits("settings");
        page.navigate(address() + "/administration/settings/step_up_minutes");
        type("Value", "99");
        press("Set it from now on");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("from 1 to 15", "Say why");
        assertFits("setting-refused");
        type("Value", "5");
        type("Why", "Decided by the steering group " + unique);
        press("Set it from now on");
        assertThat(page.locator("main").innerText()).contains("Decided by the steering group " + unique);
    }

    @Test
    void thePublicPagesAreLeftAtOnce() {
        page.route(
                "https://www.bbc.co.uk/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setBody("<title>Weather</title>")
                        .setContentType("text/html")));
        page.navigate(address() + "/definitions");
        assertFits("public-exit");
        Locator exit = page.locator(".govuk-exit-this-page__button");
        assertThat(exit.getAttribute("href")).isEqualTo("https://www.bbc.co.uk/weather");
        assertThat(exit.getAttribute("rel")).contains("noreferrer");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Shift");
        }
        page.waitForURL("https://www.bbc.co.uk/weather");
        page.goBack();
        assertThat(page.url()).doesNotContain("definitions");
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void publicPagesKeepNothingInTheBrowser() {
        page.navigate(address() + "/compare");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(page.context().cookies()).isEmpty();
        actAs(page, administrator);
        page.navigate(address() + "/work");
        assertThat(page.locator(".govuk-exit-this-page").count()).isZero();
    }

    private void actAs(Page one, Viewer viewer) {
        remember(one, Sessions.cookieOf(viewer, application));
    }

    private void signIn(Page one, Viewer viewer) {
        remember(one, Sessions.cookieOfSignedIn(viewer.account(), application));
    }

    private void remember(Page one, String header) {
        giveCookie(one.context(), header, address());
    }

    private String heading() {
        return page.locator("h1").innerText();
    }

    private void follow(String link) {
        Locator more = page.locator(".witan-menu details:not([open]) summary");
        if (more.count() == 1) {
            more.press("Enter");
        }
        page.locator(".witan-menu")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .press("Enter");
    }

    /// Presses a link that looks like a button, a link or a button, with the keyboard.
    private void press(String words) {
        page.locator("main a, main button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .press("Enter");
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private void type(String label, String words) {
        var field = field(label);
        field.focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(words);
    }

    private void check(String label) {
        field(label).focus();
        page.keyboard().press("Space");
    }

    private void tabToRadio() {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if ("radio".equals(page.evaluate("document.activeElement.type"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard reaches no radio");
    }

    private void photographFormOnce(String name, boolean first) {
        if (first) {
            assertFits(name);
        }
    }
}
