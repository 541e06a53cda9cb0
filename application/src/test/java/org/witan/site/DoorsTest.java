package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Each page lets through whom it says it is open to, and nobody else.
class DoorsTest extends RunningApplication {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    private Viewer chair;
    private Viewer analyst;

    @BeforeEach
    void people() {
        var team = partnership().agency("PARTNERSHIP");
        chair = partnership().viewer(team, Role.CHAIR, Purpose.MARAC);
        analyst = partnership().viewer(team, Role.ANALYST, Purpose.STATISTICS);
    }

    @Test
    void whoHasNotSignedInIsLedToTheSignInPage() throws Exception {
        var answer = open("/doors/chairs", "");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aPageForAnotherRoleIsNotFound() throws Exception {
        assertThat(open("/doors/chairs", Sessions.cookieOf(analyst, application))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoAsksForAPageOfAnotherRoleIsInTheTrailWithThePageAndNotTheAddress() throws Exception {
        open("/doors/chairs?note=invented+words", Sessions.cookieOf(analyst, application));
        assertThat(partnership().deedsOf(analyst.account())).containsExactly("READ page REFUSED other role");
        assertThat(partnership().asked("select path from access.trail_entry where account_id = ?", analyst.account()))
                .containsExactly("GET /doors/chairs");
        // Nobody who has not signed in can fill the trail.
        long before = rows();
        open("/doors/chairs", "");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoNoLongerActsForTheirAgencyIsTurnedAwayAllTheSame() throws Exception {
        String cookie = Sessions.cookieOf(analyst, application);
        partnership()
                .run("update access.membership set ends_on = access.today() - 1 where id = ?", analyst.membership());
        assertThat(open("/doors/chairs", cookie).statusCode()).isEqualTo(404);
        assertThat(partnership().deedsOf(analyst.account())).containsExactly("READ page REFUSED other role");
    }

    @Test
    void aPageForTheRoleKnowsWhoLooks() throws Exception {
        var answer = open("/doors/chairs", Sessions.cookieOf(chair, application));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(chair.membership() + " CHAIR MARAC PAGE GET /doors/chairs");
    }

    @Test
    void aFormWithFieldsInItsAddressIsNotTaken() throws Exception {
        String cookie = Sessions.cookieOf(chair, new Presence(Instant.now()), application);
        assertThat(send("/doors/export", "note=kept-words", cookie).body()).contains("Exported with: kept-words");
        for (String address : List.of("/doors/export?note=theirs", "/doors/export?other=theirs")) {
            var answer = send(address, "note=kept-words", cookie);
            assertThat(answer.statusCode()).as(address).isEqualTo(422);
            assertThat(answer.body()).contains("This request cannot be used").doesNotContain("kept-words", "theirs");
        }
        assertThat(send("/sign-in?email=theirs", "password=mine", "").statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> send(String path, String form, String cookie)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aPageThatSaysNothingIsNotFound() throws Exception {
        assertThat(open("/doors/forgotten", Sessions.cookieOf(chair, application))
                        .statusCode())
                .isEqualTo(404);
    }

    private long rows() {
        return Long.parseLong(partnership()
                .asked("select count(*)::text from access.trail_entry")
                .getFirst());
    }

    private HttpResponse<String> open(String path, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
