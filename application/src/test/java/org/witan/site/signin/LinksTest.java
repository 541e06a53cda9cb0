package org.witan.site.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.InvitingPeople;
import org.witan.site.Sessions;

/// Links that let somebody in: once, for a time, and after a loss only by two people.
class LinksTest extends RunningApplication {
    @Autowired
    private InvitingPeople inviting;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DataSource database;

    private UUID agency;
    private Viewer administrator;
    private Viewer officer;
    private UUID account;
    private Visitor person;

    @BeforeEach
    void people() {
        agency = partnership().agency("PARTNERSHIP");
        administrator = partnership().viewer(agency, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        officer = partnership().viewer(agency, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        account = partnership().account("Person");
        partnership().membership(account, agency, Role.CHAIR);
        person = new Visitor(address());
        partnership().run("delete from access.sign_in_try");
    }

    @Test
    void aLinkThatIsForgedExpiredReplacedOrOfAnotherKindIsNotFound() {
        String replaced = invitation();
        String token = invitation();
        assertThat(person.open("/join/" + token).statusCode()).isEqualTo(200);
        for (String wrong : List.of(replaced, token + "x", token.substring(1), "x", "%27%20or%201=1")) {
            assertThat(person.open("/join/" + wrong).statusCode()).as(wrong).isEqualTo(404);
            assertThat(person.post("/join/" + wrong, Map.of("password", Visitor.PASSWORD, "code", "000000"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(person.open("/set-up/" + token).statusCode()).isEqualTo(404);
        partnership()
                .run(
                        "update access.link set made_at = now() - interval '2 days', expires_at = now() where account_id = ?",
                        account);
        assertThat(person.open("/join/" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkWorksOnce() {
        String token = invitation();
        var page = person.open("/join/" + token);
        person.join(token);
        assertThat(person.open("/join/" + token).statusCode()).isEqualTo(404);
        var again = person.post("/join/" + token, Visitor.credential(page, Visitor.now(Visitor.secret(page))));
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(person.signIn(account + "@example.org", Visitor.PASSWORD, Visitor.next(Visitor.secret(page)))
                        .statusCode())
                .as("the app of the second tab")
                .isEqualTo(422);
    }

    @Test
    void ofTwoTabsThatFinishAtOnceOneWins() throws Exception {
        String token = invitation();
        Callable<Integer> tab = () -> {
            var visitor = new Visitor(address());
            var page = visitor.open("/join/" + token);
            var form = Visitor.credential(page, Visitor.now(Visitor.secret(page)));
            return visitor.post("/join/" + token, form).statusCode();
        };
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = tabs.invokeAll(List.of(tab, tab, tab, tab)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce(302).containsOnly(302, 404);
        }
        assertThat(partnership().asked("select count(*) from access.local_credential where account_id = ?", account))
                .containsExactly("1");
    }

    @Test
    void whoeverBeganEarlierAndIsCountedLaterDoesNotWait() throws Exception {
        String person = "\\x" + "0".repeat(63) + "1";
        try (var earlier = database.getConnection();
                var later = database.getConnection()) {
            earlier.setAutoCommit(false);
            assertThat(number(earlier, "select extract(epoch from now())")).isPositive();
            assertThat(number(later, tryOf(person))).isZero();
            assertThat(number(earlier, tryOf(person))).isZero();
            earlier.rollback();
        }
    }

    private static String tryOf(String person) {
        return "select access.try_sign_in(gen_random_uuid(), '" + person + "', '" + person + "')";
    }

    private static long number(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void theSecretOfAPageBelongsToItsLinkAndOpening() {
        String token = invitation();
        var mine = person.open("/join/" + token);
        var seenBefore = person.open("/join/" + token);
        assertThat(Visitor.secret(mine)).isNotEqualTo(Visitor.secret(seenBefore));
        UUID other = partnership().account("Other");
        var others =
                person.open("/join/" + inviting.invite(administrator, other).token());
        var answer = person.post("/join/" + token, Visitor.credential(others, Visitor.now(Visitor.secret(others))));
        assertThat(answer.statusCode()).isEqualTo(422);
        var mistaken = new HashMap<>(Visitor.credential(mine, "12"));
        var kept = person.post("/join/" + token, mistaken);
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(Visitor.secret(kept)).as("scanned already").isEqualTo(Visitor.secret(mine));
        assertThat(kept.body()).doesNotContain(Visitor.PASSWORD);
    }

    @Test
    void onlyAnAdministratorInvitesAndOnlyWhoNeverHadAWayIn() {
        Viewer chair = partnership().viewer(agency, Role.CHAIR, Purpose.MARAC);
        assertThatThrownBy(() -> inviting.invite(chair, account)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> inviting.invite(administrator, UUID.randomUUID()))
                .isInstanceOf(Absent.class);
        person.join(invitation());
        assertThatThrownBy(() -> inviting.invite(administrator, account)).isInstanceOf(Refused.class);
        partnership().run("delete from access.local_credential where account_id = ?", account);
        assertThatThrownBy(() -> inviting.invite(administrator, account)).isInstanceOf(Refused.class);
    }

    @Test
    void twoPeopleTogetherLetSomebodyInAgain() {
        String former = person.join(invitation());
        String email = account + "@example.org";
        assertThat(person.signIn(email, Visitor.PASSWORD, Visitor.next(former)).statusCode())
                .isEqualTo(302);
        var first = visitor(administrator);
        var opened = first.post("/recoveries", Map.of("email", email, "reason", "Telephone lost; called back"));
        String code = found(opened, "id=\"companion-code\">([^<]*)<");
        assertThat(code)
                .as("28 of 28 letters are more than 128 bits")
                .matches("([B-DF-HJ-NP-TV-XZ2-9]{4}-){6}[B-DF-HJ-NP-TV-XZ2-9]{4}");
        String recovery = partnership()
                .asked("select id from access.recovery where account_id = ?", account)
                .getFirst();
        assertThat(first.post("/recoveries/" + recovery + "/confirm", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(person.open("/sessions").statusCode())
                .as("nothing happens before")
                .isEqualTo(200);

        var confirmed = visitor(officer).post("/recoveries/" + recovery + "/confirm", Map.of());
        String token = found(confirmed, "/join/([A-Za-z0-9_-]+)<");
        assertThat(person.open("/sessions").statusCode()).as("former session").isEqualTo(302);
        assertThat(person.signIn(email, Visitor.PASSWORD, Visitor.next(former)).statusCode())
                .as("former way in")
                .isEqualTo(422);
        assertThat(visitor(officer)
                        .post("/recoveries/" + recovery + "/confirm", Map.of())
                        .statusCode())
                .as("twice")
                .isEqualTo(409);

        var page = person.open("/join/" + token);
        var form = new HashMap<>(Visitor.credential(page, Visitor.now(Visitor.secret(page))));
        assertThat(person.post("/join/" + token, form).statusCode())
                .as("without the code")
                .isEqualTo(422);
        form.put("companion", "BBBB-CCCC");
        assertThat(person.post("/join/" + token, form).statusCode())
                .as("wrong code")
                .isEqualTo(422);
        form.put("companion", code.toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(person.post("/join/" + token, form).statusCode()).isEqualTo(302);
        assertThat(person.signIn(email, Visitor.PASSWORD, Visitor.next(Visitor.secret(page)))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aRecoveryThatIsTooOldOrCancelledOrOnesOwnIsNotConfirmed() {
        String email = account + "@example.org";
        var second = visitor(officer);
        String old = opened(email);
        partnership().run("update access.recovery set expires_at = now() where id = cast(? as uuid)", old);
        assertThat(second.post("/recoveries/" + old + "/confirm", Map.of()).statusCode())
                .isEqualTo(409);
        String cancelled = opened(email);
        assertThat(second.post("/recoveries/" + cancelled + "/cancel", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(second.post("/recoveries/" + cancelled + "/confirm", Map.of())
                        .statusCode())
                .isEqualTo(409);
        String own = opened(officer.account() + "@example.org");
        assertThat(second.post("/recoveries/" + own + "/confirm", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(second.post("/recoveries/" + UUID.randomUUID() + "/confirm", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor(administrator)
                        .post(
                                "/recoveries",
                                Map.of("email", administrator.account() + "@example.org", "reason", "mine"))
                        .statusCode())
                .as("one's own")
                .isEqualTo(422);
    }

    @Test
    void aColleagueWhomAnAdministratorInventedIsNoSecondPersonForDays() {
        Viewer invented = partnership().viewer(agency, Role.COORDINATOR, Purpose.MARAC);
        grant(invented, administrator, 0);
        String recovery = opened(account + "@example.org");
        var second = visitor(invented);
        String path = "/recoveries/" + recovery + "/confirm";
        assertThat(second.open("/recoveries").body())
                .contains("Somebody else must confirm")
                .doesNotContain(path);
        assertThat(second.post(path, Map.of()).body()).contains("too short a time");
        grant(invented, administrator, 8);
        assertThat(second.post(path, Map.of()).statusCode())
                .as("granted long ago, never signed in")
                .isEqualTo(409);
        signedIn(invented, 6);
        assertThat(second.post(path, Map.of()).statusCode()).as("for six days").isEqualTo(409);
        assertThat(partnership().deedsOf(invented.account()))
                .contains("CREDENTIAL recovery REFUSED sign-in.refused.recovery-new");
        assertThat(partnership().asked("select confirmed_at from access.recovery where id = cast(? as uuid)", recovery))
                .containsOnlyNulls();
        signedIn(invented, 8);
        assertThat(second.open("/recoveries").body()).contains(path);
        assertThat(second.post(path, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorWhomAnotherInventedOpensNoneThatCounts() {
        grant(administrator, officer, 1);
        signedIn(administrator, 1);
        String recovery = opened(account + "@example.org");
        assertThat(visitor(officer)
                        .post("/recoveries/" + recovery + "/confirm", Map.of())
                        .body())
                .contains("too short a time");
        assertThat(partnership().asked("select count(*) from access.link where account_id = ?", account))
                .containsExactly("0");
    }

    @Test
    void dataProtectionOfficersAreToldOfEveryRecovery() {
        String recovery = opened(account + "@example.org");
        visitor(officer).post("/recoveries/" + recovery + "/confirm", Map.of());
        Viewer other =
                partnership().viewer(partnership().agency("POLICE"), Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        for (Viewer told : List.of(officer, other)) {
            assertThat(visitor(told).open("/work").body()).contains("let in again in the last 30 days");
            assertThat(visitor(told).open("/recoveries").body())
                    .contains("Let in again in the last 30 days", "Telephone lost");
        }
        assertThat(visitor(administrator).open("/work").body()).doesNotContain("let in again in the last 30 days");
    }

    private void grant(Viewer who, Viewer by, int daysAgo) {
        partnership()
                .run(
                        "update access.membership set granted_by = ?, granted_at = now() - make_interval(days => ?) where id = ?",
                        by.account(),
                        daysAgo,
                        who.membership());
    }

    /// As the trail would have it, had they signed in so many days ago.
    private void signedIn(Viewer who, int daysAgo) {
        partnership().run("""
                        with entry as (
                            insert into access.trail_entry (id, at, account_id, deed, what, path, channel, detail, authenticator)
                            values (gen_random_uuid(), now() - make_interval(days => ?), ?, 'SIGN_IN', 'session', 'POST /sign-in',
                                'PAGE', '{}', sha256('x')) returning id)
                        insert into access.trail_outcome select id, 'DONE', '{}', sha256('x') from entry
                        """, daysAgo, who.account());
    }

    @Test
    void whoeverOwnsTheDatabaseLetsAnAdministratorIn() {
        String path = partnership()
                .asked("select access.let_administrator_in(?)", administrator.account() + "@example.org")
                .getFirst();
        String secret = person.join(path.replace("/join/", ""));
        assertThat(person.signIn(administrator.account() + "@example.org", Visitor.PASSWORD, Visitor.next(secret))
                        .statusCode())
                .isEqualTo(302);
        assertThatThrownBy(() -> partnership().asked("select access.let_administrator_in(?)", account + "@example.org"))
                .hasMessageContaining("no administrator has this address");
    }

    @Test
    void nobodyElseOpensOrConfirmsRecoveries() {
        String recovery = opened(account + "@example.org");
        for (Role role : List.of(Role.CHAIR, Role.ANALYST, Role.REFERRER)) {
            var other = visitor(
                    partnership().viewer(agency, role, role == Role.ANALYST ? Purpose.STATISTICS : Purpose.MARAC));
            assertThat(other.open("/recoveries").statusCode()).isEqualTo(404);
            assertThat(other.post("/recoveries/" + recovery + "/confirm", Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(visitor(officer)
                        .post("/recoveries", Map.of("email", "a@example.org", "reason", "x"))
                        .statusCode())
                .as("a second person opens none")
                .isEqualTo(404);
        assertThat(person.open("/recoveries").statusCode()).isEqualTo(302);
    }

    private String invitation() {
        return inviting.invite(administrator, account).token();
    }

    private String opened(String email) {
        var page = visitor(administrator).post("/recoveries", Map.of("email", email, "reason", "Telephone lost"));
        assertThat(page.statusCode()).isEqualTo(200);
        return partnership()
                .asked(
                        "select id from access.recovery where opened_by = ? order by opened_at desc",
                        administrator.account())
                .getFirst();
    }

    private Visitor visitor(Viewer viewer) {
        var visitor = new Visitor(address());
        visitor.holds(Sessions.cookieOf(viewer, application));
        return visitor;
    }

    private static String found(HttpResponse<String> page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(page.statusCode() + " " + pattern).isTrue();
        return matcher.group(1);
    }
}
