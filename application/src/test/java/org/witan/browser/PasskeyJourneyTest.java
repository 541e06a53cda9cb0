package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.witan.access.signin.Challenge;

/// Somebody with a passkey, in a real browser with an authenticator that only exists there.
class PasskeyJourneyTest extends WithAnAuthenticator {
    private static final String ANSWERED =
            "options => { const d = t => Uint8Array.from(atob(t.replaceAll('-','+').replaceAll('_','/')), c => c.charCodeAt(0));"
                    + " const e = b => btoa(String.fromCharCode(...new Uint8Array(b))).replaceAll('+','-').replaceAll('/','_').replaceAll('=','');"
                    + " return navigator.credentials.get({ publicKey: { ...options, challenge: d(options.challenge), allowCredentials: [] } })"
                    + ".then(p => JSON.stringify({ id: p.id, rawId: e(p.rawId), type: p.type, clientExtensionResults: {}, response: {"
                    + " clientDataJSON: e(p.response.clientDataJSON), authenticatorData: e(p.response.authenticatorData),"
                    + " signature: e(p.response.signature), userHandle: e(p.response.userHandle) } })); }";

    @Test
    void aPasskeyIsAddedAndOpensTheSiteAgain() {
        hasSignedIn(Instant.now());
        open("/how-you-sign-in");
        assertThat(main()).contains("You have no passkey");
        assertFits("passkeys-none");
        press("Add a passkey", AriaRole.BUTTON);
        page.waitForURL("**/passkeys/new");
        assertThat(main()).doesNotContain("No passkey was given").doesNotContain("need JavaScript");
        assertFits("passkey-add");
        press("Add a passkey", AriaRole.BUTTON);
        awaits("Give the passkey a name");
        page.getByLabel("Name of the passkey").fill("work laptop");
        press("Add a passkey", AriaRole.BUTTON);
        page.waitForURL("**/how-you-sign-in");
        assertThat(main()).contains("work laptop").contains("On one device").contains("Not yet");
        assertThat(page.locator("main a[href='/sessions']").innerText()).isEqualTo("end your other sessions");
        assertFits("passkeys-one");

        page.context().clearCookies();
        open("/sign-in/passkey");
        assertFits("passkey-sign-in");
        press("Use a passkey", AriaRole.BUTTON);
        page.waitForURL("**/{work,acting-as}");
        assertThat(partnership().deedsOf(chair.account()))
                .containsSubsequence("CREDENTIAL passkey DONE", "SIGN_IN proof DONE", "SIGN_IN session DONE");
        open("/how-you-sign-in");
        assertThat(main()).doesNotContain("Not yet");
    }

    @Test
    void whoHasNoOtherWayCannotEndTheirLastPasskey() {
        hasAPasskey("first");
        endPasskey("first");
        awaits("This is your only way to sign in");
        assertFits("passkey-last");
        // A provider that is no longer set up lets nobody in.
        isLinkedTo("forgotten");
        endPasskey("first");
        awaits("This is your only way to sign in");
        isLinkedTo("invented-police");
        endPasskey("first");
        awaits("You have no passkey");
    }

    @Test
    void anAnswerThatWasUsedOpensNothingASecondTime() {
        hasAPasskey("one");
        String answer = answerTo("/sign-in/passkey");
        send("/sign-in/passkey", "answer", answer);
        page.waitForURL("**/{work,acting-as}");
        page.context().clearCookies();
        open("/sign-in/passkey");
        send("/sign-in/passkey", "answer", answer);
        isRefused("It took too long, or the answer was used before", "passkeys.refused.challenge");
    }

    @Test
    void anAnswerThatComesTooLateOpensNothing() {
        hasAPasskey("one");
        String answer = answerTo("/sign-in/passkey");
        var challenge = options().get("challenge").getAsString();
        remember(
                Challenge.ATTRIBUTE,
                new Challenge(Challenge.Use.SIGN_IN, challenge, Instant.now().minusSeconds(1)));
        send("/sign-in/passkey", "answer", answer);
        isRefused("It took too long", "passkeys.refused.challenge");
        // Pressing again is enough: the page asks anew.
        press("Use a passkey", AriaRole.BUTTON);
        page.waitForURL("**/{work,acting-as}");
    }

