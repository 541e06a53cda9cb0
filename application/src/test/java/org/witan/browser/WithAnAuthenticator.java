package org.witan.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// Somebody at a desk whose browser has an authenticator that only exists there.
abstract class WithAnAuthenticator extends InABrowser {
    private CDPSession devices;
    private String authenticator = "";

    /// Who sits there.
    Viewer chair;

    @BeforeEach
    void aChairAtADeskWithAnAuthenticator() {
        chair = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.CHAIR, Purpose.MARAC);
        devices = page.context().newCDPSession(page);
        authenticator = plugIn(devices);
    }

    private static String plugIn(CDPSession devices) {
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var added = new JsonObject();
        added.add("options", options);
        return devices.send("WebAuthn.addVirtualAuthenticator", added)
                .get("authenticatorId")
                .getAsString();
    }

    /// Lets another tab of the same browser use the same passkeys.
    final void share(Page tab) {
        var there = tab.context().newCDPSession(tab);
        var target = plugIn(there);
        var asked = new JsonObject();
        asked.addProperty("authenticatorId", authenticator);
        devices.send("WebAuthn.getCredentials", asked)
                .getAsJsonArray("credentials")
                .forEach(one -> {
                    var credential = new JsonObject();
                    credential.addProperty("authenticatorId", target);
                    credential.add("credential", one);
                    there.send("WebAuthn.addCredential", credential);
                });
    }

    final void hasSignedIn(Instant proved) {
        var cookie = Sessions.cookieOf(chair, new Presence(proved), application);
        giveCookie(page.context(), cookie, home());
    }

    final void hasAPasskey(String label) {
        hasSignedIn(Instant.now());
        open("/how-you-sign-in/passkeys/new");
        page.getByLabel("Name of the passkey").fill(label);
        press("Add a passkey", AriaRole.BUTTON);
        page.waitForURL("**/how-you-sign-in");
    }

    /// Changes what the session of the page remembers, as time or another request would.
    final void remember(String name, Object value) {
        String cookie = page.context().cookies(home()).stream()
                .filter(one -> one.name.equals("witan"))
                .findFirst()
                .orElseThrow()
                .value;
        Sessions.remember(cookie, name, value, application);
    }

    /// Sends a field of a form that the page does not have.
    final void send(String path, String name, String value) {
        page.evaluate(
                "([path, name, value]) => { const f = document.createElement('form'); f.method = 'post'; f.action = path;"
                        + " const i = document.createElement('input'); i.name = name; i.value = value; f.append(i);"
                        + " document.body.append(f); f.submit(); }",
                List.of(path, name, value));
    }

    final void open(String path) {
        page.navigate(home() + path);
    }

    final void press(String words, AriaRole role) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    /// A name for which passkeys can be made.
    final String home() {
        return address().replace("127.0.0.1", "localhost");
    }
}
