package org.witan.site.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.site.api.SystemAtWork.json;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.systems.Credential;
import org.witan.site.Sessions;

/// Who gets a token, and which tokens open anything.
class TokensTest extends RunningApplication {
    private static final String GRANT = "grant_type=client_credentials";

    @Autowired
    private ApplicationContext application;

    private UUID police;
    private SystemAtWork system;

    @BeforeEach
    void aSystemOfThePolice() {
        police = partnership().agency("POLICE");
        system = SystemAtWork.of(address(), partnership(), police, Role.REPRESENTATIVE, Purpose.MARAC);
    }

    @Test
    void aSecretGetsATokenThatSaysForWhomItActs() throws Exception {
        var given = system.ask(system.secret(), GRANT + "&scope=records:read");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        assertThat(json(given).get("token_type").asString()).isEqualTo("Bearer");
        assertThat(json(given).get("expires_in").asInt()).isBetween(590, 600);
        assertThat(given.headers().allValues("Set-Cookie")).isEmpty();
        var me = system.get(json(given).get("access_token").asString(), "/api/v1/me");
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(me.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(json(me).get("agency").asString()).isEqualTo(police.toString());
        assertThat(json(me).get("role").asString()).isEqualTo("REPRESENTATIVE");
        assertThat(json(me).get("scopes").toString()).isEqualTo("[\"records:read\"]");
    }

    @Test
    void twoSecretsMayBeInUseAtOnceAndARevokedOneEndsEveryToken() throws Exception {
        String second = Credential.newSecret();
        system.addSecret(second, partnership().account("Clerk"));
        assertThat(system.ask(second, GRANT + "&scope=records:read").statusCode())
                .isEqualTo(200);
        String token = system.token("records:read");
        partnership()
                .run("update access.system_secret set revoked_at = now() where digest = ?", Credential.digest(second));
        assertThat(system.get(token, "/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(system.ask(second, GRANT + "&scope=records:read").statusCode())
                .isEqualTo(401);
        assertThat(system.get(system.token("records:read"), "/api/v1/me").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials",
                "grant_type=client_credentials&scope=trail:read",
                "grant_type=client_credentials&scope=records:read+everything",
                "grant_type=password&username=a&password=b",
                "grant_type=authorization_code&code=a&redirect_uri=b",
                "grant_type=refresh_token&refresh_token=a",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=a",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=a&subject_token_type=b",
                "",
                "grant_type=client_credentials&grant_type=client_credentials&scope=records:read"
            })
    void whatIsNotThisGrantWithScopesOfItsOwnIsRefused(String form) throws Exception {
        var refused = system.ask(system.secret(), form);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).size()).isEqualTo(1);
        assertThat(json(refused).get("error").asString())
                .isIn("invalid_scope", "invalid_request", "invalid_grant", "unsupported_grant_type");
    }

    @Test
    void aWrongSecretIsRefusedAndInTheTrail() throws Exception {
        var refused = system.ask(Credential.newSecret(), GRANT + "&scope=records:read");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"witan\"");
        assertThat(refusals(system.id())).isEqualTo(1);
    }

