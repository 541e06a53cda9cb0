package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.signin.AppCodes;

/// A whole partnership from nothing but the set-up link: an administrator, two more agencies, and eight people of eight
/// roles who each join by a link of their own, sign in, and find their work.
class PartnershipJourneyTest extends InABrowser {
    private static final String PASSWORD = "purple ladder quietly sings";
    private static final List<Member> MEMBERS = List.of(
            new Member("Ash", "Invented Police", "MARAC representative"),
            new Member("Birch", "Invented Police", "Referrer"),
            new Member("Cedar", "Invented Police", "MARAC chair"),
            new Member("Damson", "Invented Support", "MARAC coordinator"),
            new Member("Elder", "Invented Support", "IDVA"),
            new Member("Fir", "Invented Support", "Support worker"),
            new Member("Gorse", "Invented Support", "Perpetrator programme worker"),
            new Member("Hazel", "Invented Support", "Data protection officer"));

    @TempDir
    private static Path folder;

    private static OwnApplication own;

    @BeforeAll
    static void startWithoutAnybody() {
        own = OwnApplication.in(folder);
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @Test
    void anAdministratorSetsUpTwoAgenciesAndEightPeopleFromTheSetUpLinkAlone() throws Exception {
        page.navigate(Files.readString(folder.resolve("set-up-link")).strip());
        type(page, "name", "Invented Partnership");
        type(page, "given-name", "Invented");
        type(page, "family-name", "Administrator");
        type(page, "email", "administrator@example.org");
        String secret = setCredential(page);
        page.waitForURL("**/sign-in?after=set-up");
        signIn(page, "administrator@example.org", secret);
        addAgency("Invented Police", "Police");
        addAgency("Invented Support", "Victim service");
        for (Member member : MEMBERS) {
            String link = add(member);
            assertThat(link).startsWith(own.address() + "/join/");
            joins(member, link);
        }
        page.navigate(own.address() + "/administration/accounts");
        assertThat(page.locator("main").innerText()).contains("Ash", "Hazel");
        assertFits("partnership-people");
        page.navigate(own.address() + "/recoveries");
        assertFits("recoveries");
        assertThat(own.owner()
                        .sql(
                                "select count(*) from access.membership m join access.agency y on y.id = m.agency_id where y.name like 'Invented %'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1L + MEMBERS.size());
    }

    private void addAgency(String name, String kind) {
        page.navigate(own.address() + "/administration/agencies/new");
        label(page, "Name").fill(name);
        label(page, "Kind").selectOption(new SelectOption().setLabel(kind));
        press(page, "Add agency");
        press(page, "Add an agreement");
        label(page, "Title and version").fill("Information-sharing agreement, version 3");
        label(page, "Signed by").fill("Invented Chief, head of service");
        int nextYear = LocalDate.now(ZoneId.of("Europe/London")).getYear() + 1;
        label(page, "Last day").fill("31/3/" + nextYear);
        press(page, "Add agreement");
        assertThat(page.locator("main").innerText()).doesNotContain("its people see nothing");
    }

    /// Adds a person with their role, and returns the link with which they join.
    private String add(Member member) {
        page.navigate(own.address() + "/administration/accounts/new");
        label(page, "Given name").fill("Invented");
        label(page, "Family name").fill(member.name);
        label(page, "Work e-mail address").fill(member.email());
        press(page, "Add person");
        press(page, "Grant a role");
        label(page, "Agency").selectOption(new SelectOption().setLabel(member.agency));
        label(page, member.role).check();
        press(page, "Grant the role");
        press(page, "Make a link for them to set up their sign-in");
        return page.locator(".witan-link code").innerText().strip();
    }

    /// A person at a screen of their own joins, signs in, and finds the work of their role.
    private void joins(Member member, String link) {
        Page theirs = anotherPerson();
        try {
            theirs.navigate(link);
            assertThat(theirs.locator("main").innerText()).contains("Invented " + member.name);
            boolean first = member.equals(MEMBERS.getFirst());
            if (first) {
                assertFits(theirs, "join");
            }
            String secret = setCredential(theirs);
            theirs.waitForURL("**/sign-in?after=joined");
            signIn(theirs, member.email(), secret);
            if (theirs.url().endsWith("/acting-as")) {
                theirs.getByRole(AriaRole.RADIO).first().check();
                press(theirs, "Continue");
            }
            assertThat(theirs.locator("h1").innerText()).isEqualTo("Your work");
            assertThat(theirs.locator(".witan-reader").innerText()).contains(member.agency, member.role);
            if (first) {
                assertFits(theirs, "work-first");
                theirs.navigate(own.address() + "/password");
                assertFits(theirs, "password");
            }
            theirs.navigate(own.address() + "/administration/agencies");
            assertThat(theirs.locator("h1").innerText()).isEqualTo("Page not found");
            theirs.navigate(link);
            assertThat(theirs.locator("h1").innerText()).isEqualTo("Page not found");
        } finally {
            theirs.context().close();
        }
    }

    /// Sets password and code, and returns the secret of the code.
    private static String setCredential(Page one) {
        type(one, "password", PASSWORD);
        String secret = one.locator("#secret").innerText();
        type(one, "code", AppCodes.at(secret, Instant.now()));
        one.keyboard().press("Enter");
        return secret;
    }

    private static void signIn(Page one, String email, String secret) {
        type(one, "email", email);
        type(one, "password", PASSWORD);
        // A code is taken once, so the next one.
        type(one, "code", AppCodes.at(secret, Instant.now().plusSeconds(30)));
        one.keyboard().press("Enter");
        one.waitForURL(url -> url.endsWith("/work") || url.endsWith("/acting-as"));
    }

    private static void type(Page one, String field, String words) {
        one.locator("#" + field).focus();
        one.keyboard().type(words);
    }

    private static void press(Page one, String words) {
        one.locator("main a, main button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .press("Enter");
        one.waitForLoadState();
    }

    private static Locator label(Page one, String words) {
        return one.getByLabel(words, new Page.GetByLabelOptions().setExact(true));
    }

    /// Somebody who will join.
    private record Member(String name, String agency, String role) {
        String email() {
            return name.toLowerCase(Locale.ROOT) + "@example.org";
        }
    }
}
