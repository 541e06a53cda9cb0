package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// People choose how often they are told by e-mail, and an administrator sees whom no message reaches.
class MessagesJourneyTest extends InABrowser {

    @Test
    void aRepresentativeChoosesHowOftenTheyAreTold() {
        signIn(partnership().viewer(partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC));
        page.navigate(address() + "/work");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("E-mail to you"))
                .click();
        assertThat(page.locator("h1").innerText()).isEqualTo("E-mail to you");
        assertThat(main()).contains("No e-mail is sent from this Witan");
        assertThat(page.getByLabel("As soon as something waits").isChecked()).isTrue();
        page.getByLabel("Never").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep"))
                .click();
        assertThat(page.getByLabel("Never").isChecked()).isTrue();
        assertFits("messages-choice");
    }

    @Test
    void anIdvaCannotChooseNever() {
        signIn(partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC));
        page.navigate(address() + "/messages");
        page.getByLabel("Never").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep"))
                .click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("somebody in danger may wait for you");
        assertFits("messages-refused");
        page.navigate(address() + "/messages");
        assertThat(page.getByLabel("As soon as something waits").isChecked()).isTrue();
    }

    @Test
    void anAdministratorSeesWhatWasSentAndWhomNoMessageReaches() {
        UUID team = partnership().agency("PARTNERSHIP");
        Viewer reached = partnership().viewer(team, Role.IDVA, Purpose.MARAC);
        Viewer unreached = partnership().viewer(team, Role.COORDINATOR, Purpose.MARAC);
        partnership().run("""
                        insert into notices.message (id, account_id, at, outcome)
                        values (uuidv7(), ?, now() - interval '2 hours', 'SENT'),
                            (uuidv7(), ?, now() - interval '1 hour', 'NO_SERVER')
                        """, reached.account(), unreached.account());
        partnership().run("""
                        insert into notices.waiting (account_id, since_at, try_at, failed_at, failures)
                        values (?, now(), now() + interval '1 hour', now() - interval '3 hours', 5)
                        """, reached.account());
        signIn(partnership().viewer(team, Role.ADMINISTRATOR, Purpose.ADMINISTRATION));
        page.navigate(address() + "/work");
        assertThat(main()).contains("not reached by e-mail");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("E-mail").setExact(true))
                .click();
        assertThat(main()).contains("Not reached now", "tried 5 times", "Sent", "Given up: no mail server took it");
        assertFits("messages-sent");
    }
}
