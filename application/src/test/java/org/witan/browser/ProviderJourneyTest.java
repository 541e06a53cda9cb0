package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.witan.access.Role;
import org.witan.database.OwnerDatabase;
import sample.provider.InventedProvider;
import sample.provider.Mischief;

/// People of an agency with single sign-on, before a real provider on another site: to a browser, `localhost` and
/// `127.0.0.1` are two.
class ProviderJourneyTest extends InABrowser {
    /// Where a session leads to.
    private static final String ARRIVED = "**/{work,acting-as}";

    private static @Nullable ConfigurableApplicationContext provider;

    private UUID officer;

    @BeforeEach
    void anOfficerWhoseAgencyHasAProvider() {
        InventedProvider.does(Mischief.NONE);
        if (provider == null) {
            provider = InventedProvider.start(
                    address() + "/sign-in/oidc/invented-police/return", address() + "/sign-in/oidc/strict/return");
        }
        partnership()
                .run(
                        "insert into access.agency (id, name, kind, added_at) values (?, 'Invented police with a provider', 'POLICE', now()) on conflict do nothing",
                        InventedProviderSettings.AGENCY);
        officer = partnership().account("Officer");
        partnership().membership(officer, InventedProviderSettings.AGENCY, Role.REPRESENTATIVE);
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            provider.close();
            provider = null;
        }
    }

    @Test
    void anOfficerSignsInByTheProviderOfTheForce() {
        var next = new ArrayList<Request>();
        page.onRequest(request -> {
            if (request.url().endsWith("/work")) {
                next.add(request);
            }
        });
        signIn(email(officer));
        page.waitForURL(ARRIVED);
        // Only with the strict cookie does the next page know who came.
        assertThat(next.getFirst().headerValue("cookie")).startsWith("witan=");
        assertThat(partnership().deedsOf(officer)).containsExactly("SIGN_IN proof DONE", "SIGN_IN session DONE");
        assertThat(partnership()
                        .asked(
                                "select detail::jsonb ->> 'two factors by the word of' from access.trail_entry "
                                        + "where account_id = ? and what = 'proof'",
                                officer))
                .containsExactly("the agency");
        assertThat(session().sameSite).isEqualTo(SameSiteAttribute.STRICT);
        assertThat(page.context().cookies(address() + "/sign-in/oidc/invented-police"))
                .extracting(cookie -> cookie.name)
                .containsExactly("witan");
    }

    @Test
    void afterTheFirstTimeTheProvidersOwnNameForAPersonCounts() {
        String first = email(officer);
        signIn(first);
        page.waitForURL(ARRIVED);
        partnership().run("update access.account set email = ? where id = ?", officer + "@new.example.org", officer);
        var other = partnership().account("Namesake");
        partnership().run("update access.account set email = ? where id = ?", first, other);
        page.context().clearCookies();
        signIn(first);
        page.waitForURL(ARRIVED);
        assertThat(partnership().deedsOf(officer)).hasSize(4);
        assertThat(partnership().deedsOf(other)).isEmpty();
    }

    @Test
    void somebodyOfAnotherAgencyIsRefused() {
        var nurse = partnership().account("Nurse");
        partnership().membership(nurse, partnership().agency("HOSPITAL"), Role.REPRESENTATIVE);
        signIn(email(nurse));
        isRefused("no account here is open to you", "other_agency");
        assertThat(partnership().deedsOf(nurse))
                .containsExactly("SIGN_IN_REFUSED session REFUSED provider.refused.person");
        assertFits("provider-refused");
    }

    @Test
    void whoHasLeftTheAgencyIsRefusedAlthoughTheyWereLinked() {
        signIn(email(officer));
        page.waitForURL(ARRIVED);
        page.context().clearCookies();
        partnership().run("update access.membership set ends_on = access.today() - 1 where account_id = ?", officer);
        signIn(email(officer));
        isRefused("no account here is open to you", "other_agency");
    }

    @Test
    void nobodyGetsAnAccountByAProvider() {
        signIn("stranger-" + UUID.randomUUID() + "@example.org");
        isRefused("no account here is open to you", "unknown");
    }

    @Test
    void aClosedAccountStaysClosed() {
        signIn(email(officer));
        page.waitForURL(ARRIVED);
        page.context().clearCookies();
        partnership().run("update access.account set closed_at = now() where id = ?", officer);
        signIn(email(officer));
        isRefused("no account here is open to you", "closed");
    }

    @Test
    void anAddressThatTheProviderDidNotCheckProvesNothing() {
        InventedProvider.does(Mischief.EMAIL_NOT_VERIFIED);
        signIn(email(officer));
        isRefused("does not say that your e-mail address was checked", "email_not_verified");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SIGNED_BY_ANOTHER_KEY",
                "SIGNED_BY_THE_SHARED_SECRET",
                "NOT_SIGNED",
                "EXPIRED",
                "FROM_THE_FUTURE",
                "OTHER_AUDIENCE",
                "OTHER_ISSUER"
            })
    void aTokenThatIsNotGenuineOpensNothing(Mischief mischief) {
        InventedProvider.does(mischief);
        signIn(email(officer));
        isRefused("could not be accepted", "invalid_id_token");
        assertThat(partnership().deedsOf(officer)).isEmpty();
    }

    @Test
    void aTokenThatWasMadeForAnotherVisitOpensNothing() {
        InventedProvider.does(Mischief.OTHER_NONCE);
        signIn(email(officer));
        isRefused("could not be accepted", "invalid_nonce");
    }

    @Test
    void clocksMayDifferByAMinute() {
        InventedProvider.does(Mischief.A_LITTLE_LATE);
        signIn(email(officer));
        page.waitForURL(ARRIVED);
    }

    @Test
    void aSignInThatTheProviderOnlyRemembersProvesNoPresence() {
        InventedProvider.does(Mischief.PROVED_AN_HOUR_AGO);
        signIn(email(officer));
        page.waitForURL(ARRIVED);
        page.navigate(address() + "/how-you-sign-in/passkeys/new");
        assertThat(page.url()).endsWith("/prove-presence");
        assertFits("presence-provider");
        InventedProvider.does(Mischief.NONE);
        page.getByText("Prove it with Invented police").click();
        page.waitForURL(ARRIVED);
        page.navigate(address() + "/how-you-sign-in/passkeys/new");
        assertThat(page.url()).endsWith("/passkeys/new");
    }

    @Test
    void aSignInAtTheProviderThatIsOlderThanAWorkingDayOpensNothing() {
        InventedProvider.does(Mischief.PROVED_YESTERDAY);
        signIn(email(officer));
        isRefused("more than 12 hours ago", "old");
    }

    @Test
    void aProviderThatDoesNotSayWhenSomebodySignedInIsNotBelieved() {
        InventedProvider.does(Mischief.SAYS_NOT_WHEN);
        signIn(email(officer));
        isRefused("does not say when you signed in", "no_auth_time");
    }

    @Test
    void aReturnFromAnotherProviderThanOneWentToOpensNothing() {
        String state = goneToThePolice();
        page.navigate(address() + "/sign-in/oidc/strict/return?code=invented&state=" + state);
        isRefused("You came back too late", "state");
        state = goneToThePolice();
        page.navigate(address() + "/sign-in/oidc/invented-police/return?code=invented&state=" + state
                + "&iss=https%3A%2F%2Felsewhere.example.org");
        isRefused("could not be accepted", "other_issuer");
    }

    @Test
    void aLinkFromElsewhereBeginsNoSessionUntilSomebodyPressesTheButton() {
        signIn(email(officer));
        page.waitForURL(ARRIVED);
        // Signed out here; the provider remembers them.
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("witan"));
        page.navigate(address() + "/sign-in/oidc/invented-police");
        assertThat(main()).contains("Sign in with Invented police");
        assertThat(page.context().cookies(address() + "/sign-in/oidc"))
                .extracting(cookie -> cookie.name)
                .doesNotContain("witan", "witan-return");
        assertFits("provider-before");
        page.locator("main button").click();
        page.waitForURL(ARRIVED);
    }

    @Test
    void theSignInPageLeadsToAProvider() {
        page.navigate(address() + "/sign-in");
        page.getByText("Invented police", new Page.GetByTextOptions().setExact(true))
                .click();
        proveThere(email(officer));
        page.waitForURL(ARRIVED);
    }

    @Test
    void aReturnCountsOnce() {
        var returns = new String[1];
        page.onRequest((Request request) -> {
            if (request.url().contains("/return?")) {
                returns[0] = request.url();
            }
        });
        goTo("invented-police");
        page.waitForURL(InventedProvider.issuer() + "/login*");
        Cookie kept = page.context()
                .cookies(address() + "/sign-in/oidc/invented-police")
                .getFirst();
        proveThere(email(officer));
        page.waitForURL(ARRIVED);
        // Without what the browser kept, and with it.
        page.context().clearCookies();
        page.navigate(returns[0]);
        isRefused("You came back too late", "state");
        page.context().addCookies(List.of(new Cookie(kept.name, kept.value).setUrl(address() + "/sign-in/oidc")));
        page.navigate(returns[0]);
        isRefused("You came back too late", "replayed");
    }

    @Test
    void aReturnThatSomebodyElseBeganOpensNothing() {
        goneToThePolice();
        page.navigate(address() + "/sign-in/oidc/invented-police/return?code=stolen&state=guessed");
        isRefused("You came back too late", "state");
    }

    @Test
    void whoGaveUpAtTheProviderIsTold() {
        String state = goneToThePolice();
        page.navigate(address() + "/sign-in/oidc/invented-police/return?error=access_denied&state=" + state);
        isRefused("did not sign you in there", "access_denied");
    }

    @Test
    void whereASecondFactorIsAskedForLessIsNotEnough() {
        goTo("strict");
        proveThere(email(officer));
        isRefused("with less than this site asks for", "factors");
    }

    @Test
    void aProviderThatDoesNotAnswerKeepsNobodyElseOut() {
        goTo("silent");
        page.waitForSelector("text=Silent council does not answer");
        assertThat(main()).contains("Silent council cannot sign anybody in").contains("Sign in another way");
        assertFits("provider-silent");
        signIn(email(officer));
        page.waitForURL(ARRIVED);
    }

    @Test
    void aProviderThatIsNotSetUpIsNotFound() {
        page.navigate(address() + "/sign-in/oidc/unheard-of");
        assertThat(main()).contains("Page not found");
    }

    private void signIn(String email) {
        goTo("invented-police");
        proveThere(email);
    }

    /// Goes to the provider; returns the state of this visit.
    private String goneToThePolice() {
        var states = new String[1];
        page.onRequest((Request request) -> {
            if (request.url().contains("/oauth2/authorize?")) {
                states[0] = request.url().replaceAll(".*[?&]state=([^&]*).*", "$1");
            }
        });
        goTo("invented-police");
        page.waitForURL(InventedProvider.issuer() + "/login*");
        return states[0];
    }

    /// Presses the button of a provider on our page.
    private void goTo(String name) {
        page.navigate(address() + "/sign-in/oidc/" + name);
        page.locator("main button").click();
    }

    private void proveThere(String email) {
        page.waitForURL(InventedProvider.issuer() + "/login*");
        page.locator("#username").fill(email);
        page.locator("#password").fill("invented");
        page.locator("button[type=submit]").click();
    }

    private void isRefused(String words, String because) {
        page.waitForURL("**/return?*");
        assertThat(main()).contains(words);
        assertThat(OwnerDatabase.of(application)
                        .sql("""
                        select detail::jsonb ->> 'because' from access.trail_entry
                        where deed = 'SIGN_IN_REFUSED' order by at desc limit 1
                        """)
                        .query((row, _) -> row.getString(1))
                        .single())
                .isEqualTo(because);
        page.navigate(address() + "/how-you-sign-in");
        assertThat(page.url()).endsWith("/sign-in");
        page.goBack();
    }

    private Cookie session() {
        return page.context().cookies(address()).stream()
                .filter(cookie -> cookie.name.equals("witan"))
                .findFirst()
                .orElseThrow();
    }

    private static String email(UUID account) {
        return account + "@example.org";
    }
}
