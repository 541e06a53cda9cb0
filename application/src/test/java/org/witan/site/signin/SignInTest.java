package org.witan.site.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.InvitingPeople;

/// Signing in with a password and a code: who is let in, and what whoever is not gets to know.
class SignInTest extends RunningApplication {
    @Autowired
    private InvitingPeople inviting;

    @Autowired
    private JdbcClient database;

    private Viewer administrator;
    private UUID agency;
    private UUID account;
    private String email;
    private Visitor person;

    @BeforeEach
    void people() {
        agency = partnership().agency("PARTNERSHIP");
        administrator = partnership().viewer(agency, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        account = partnership().account("Person");
        partnership().membership(account, agency, Role.CHAIR);
        email = account + "@example.org";
        person = new Visitor(address());
        partnership().run("delete from access.sign_in_try");
    }

    @Test
    void whoIsInvitedSetsAPasswordWithACodeAndSignsIn() {
        String secret = person.join(invitation());
        var answer = person.signIn(email.toUpperCase(Locale.ROOT), Visitor.PASSWORD, Visitor.next(secret));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/work");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(person.open("/sessions").statusCode()).isEqualTo(200);
        assertThat(deeds()).containsExactly("CREDENTIAL DONE", "SIGN_IN DONE", "LIST DONE", "READ DONE");
    }

    @Test
    void aPublicPageSetsNoCookie() {
        assertThat(person.open("/sign-in").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(person.open("/join/" + invitation()).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void whoIsRefusedDoesNotLearnWhatWasWrong() {
        String secret = person.join(invitation());
        String code = Visitor.next(secret);
        String wrong = code.equals("000000") ? "000001" : "000000";
        var answers = List.of(
                person.signIn("nobody@example.org", Visitor.PASSWORD, code),
                person.signIn(email, "another password entirely", code),
                person.signIn(email, Visitor.PASSWORD, wrong),
                person.signIn(email, "x".repeat(10_000), code));
        for (var answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(withoutWhatWasTyped(answer.body()))
                    .isEqualTo(withoutWhatWasTyped(answers.getFirst().body()));
            assertThat(answer.body()).doesNotContain(Visitor.PASSWORD, code);
        }
        assertThat(person.open("/sessions").statusCode()).isEqualTo(302);
        assertThat(refusals()).hasSize(3).allMatch(detail -> detail.equals("{\"reason\":\"password or code\"}"));
    }

    @Test
    void aCodeIsTakenOnce() {
        String secret = person.join(invitation());
        String code = Visitor.next(secret);
        assertThat(person.signIn(email, Visitor.PASSWORD, code).statusCode()).isEqualTo(302);
        assertThat(new Visitor(address()).signIn(email, Visitor.PASSWORD, code).statusCode())
                .isEqualTo(422);
        assertThat(refusals()).containsExactly("{\"reason\":\"code used before\"}");
    }

    @Test
    void theCodeThatSetTheAppUpIsUsedUpToo() {
        var page = person.open("/join/" + invitation());
        // The link of the page is the last one that was made; a second one ends it.
        assertThat(page.statusCode()).isEqualTo(200);
        String token = invitation();
        var second = person.open("/join/" + token);
        String code = Visitor.now(Visitor.secret(second));
        assertThat(person.post("/join/" + token, Visitor.credential(second, code))
                        .statusCode())
                .isEqualTo(302);
        assertThat(person.signIn(email, Visitor.PASSWORD, code).statusCode()).isEqualTo(422);
    }

    @Test
    void guessingIsSlowedAndTheSameForSomebodyWhoDoesNotExist() {
        person.join(invitation());
        for (String who : List.of(email, UUID.randomUUID() + "@example.org")) {
            for (int i = 0; i < 5; i++) {
                assertThat(person.signIn(who, "wrong password here", "000000").statusCode())
                        .isEqualTo(422);
            }
            var answer = person.signIn(who, "wrong password here", "000000");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(answer.body()).contains("Wait 1 minute");
        }
    }

    @Test
    void afterTheWaitThePersonIsLetInAgain() {
        String secret = person.join(invitation());
        for (int i = 0; i < 6; i++) {
            person.signIn(email, "wrong password here", "000000");
        }
        partnership().run("update access.sign_in_try set at = at - interval '61 seconds'");
        assertThat(person.signIn(email, Visitor.PASSWORD, Visitor.next(secret)).statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoGuessesElsewhereKeepsNobodyOutWhereTheyHaveSignedInBefore() {
        String secret = person.join(invitation());
        assertThat(person.signIn(email, Visitor.PASSWORD, Visitor.next(secret)).statusCode())
                .isEqualTo(302);
        partnership().run("""
                insert into access.sign_in_try (id, person, place)
                select gen_random_uuid(), person, '\\x00' from access.sign_in_try, generate_series(1, 30) where succeeded
                """);
        assertThat(person.signIn(email, "wrong password here", "000000").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aHundredGuessesAtOnceAreAHundred() throws Exception {
        person.join(invitation());
        Callable<Integer> guess = () -> new Visitor(address())
                .signIn(email, "wrong password here", "000000")
                .statusCode();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = many.invokeAll(Collections.nCopies(30, guess));
            assertThat(answers.stream().filter(answer -> answer.resultNow() == 422))
                    .hasSize(5);
        }
    }

    @Test
    void whatIsNoAddressIsNobodysAddress() {
        for (String typed :
                List.of("a@b\r\nSet-Cookie: x=y", "<script>", "'; drop table access.account; --", "\u0000@b")) {
            var answer = person.signIn(typed, Visitor.PASSWORD, "000000");
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.body()).doesNotContain("<script>alert", "drop table access.account; --\n");
        }
        assertThat(person.post("/sign-in", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void aSessionThatWasThereBeforeIsNotTheOneThatIsSignedIn() {
        String secret = person.join(invitation());
        person.signIn(email, Visitor.PASSWORD, Visitor.next(secret));
        String before = person.cookie();
        partnership().run("update access.local_credential set last_step = 0 where account_id = ?", account);
        person.signIn(email, Visitor.PASSWORD, Visitor.now(secret));
        assertThat(person.cookie()).isNotEqualTo(before);
        var former = new Visitor(address());
        former.holds(before);
        assertThat(former.open("/sessions").statusCode()).isEqualTo(302);
        var forged = new Visitor(address());
        forged.holds("witan=Zm9yZ2Vk");
        assertThat(forged.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void whoProvesTheirPresenceGoesOnInASessionThatNobodyKnewBefore() {
        String secret = person.join(invitation());
        person.signIn(email, Visitor.PASSWORD, Visitor.next(secret));
        var onlooker = new Visitor(address());
        onlooker.holds(person.cookie());
        assertThat(onlooker.open("/sessions").statusCode()).isEqualTo(200);
        partnership().run("update access.local_credential set last_step = 0 where account_id = ?", account);
        var proof = person.post(
                "/prove-presence/password", Map.of("password", Visitor.PASSWORD, "code", Visitor.now(secret)));
        assertThat(proof.headers().firstValue("Location")).hasValue("/prove-presence/done");
        assertThat(person.open("/sessions").statusCode()).isEqualTo(200);
        assertThat(onlooker.open("/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void aDigestOfALesserMethodIsMadeAnew() {
        String secret = person.join(invitation());
        person.signIn(email, Visitor.PASSWORD, Visitor.next(secret));
        assertThat(digest()).startsWith("{pbkdf2-sha512-220000}");
        assertThat(deeds()).contains("SIGN_IN DONE");
    }

    @Test
    void aPasswordIsChangedWithTheFormerOneAndACode() {
        String secret = person.join(invitation());
        person.signIn(email, Visitor.PASSWORD, Visitor.next(secret));
        var elsewhere = new Visitor(address());
        partnership().run("update access.local_credential set last_step = 0 where account_id = ?", account);
        elsewhere.signIn(email, Visitor.PASSWORD, Visitor.now(secret));
        assertThat(elsewhere.open("/sessions").statusCode()).isEqualTo(200);

        String wanted = "seven quiet ladders purple";
        partnership().run("update access.local_credential set last_step = 0 where account_id = ?", account);
        assertThat(change("not my password", secret, wanted)).isEqualTo(422);
        assertThat(change(Visitor.PASSWORD, secret, "password1234")).isEqualTo(422);
        assertThat(elsewhere.open("/sessions").statusCode()).isEqualTo(200);
        var onlooker = new Visitor(address());
        onlooker.holds(person.cookie());
        assertThat(change(Visitor.PASSWORD, secret, wanted)).isEqualTo(302);
        assertThat(onlooker.open("/sessions").statusCode()).isEqualTo(302);
        assertThat(elsewhere.open("/sessions").statusCode()).isEqualTo(302);
        assertThat(person.open("/sessions").statusCode()).isEqualTo(200);
        assertThat(elsewhere
                        .signIn(email, Visitor.PASSWORD, Visitor.next(secret))
                        .statusCode())
                .isEqualTo(422);
        assertThat(elsewhere.signIn(email, wanted, Visitor.next(secret)).statusCode())
                .isEqualTo(302);
    }

    private int change(String former, String secret, String wanted) {
        return person.post("/password", Map.of("former", former, "code", Visitor.now(secret), "password", wanted))
                .statusCode();
    }

    @Test
    void theApplicationCannotListPasswordsOrLinks() {
        for (String table : List.of("local_credential", "link", "sign_in_try")) {
            assertThat(catchThrowable(() -> database.sql("select * from access." + table)
                            .query()
                            .listOfRows()))
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private String invitation() {
        return inviting.invite(administrator, account).token();
    }

    private String digest() {
        return partnership()
                .asked("select password from access.local_credential where account_id = ?", account)
                .getFirst();
    }

    private List<String> deeds() {
        return partnership().asked("""
                select deed || ' ' || outcome from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                where account_id = ? order by at""", account);
    }

    private List<String> refusals() {
        return partnership()
                .asked(
                        "select detail from access.trail_entry where account_id = ? and deed = 'SIGN_IN_REFUSED'",
                        account);
    }

    private static String withoutWhatWasTyped(String page) {
        return page.replaceAll("name=\"email\"[^>]*value=\"[^\"]*\"", "");
    }
}
