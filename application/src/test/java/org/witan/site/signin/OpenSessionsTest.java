package org.witan.site.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.OpenSessions;
import org.witan.site.Sessions;

/// Sessions end when their time is over, when somebody ends them, and when the account is closed; what was typed is
/// kept for its author alone.
class OpenSessionsTest extends RunningApplication {
    @Autowired
    private OpenSessions sessions;

    @Autowired
    private ApplicationContext application;

    private Viewer chair;
    private Viewer other;
    private Viewer administrator;

    @BeforeEach
    void people() {
        UUID agency = partnership().agency("PARTNERSHIP");
        chair = partnership().viewer(agency, Role.CHAIR, Purpose.MARAC);
        other = partnership().viewer(agency, Role.CHAIR, Purpose.MARAC);
        administrator = partnership().viewer(agency, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
    }

    @Test
    void oneOfOnesOwnSessionsOrAllOthersAreEnded() {
        var here = signedIn(chair);
        var there = signedIn(chair);
        var elsewhere = signedIn(chair);
        assertThat(here.open("/sessions").body().split("name=\"session\"", -1)).hasSize(3);
        String ended = rowOf(there, here);
        assertThat(here.post("/sessions/end", Map.of("session", ended)).statusCode())
                .isEqualTo(302);
        assertThat(here.post("/sessions/end", Map.of("session", ended)).statusCode())
                .isEqualTo(404);
        assertThat(here.post("/sessions/end-others", Map.of()).statusCode()).isEqualTo(302);
        assertThat(here.open("/sessions").statusCode()).isEqualTo(200);
        assertThat(there.open("/sessions").statusCode()).isEqualTo(302);
        assertThat(elsewhere.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionIsEndedOnlyByWhoHasJustProvedWhoTheyAre() {
        var there = signedIn(chair);
        var here = new Visitor(address());
        here.holds(Sessions.cookieOf(chair, new Presence(Instant.now().minusSeconds(3600)), application));
        assertThat(here.open("/sessions").body())
                .contains("href=\"/sessions/end\"")
                .doesNotContain("name=\"session\"", "action=\"/sessions/end");
        var refused = here.post("/sessions/end", Map.of("session", rowOf(there, signedIn(chair))));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Prove that it is you, then press again");
        assertThat(here.post("/sessions/end-others", Map.of()).statusCode()).isEqualTo(403);
        assertThat(there.open("/sessions").statusCode()).isEqualTo(200);
        assertThat(here.open("/sessions/end").headers().firstValue("Location")).hasValue("/prove-presence");
        Sessions.remember(
                here.cookie().replace("witan=", ""), Presence.ATTRIBUTE, new Presence(Instant.now()), application);
        // Where the proof leads back to leads on to the page that they looked at.
        assertThat(here.open("/sessions/end").headers().firstValue("Location")).hasValue("/sessions");
        assertThat(here.post("/sessions/end-others", Map.of()).statusCode()).isEqualTo(302);
        assertThat(there.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        var theirs = signedIn(other);
        String row = partnership()
                .asked(
                        "select primary_id from access.session where principal_name = ?",
                        other.account().toString())
                .getFirst();
        assertThat(signedIn(chair).post("/sessions/end", Map.of("session", row)).statusCode())
                .isEqualTo(404);
        assertThat(theirs.open("/sessions").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> sessions.endAll(chair, other.account())).isInstanceOf(Absent.class);
        assertThat(theirs.open("/sessions").statusCode()).isEqualTo(200);
        assertThat(sessions.endAll(administrator, other.account())).isEqualTo(1);
        assertThat(theirs.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void whoSignsOutIsOutAndTheBrowserForgets() {
        var here = signedIn(chair);
        var answer = here.post("/sign-out", Map.of());
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(partnership()
                        .asked(
                                "select primary_id from access.session where principal_name = ?",
                                chair.account().toString()))
                .isEmpty();
        assertThat(partnership().asked("select deed from access.trail_entry where account_id = ?", chair.account()))
                .containsExactly("SIGN_OUT");
    }

    @Test
    void aClosedAccountLosesItsSessionAtOnce() {
        var here = signedIn(chair);
        assertThat(here.open("/sessions").statusCode()).isEqualTo(200);
        partnership().run("update access.account set closed_at = now() where id = ?", chair.account());
        assertThat(here.open("/sessions").statusCode()).isEqualTo(302);
        // A session that came about at the same moment is found at its next request.
        assertThat(signedIn(chair).open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionEndsAfterAWorkingDayHoweverMuchItIsUsed() {
        var here = signedIn(chair);
        assertThat(here.open("/sessions").statusCode()).isEqualTo(200);
        partnership()
                .run(
                        "update access.session set creation_time = creation_time - 12 * 3600 * 1000 where principal_name = ?",
                        chair.account().toString());
        assertThat(here.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionThatIsNotUsedLastsAsLongAsThePartnershipSays() {
        var here = signedIn(chair);
        here.open("/sessions");
        assertThat(idleSeconds()).isEqualTo("1200");
        partnership()
                .run(
                        "update access.session set last_access_time = last_access_time - 1201 * 1000 where principal_name = ?",
                        chair.account().toString());
        assertThat(here.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void typedWordsAreHandedBackOnceAndToTheirAuthorAlone() {
        var here = signedIn(chair);
        var typed = Map.of(
                "place", "/records/1", "words", "[[[\"text\",\"Invented words\",null,\"text\"]]]", "seconds", "90");
        assertThat(here.post("/session/words", typed).statusCode()).isEqualTo(204);
        assertThat(idleSeconds()).as("keeping is no use of the session").isEqualTo("90");
        assertThat(partnership()
                        .asked(
                                "select encode(sealed, 'escape') from access.kept_words where account_id = ?",
                                chair.account())
                        .getFirst())
                .doesNotContain("Invented words");
        Map<String, String> place = Map.of("place", "/records/1");
        assertThat(signedIn(other).post("/session/words/back", place).statusCode())
                .isEqualTo(204);
        assertThat(here.post("/session/words/back", Map.of("place", "/records/2"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(here.post("/session/words/back", place).body()).contains("Invented words");
        assertThat(here.post("/session/words/back", place).statusCode()).isEqualTo(204);
    }

    @Test
    void wordsThatCannotBeKeptAreSaidTo() {
        var here = signedIn(chair);
        assertThat(here.post(
                                "/session/words",
                                Map.of("place", "//elsewhere", "words", "x".repeat(100_001), "seconds", "1"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(here.post("/session/words", Map.of("place", "no path", "words", "[]", "seconds", "1"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Visitor(address())
                        .post("/session/words", Map.of("place", "/", "words", "[]", "seconds", "1"))
                        .statusCode())
                .isEqualTo(302);
    }

    private String idleSeconds() {
        return partnership()
                .asked(
                        "select max_inactive_interval from access.session where principal_name = ?",
                        chair.account().toString())
                .getFirst();
    }

    /// The row of somebody's session, as the page of another session names it.
    private String rowOf(Visitor one, Visitor asking) {
        String id =
                new String(Base64.getDecoder().decode(one.cookie().replace("witan=", "")), StandardCharsets.US_ASCII);
        String row = partnership()
                .asked("select primary_id from access.session where session_id = ?", id)
                .getFirst();
        assertThat(asking.open("/sessions").body()).contains(row).doesNotContain(id);
        return row;
    }

    private Visitor signedIn(Viewer viewer) {
        var visitor = new Visitor(address());
        visitor.holds(Sessions.cookieOf(viewer, new Presence(Instant.now()), application));
        return visitor;
    }
}
