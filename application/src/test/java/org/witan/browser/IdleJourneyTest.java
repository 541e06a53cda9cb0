package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// Somebody is called away from a page on which they are typing. The clock of the browser is the test's.
class IdleJourneyTest extends InABrowser {
    private Viewer administrator;

    @BeforeEach
    void somebodySignsIn() {
        UUID agency = partnership().agency("PARTNERSHIP");
        administrator = partnership().viewer(agency, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        page.clock().install();
        signIn(page.context(), List.of());
    }

    @Test
    void aWarningComesTwoMinutesBeforeAndTheKeyboardStaysSignedIn() {
        page.navigate(address() + "/recoveries");
        assertThat(page.getByText("If nothing happens, you will be signed out at")
                        .isVisible())
                .isTrue();
        page.clock().fastForward("17:30");
        assertThat(page.locator("dialog").isVisible()).isFalse();
        page.clock().fastForward("00:40");
        page.locator("dialog[open]").waitFor();
        assertThat(focused()).isEqualTo("Stay signed in");
        assertThat(page.locator("#witan-idle-left").innerText()).isEqualTo("2 minutes left.");
        assertFits("idle-warning");
        page.waitForResponse("**/session/stay", () -> page.keyboard().press("Enter"));
        assertThat(page.locator("dialog").isVisible()).isFalse();
        page.clock().fastForward("17:30");
        assertThat(page.locator("dialog").isVisible()).isFalse();
    }

    @Test
    void whatWasTypedIsHandedBackAfterTheNextSignIn() {
        page.navigate(address() + "/recoveries");
        page.getByLabel("What happened, and how you know it is them").fill("Invented words that took a while");
        page.clock().fastForward("18:30");
        page.locator("dialog[open]").waitFor();
        page.clock().fastForward("01:40");
        page.waitForURL("**/sign-in?after=idle");
        assertThat(page.locator("[role=status]").innerText()).contains("What you were typing was kept");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(partnership()
                        .asked(
                                "select primary_id from access.session where principal_name = ?",
                                administrator.account().toString()))
                .isEmpty();

        signIn(page.context(), List.of("/recoveries"));
        page.navigate(address() + "/sessions");
        assertFits("words-kept-elsewhere");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The page you were typing on (1)"))
                .click();
        page.locator("#witan-kept:visible").waitFor();
        assertFits("words-kept");
        page.waitForResponse(
                "**/session/words/back", () -> page.getByText("Put them back").click());
        page.locator("#witan-kept").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(page.getByLabel("What happened, and how you know it is them").inputValue())
                .isEqualTo("Invented words that took a while");
        assertThat(partnership()
                        .asked("select place from access.kept_words where account_id = ?", administrator.account()))
                .isEmpty();
    }

    @Test
    void workInOneTabKeepsTheOther() {
        try (var oneBrowser = browser().newContext()) {
            oneBrowser.clock().install();
            signIn(oneBrowser, List.of());
            var idle = oneBrowser.newPage();
            idle.navigate(address() + "/recoveries");
            oneBrowser.clock().fastForward("18:30");
            idle.locator("dialog[open]").waitFor();
            oneBrowser.newPage().navigate(address() + "/sessions");
            idle.locator("dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    private void signIn(BrowserContext where, List<String> kept) {
        String header = Sessions.cookieOf(administrator, application);
        if (!kept.isEmpty()) {
            Sessions.remember(header.substring("witan=".length()), "witan.kept", new ArrayList<>(kept), application);
        }
        where.clearCookies();
        giveCookie(where, header, address());
    }
}