    @Test
    void anAnswerThatWasGivenToAnotherSiteOpensNothing() throws Exception {
        hasAPasskey("one");
        page.context().clearCookies();
        open("/sign-in/passkey");
        Object options =
                page.evaluate("JSON.parse(document.querySelector('[data-passkey-options]').dataset.passkeyOptions)");
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        other.start();
        try {
            page.navigate("http://localhost:" + other.getAddress().getPort() + "/");
            String answer = (String) page.evaluate(ANSWERED, options);
            // Back by history would ask anew; the session still waits for the answer to the first question.
            open("/how-you-sign-in");
            send("/sign-in/passkey", "answer", answer);
        } finally {
            other.stop(0);
        }
        isRefused("answered to another address", "passkeys.refused.origin");
    }

    @Test
    void aPasskeyThatCountsLessThanBeforeOpensNothing() {
        hasAPasskey("one");
        partnership().run("update access.passkey set signature_count = 1000 where account_id = ?", chair.account());
        page.context().clearCookies();
        open("/sign-in/passkey");
        press("Use a passkey", AriaRole.BUTTON);
        isRefused("may have been copied", "passkeys.refused.count");
        assertFits("passkey-refused");
    }

    @Test
    void aPasskeyOfAClosedAccountOpensNothing() {
        hasAPasskey("one");
        partnership().run("update access.account set closed_at = now() where id = ?", chair.account());
        page.context().clearCookies();
        open("/sign-in/passkey");
        press("Use a passkey", AriaRole.BUTTON);
        awaits("This passkey is not known here");
    }

    @Test
    void theAnswerForOneUseIsNoGoodForAnother() {
        hasAPasskey("one");
        String answer = answerTo("/sign-in/passkey");
        var challenge = options().get("challenge").getAsString();
        remember(
                Challenge.ATTRIBUTE,
                new Challenge(
                        Challenge.Use.PROVE_PRESENCE, challenge, Instant.now().plusSeconds(60)));
        send("/sign-in/passkey", "answer", answer);
        isRefused("It took too long", "passkeys.refused.challenge");
    }

    @Test
    void underANumberThePageSaysWherePasskeysWork() {
        page.navigate(address() + "/sign-in/passkey");
        assertThat(main()).contains("Passkeys do not work under the address in your browser");
        page.locator("main a").first().click();
        page.waitForURL(home() + "/sign-in/passkey");
        assertThat(main()).doesNotContain("do not work under");
    }

    @Test
    void withoutJavaScriptThePageSaysThatPasskeysNeedIt() {
        try (var plain = browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var bare = plain.newPage();
            bare.navigate(home() + "/sign-in/passkey");
            assertThat(bare.locator("main").innerText())
                    .contains("Passkeys need JavaScript")
                    .contains("Sign in another way");
            assertThat(bare.locator("button").first().isVisible()).isFalse();
        }
    }

    private void isLinkedTo(String provider) {
        partnership()
                .run(
                        "insert into access.provider_link (id, provider, subject, account_id, linked_at)"
                                + " values (gen_random_uuid(), ?, gen_random_uuid()::text, ?, now())",
                        provider,
                        chair.account());
    }

    /// A press leads to another page; what it says is there when that page is.
    private void awaits(String words) {
        page.waitForSelector("main >> text=" + words);
    }

    private void endPasskey(String label) {
        open("/how-you-sign-in");
        press("End " + label, AriaRole.LINK);
        page.waitForURL("**/end");
        press("End this passkey", AriaRole.BUTTON);
    }

    /// What the authenticator answers to the question of a page, without sending it.
    private String answerTo(String path) {
        page.context().clearCookies();
        open(path);
        return (String) page.evaluate(
                ANSWERED,
                page.evaluate("JSON.parse(document.querySelector('[data-passkey-options]').dataset.passkeyOptions)"));
    }

    private JsonObject options() {
        return JsonParser.parseString(page.locator("[data-passkey-options]").getAttribute("data-passkey-options"))
                .getAsJsonObject();
    }

    private void isRefused(String words, String reason) {
        page.waitForSelector(".govuk-error-summary");
        assertThat(main()).contains(words);
        assertThat(partnership().deedsOf(chair.account()))
                .last()
                .isEqualTo("SIGN_IN_REFUSED session REFUSED " + reason);
    }
}
