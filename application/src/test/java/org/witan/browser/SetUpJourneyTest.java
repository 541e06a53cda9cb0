package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.signin.AppCodes;

/// From the set-up link to the signed-in administrator, with the keyboard alone.
class SetUpJourneyTest extends InABrowser {
    private static final String PASSWORD = "purple ladder quietly sings";

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
    void whoeverStartsItSetsItUpAndSignsIn() throws Exception {
        Path file = folder.resolve("set-up-link");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String link = Files.readString(file).strip();
        assertThat(link).startsWith(own.address() + "/set-up/");
        assertThat(own.owner()
                        .sql("select count(*) from access.link where encode(digest, 'escape') like '%' || ? || '%'")
                        .param(link.substring(link.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isZero();
        page.navigate(link);
        page.locator("button", new Page.LocatorOptions().setHasText("Set up")).focus();
        page.keyboard().press("Enter");
        page.waitForFunction("document.activeElement.className.includes('govuk-error-summary')");
        assertFits("set-up-mistakes");
        fillIn();
        assertFits("set-up");
        tabTo("code");
        page.keyboard().type(AppCodes.at(page.locator("#secret").innerText(), Instant.now()));
        String secret = page.locator("#secret").innerText();
        page.keyboard().press("Enter");
        page.waitForURL("**/sign-in?after=set-up");
        assertFits("sign-in-after-set-up");
        assertThat(file).doesNotExist();
        signIn(secret);
        page.navigate(own.address() + "/sessions");
        assertThat(page.locator("h1").innerText()).isEqualTo("Where you are signed in");
        assertFits("sessions");
        assertThat(own.owner().sql("""
                        select string_agg(a.email || ' ' || m.role || ' ' || y.kind || ' ' || g.signed_by, ';')
                        from access.membership m join access.account a on a.id = m.account_id
                        join access.agency y on y.id = m.agency_id join access.agreement g on g.agency_id = y.id
                        """).query(String.class).single())
                .isEqualTo("invented@example.org ADMINISTRATOR PARTNERSHIP Invented Person");
        page.navigate(link);
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
        nothingHereIsADemonstration();
    }

    private void fillIn() {
        tabTo("name");
        page.keyboard().type("Invented Partnership");
        tabTo("given-name");
        page.keyboard().type("Invented");
        tabTo("family-name");
        page.keyboard().type("Person");
        tabTo("email");
        page.keyboard().type("invented@example.org");
        tabTo("password");
        page.keyboard().type(PASSWORD);
    }

    private void signIn(String secret) {
        tabTo("email");
        page.keyboard().type("invented@example.org");
        tabTo("password");
        page.keyboard().type(PASSWORD);
        tabTo("code");
        page.keyboard().type(AppCodes.at(secret, Instant.now().plusSeconds(30)));
        page.keyboard().press("Enter");
        page.waitForURL("**/work");
    }

    private void nothingHereIsADemonstration() {
        var answer = page.request()
                .post(
                        own.address() + "/sign-in/invented",
                        RequestOptions.create()
                                .setHeader("Origin", own.address())
                                .setForm(FormData.create()
                                        .set(
                                                "account",
                                                own.owner()
                                                        .sql("select id::text from access.account")
                                                        .query(String.class)
                                                        .single())));
        assertThat(answer.status()).isEqualTo(404);
        for (String statement : new String[] {
            "update access.account set demonstration = true",
            "update access.installation set kind = 'DEMONSTRATION'",
            "delete from access.installation",
            "insert into access.installation (sole, kind) values (true, 'DEMONSTRATION')"
        }) {
            assertThatThrownBy(() -> own.owner().sql(statement).update())
                    .as(statement)
                    .isNotNull();
        }
        own.close();
        assertThatThrownBy(() -> OwnApplication.in(folder, "--witan.demo=true").close())
                .rootCause()
                .hasMessageContaining("can never become one");
    }
}
