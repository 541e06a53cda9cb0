package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.Role;

/// A visitor of the demonstration uses an invented person; its database can hold nobody else's partnership.
class DemonstrationJourneyTest extends InABrowser {
    @TempDir
    private Path folder;

    @Test
    void aVisitorSignsInAsAnInventedPersonOfAnyRole() {
        try (var demonstration = OwnApplication.in(folder, "--witan.demo=true")) {
            page.navigate(demonstration.address() + "/sign-in");
            assertFits("sign-in-demonstration");
            assertThat(demonstration
                            .owner()
                            .sql("select distinct role from access.membership")
                            .query(String.class)
                            .list())
                    .hasSize(Role.values().length);
            assertThat(demonstration
                            .owner()
                            .sql("select bool_and(demonstration) from access.account")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in as Cora Invented"))
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/acting-as");
            page.getByRole(AriaRole.RADIO).first().check();
            page.locator("main button").press("Enter");
            page.waitForURL("**/work");
            assertThat(page.locator("main").innerText()).contains("possible match");
            page.navigate(demonstration.address() + "/people/matches");
            assertThat(page.locator("main").innerText()).contains("Inventson");
            page.navigate(demonstration.address() + "/sessions");
            assertThat(page.locator("h1").innerText()).isEqualTo("Where you are signed in");
        }
        assertThatThrownBy(() -> OwnApplication.in(folder).close())
                .rootCause()
                .hasMessageContaining("can never hold real people");
    }
}
