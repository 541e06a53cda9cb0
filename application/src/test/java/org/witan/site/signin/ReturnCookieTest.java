package org.witan.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.witan.access.TrailKey;
import org.witan.access.signin.PendingReturn;

/// What a browser keeps while its owner is at a provider.
class ReturnCookieTest {
    private static final PendingReturn PENDING =
            new PendingReturn("invented", "state", "nonce", "verifier", Instant.parse("2026-03-03T09:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptComesBackUnderTheSameNameOnly() {
        for (boolean encrypted : new boolean[] {true, false}) {
            var cookie = new ReturnCookie(TrailKey.in(folder.resolve("trail.key")), encrypted);
            Cookie kept = kept(cookie);
            assertThat(kept.getName()).isEqualTo(encrypted ? "__Host-witan-return" : "witan-return");
            assertThat(taken(cookie, kept)).isEqualTo(PENDING);
            // As a neighbour of our name could set it, without the prefix that browsers guard.
            String other = encrypted ? "witan-return" : "__Host-witan-return";
            assertThat(taken(cookie, new Cookie(other, kept.getValue()))).isNull();
        }
    }

    @Test
    void whatAnotherInstallationKeptOrSomebodyChangedIsNothing() {
        var cookie = new ReturnCookie(TrailKey.in(folder.resolve("trail.key")), true);
        Cookie kept = kept(cookie);
        var elsewhere = new ReturnCookie(TrailKey.in(folder.resolve("other.key")), true);
        assertThat(taken(elsewhere, kept)).isNull();
        String value = kept.getValue();
        char last = value.charAt(value.length() - 3);
        String changed = value.substring(0, value.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + value.substring(value.length() - 2);
        for (String bad : new String[] {changed, "", "A", "%00", "not base64!", value + value}) {
            assertThat(taken(cookie, new Cookie(kept.getName(), bad))).as(bad).isNull();
        }
    }

    private static Cookie kept(ReturnCookie cookie) {
        var response = new MockHttpServletResponse();
        cookie.keep(response, PENDING);
        return Objects.requireNonNull(response.getCookies()[0]);
    }

    private static @Nullable PendingReturn taken(ReturnCookie cookie, Cookie sent) {
        var request = new MockHttpServletRequest();
        request.setCookies(sent);
        return cookie.taken(request, new MockHttpServletResponse());
    }
}
