package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.witan.access.Presence;

/// Somebody whose session is open wants to do what asks for fresh proof that they still sit there.
class PresenceJourneyTest extends WithAnAuthenticator {
    private static final Duration LONGER_THAN_A_PROOF_COUNTS = Duration.ofMinutes(6);

    @BeforeEach
    void whoHasAPasskeyAndProvedItSomeMinutesAgo() {
        hasAPasskey("desk");
        minutesPass();
    }

    @Test
    void anExportAsksForProofAndOpensAfterItUntilMinutesHavePassed() {
        open("/doors/export?from=2026-01-01");
        page.waitForURL("**/prove-presence");
        assertFits("presence");
        press("Prove it with a passkey", AriaRole.BUTTON);
        page.waitForURL("**/doors/export");
        assertThat(main()).isEqualTo("Everything leaves");
        open("/doors/export");
        assertThat(main()).isEqualTo("Everything leaves");
        minutesPass();
        open("/doors/export");
        assertThat(page.url()).endsWith("/prove-presence");
        assertThat(partnership().deedsOf(chair.account())).contains("SIGN_IN presence DONE");
    }

    @Test
    void whatWasTypedIsThereStillAfterTheProof() {
        open("/how-you-sign-in");
        send("/doors/export", "note", "<b>\u201cfor the 9:30\u201d</b>");
        page.waitForURL("**/doors/export");
        assertThat(main()).contains("Nothing was done yet");
        assertFits("presence-first");
        Page tab = page.waitForPopup(() -> press("Prove that it is you (opens a new tab)", AriaRole.LINK));
        tab.waitForLoadState();
        share(tab);
        tab.locator("main").getByRole(AriaRole.BUTTON).click();
        tab.waitForURL("**/prove-presence/done");
        assertThat(tab.locator("main").innerText()).contains("go back to its tab and press again");
        press("Press again", AriaRole.BUTTON);
        page.waitForURL("**/doors/export");
        assertThat(main()).isEqualTo("Exported with: <b>\u201cfor the 9:30\u201d</b>");
    }

    @Test
    void aWrongProofOpensNothingAndIsInTheTrail() {
        open("/doors/export");
        send("/prove-presence/passkey", "answer", "{}");
        page.waitForSelector(".govuk-error-summary");
        assertThat(main()).contains("could not be accepted");
        assertFits("presence-wrong");
        assertThat(partnership().deedsOf(chair.account()))
                .contains("SIGN_IN_REFUSED presence REFUSED passkeys.refused.invalid");
        open("/doors/export");
        assertThat(page.url()).endsWith("/prove-presence");
    }

    @Test
    void whoHasNothingToProveWithIsToldSo() {
        var mine = chair;
        chair = partnership().viewer(mine.agency(), mine.role(), mine.purpose());
        hasSignedIn(Instant.EPOCH);
        open("/doors/export");
        assertThat(main()).contains("You have neither a passkey nor a password here");
    }

    @Test
    void aPasskeyIsNeitherAddedNorEndedWithoutFreshProof() {
        open("/how-you-sign-in/passkeys/new");
        assertThat(page.url()).endsWith("/prove-presence");
        open("/how-you-sign-in");
        press("End desk", AriaRole.LINK);
        assertThat(page.url()).endsWith("/prove-presence");
    }

    private void minutesPass() {
        remember(Presence.ATTRIBUTE, new Presence(Instant.now().minus(LONGER_THAN_A_PROOF_COUNTS)));
    }
}
