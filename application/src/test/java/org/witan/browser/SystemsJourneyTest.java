package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.witan.access.Purpose;
import org.witan.access.Role;

/// An administrator lets the system of an agency in, changes its secret, and shuts it out.
class SystemsJourneyTest extends InABrowser {

    @Test
    void anAdministratorRegistersASystemChangesItsSecretAndShutsItOut() throws Exception {
        var police = partnership().agency("POLICE");
        signIn();
        page.navigate(address() + "/systems");
        click(AriaRole.BUTTON, "Register a system");
        click(AriaRole.BUTTON, "Register");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".govuk-error-summary").innerText())
                .contains("Enter the name of the system", "Choose the agency", "Choose what it may do");
        assertFits("system-register-wrong");
        page.getByLabel("Name of the system").fill("Case management");
        page.locator("#agency").selectOption(police.toString());
        page.locator("#role").selectOption("REPRESENTATIVE");
        page.locator("#purpose").selectOption("STATISTICS");
        page.getByLabel("records:read").check();
        page.getByLabel("Who answers for it").fill("Invented Person");
        page.getByLabel("Their work e-mail address").fill("invented@example.org");
        page.locator("#networks").fill("127.0.0.1/8");
        click(AriaRole.BUTTON, "Register");
        assertThat(page.locator(".govuk-error-summary").innerText())
                .contains("This role cannot have that purpose", "127.0.0.1/8 is not a network");
        assertThat(page.getByLabel("Name of the system").inputValue()).isEqualTo("Case management");
        page.locator("#purpose").selectOption("MARAC");
        page.locator("#networks").fill("127.0.0.0/8");
        click(AriaRole.BUTTON, "Register");
        page.waitForURL("**/systems/*-*");
        assertFits("system-without-secret");
        click(AriaRole.BUTTON, "Make a secret");
        String first = page.locator("#secret").innerText();
        assertFits("system-new-secret");
        String id = page.url().replaceAll(".*/systems/([0-9a-f-]+).*", "$1");
        assertThat(token(id, first)).isEqualTo(200);
        page.navigate(address() + "/systems/" + id);
        assertThat(page.locator("main").innerText()).doesNotContain(first);
        click(AriaRole.BUTTON, "Make a secret");
        String second = page.locator("#secret").innerText();
        assertThat(page.getByText("Make a secret").count()).as("two at most").isZero();
        assertThat(token(id, second)).isEqualTo(200);
        page.locator("button", new Page.LocatorOptions().setHasText("Revoke"))
                .first()
                .click();
        page.waitForURL("**/systems/*-*");
        assertThat(token(id, first)).isEqualTo(401);
        assertThat(token(id, second)).isEqualTo(200);
        click(AriaRole.BUTTON, "Shut this system out");
        assertThat(page.locator("main").innerText()).contains("Shut out since");
        assertThat(token(id, second)).isEqualTo(401);
        assertFits("system-shut-out");
        page.navigate(address() + "/systems");
        assertFits("systems");
    }

    @Test
    void thePageAboutTheApiIsOpenToEveryone() {
        page.navigate(address() + "/api");
        assertThat(page.locator("main").innerText()).contains("Idempotency-Key", "urn:witan:problem:", "not-found");
        assertFits("api");
        assertThat(page.context().cookies()).isEmpty();
    }

    private void signIn() {
        signIn(partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION));
    }

    private void click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private int token(String id, String secret) throws Exception {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/api/oauth2/token"))
                                .header("Authorization", "Basic " + pair)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&scope=records:read"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