    @Test
    void whoGuessesIsToldToWaitAndShutsNobodyOut() throws Exception {
        int last = 401;
        int guesses = 0;
        for (; last == 401 && guesses < 200; guesses++) {
            last = system.ask("wrong", GRANT).statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(guesses).isGreaterThan(30);
        assertThat(refusals(system.id())).isEqualTo(guesses - 1L);
        assertThat(system.ask(system.secret(), GRANT + "&scope=records:read").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSecretInTheFormOrTheAddressIsNotTaken() throws Exception {
        String pair = "client_id=" + system.id() + "&client_secret=" + system.secret();
        for (String path : List.of("/api/oauth2/token", "/api/oauth2/token?" + pair)) {
            var answer = system.send(
                    "",
                    path,
                    "POST",
                    HttpRequest.BodyPublishers.ofString(GRANT + "&scope=records:read&" + pair),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.agency set closed_at = now() where id = '{agency}'",
                "update access.membership set ends_on = access.today() - 1 where id = '{membership}'",
                "update access.account set closed_at = now() where id = '{id}'",
                "update access.agreement set expires_on = access.today() - 29 where agency_id = '{agency}'",
                "update access.agreement set withdrawn_on = access.today() where agency_id = '{agency}'",
                "update access.system set expires_on = access.today() - 1, registered_at = now() - interval '9 days' where id = '{id}'",
                "update access.system set networks = '{192.0.2.0/24}' where id = '{id}'",
                "update access.system set revoked_at = now(), revoked_by = registered_by where id = '{id}'",
                "update access.api_token set issued_at = now() - interval '11 minutes', expires_at = now() - interval '1 second' where system_id = '{id}'"
            })
    void whatIsNoLongerInForceOpensNothingFromTheNextRequestOn(String change) throws Exception {
        String token = system.token("records:read");
        assertThat(system.get(token, "/api/v1/records").statusCode()).isEqualTo(200);
        partnership()
                .run(change.replace("{agency}", police.toString())
                        .replace("{membership}", system.membership().toString())
                        .replace("{id}", system.id().toString()));
        var refused = system.get(token, "/api/v1/records");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).contains("invalid_token"));
        if (!change.contains("api_token")) {
            assertThat(system.ask(system.secret(), GRANT + "&scope=records:read")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aSystemCallsFromItsOwnNetworkOnly() throws Exception {
        partnership().run("update access.system set networks = '{127.0.0.0/8}' where id = ?", system.id());
        assertThat(system.get(system.token("records:read"), "/api/v1/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aScopeThatIsTakenFromTheSystemIsTakenFromItsTokens() throws Exception {
        String token = system.token("records:read");
        partnership().run("delete from access.system_scope where system_id = ?", system.id());
        assertThat(system.get(token, "/api/v1/records").statusCode()).isEqualTo(403);
    }

    @Test
    void aForgedOrShortenedTokenOpensNothing() throws Exception {
        String token = system.token("records:read");
        for (String forged : List.of(
                token.substring(0, token.length() - 1),
                token + "A",
                Credential.newToken(),
                system.secret(),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                "a b",
                "%00")) {
            var refused = system.get(forged, "/api/v1/me");
            assertThat(refused.statusCode()).as(forged).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void aTokenInTheAddressIsNotTaken() throws Exception {
        assertThat(system.get("", "/api/v1/me?access_token=" + system.token("records:read"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionOpensNothingInTheApiAndATokenOpensNoPage() throws Exception {
        var chair = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.CHAIR, Purpose.MARAC);
        String cookie = Sessions.cookieOf(chair, application);
        for (String path : List.of("/api/v1/me", "/ap%69/v1/me", "/api/v1/records")) {
            var refused = system.get("", path, "Cookie", cookie);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("Location")).isEmpty();
        }
        var coordinator = SystemAtWork.of(
                address(), partnership(), partnership().agency("PARTNERSHIP"), Role.CHAIR, Purpose.MARAC);
        var page = coordinator.get(coordinator.token("records:read"), "/doors/chairs");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void withoutATokenTheAnswerIsAProblemAndNeverARedirect() throws Exception {
        var refused = system.get("", "/api/v1/records");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"witan\"");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:witan:problem:unauthenticated");
        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/token",
                "/oauth2/jwks",
                "/oauth2/revoke",
                "/oauth2/introspect",
                "/oauth2/par",
                "/oauth2/register",
                "/oauth2/device_authorization",
                "/oauth2/device_verification",
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-protected-resource",
                "/userinfo",
                "/connect/register",
                "/connect/logout",
                "/login",
                "/api/oauth2/authorize",
                "/api/oauth2/introspect",
                "/api/oauth2/revoke",
                "/api/oauth2/jwks",
                "/api/oauth2/par",
                "/api/oauth2/device_authorization",
                "/api/.well-known/oauth-authorization-server",
                "/api/nowhere"
            })
    void nothingElseThatTheLibraryCouldDoIsThere(String path) throws Exception {
        assertThat(system.get("", path).statusCode()).isEqualTo(404);
        assertThat(system.send(
                                "",
                                path,
                                "POST",
                                HttpRequest.BodyPublishers.ofString("token=a"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSystemOfAnotherAgencyCannotUseItsNameWithAnotherSecret() throws Exception {
        var other = SystemAtWork.of(
                address(), partnership(), partnership().agency("PROBATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(system.ask(other.secret(), GRANT + "&scope=records:read").statusCode())
                .isEqualTo(401);
    }

    private long refusals(UUID named) {
        return partnership().count("""
                select count(*) from access.trail_entry
                where deed = 'SIGN_IN_REFUSED' and channel = 'API' and what = 'secret'
                  and path = 'POST /api/oauth2/token' and detail::jsonb ->> 'named' = ?
                """, named.toString());
    }
}
