package org.witan.site.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// What the pages of administration answer over HTTP: to other roles, to ids that are not theirs, to forms that are
/// wrong, old or sent twice.
class AdministrationPagesTest extends RunningApplication {
    private static final String NOBODY = "0199a8a0-0000-7000-8000-000000000000";
    private static final Pattern HIDDEN_ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    private UUID police;
    private Viewer chair;
    private Viewer administrator;
    private String cookie;

    @BeforeEach
    void people() {
        police = partnership().agency("POLICE");
        chair = partnership().viewer(police, Role.CHAIR, Purpose.MARAC);
        administrator =
                partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        cookie = Sessions.cookieOf(administrator, new Presence(Instant.now()), application);
    }

    static Stream<String> paths() {
        return Stream.of(
                "GET /administration/agencies",
                "GET /administration/agencies/new",
                "POST /administration/agencies",
                "GET /administration/agencies/{agency}",
                "GET /administration/agencies/{agency}/edit",
                "POST /administration/agencies/{agency}/edit",
                "GET /administration/agencies/{agency}/close",
                "POST /administration/agencies/{agency}/close",
                "GET /administration/agencies/{agency}/agreements/new",
                "POST /administration/agencies/{agency}/agreements",
                "GET /administration/agreements/{nobody}/withdraw",
                "POST /administration/agreements/{nobody}/withdraw",
                "GET /administration/agencies/{agency}/contacts/new",
                "POST /administration/agencies/{agency}/contacts",
                "POST /administration/contacts/{nobody}/end",
                "GET /administration/accounts",
                "POST /administration/accounts/search",
                "GET /administration/accounts/new",
                "POST /administration/accounts",
                "GET /administration/accounts/{account}",
                "GET /administration/accounts/{account}/edit",
                "POST /administration/accounts/{account}/edit",
                "GET /administration/accounts/{account}/close",
                "POST /administration/accounts/{account}/close",
                "POST /administration/accounts/{account}/link",
                "POST /administration/accounts/{account}/sessions/end",
                "GET /administration/accounts/{account}/memberships/new",
                "POST /administration/accounts/{account}/memberships",
                "GET /administration/accounts/{account}/leave",
                "POST /administration/accounts/{account}/leave",
                "GET /administration/memberships/{nobody}/edit",
                "POST /administration/memberships/{nobody}/edit",
                "GET /administration/memberships/{nobody}/end",
                "POST /administration/memberships/{nobody}/end",
                "GET /administration/settings",
                "GET /administration/settings/idle_minutes",
                "POST /administration/settings/idle_minutes");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void noOtherRoleFindsAPageOfAdministration(String path) throws Exception {
        String other = Sessions.cookieOf(chair, application);
        assertThat(send(path, other, Map.of()).statusCode()).as("a chair").isEqualTo(404);
        var stranger = send(path, "", Map.of());
        assertThat(stranger.statusCode()).as("nobody").isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void anAddressOfSomebodyIsChangedAfterFreshProofOnly() throws Exception {
        String stale = Sessions.cookieOf(administrator, application);
        String path = "/administration/accounts/" + chair.account() + "/edit";
        assertThat(send("GET " + path, stale, Map.of()).headers().firstValue("Location"))
                .hasValue("/prove-presence");
        var form =
                Map.of("version", "0", "given-name", "Invented", "family-name", "Person", "email", "other@example.org");
        var refused = send("POST " + path, stale, form);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Prove that it is you, then press again");
        assertThat(partnership().asked("select email from access.account where id = ?", chair.account()))
                .containsExactly(chair.account() + "@example.org");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anIdOfNothingIsNotFound(String path) throws Exception {
        if (!path.contains("{")) {
            return;
        }
        String nothing = path.replaceAll("\\{[a-z]+}", NOBODY);
        var form = Map.of(
                "id",
                NOBODY,
                "version",
                "0",
                "losing",
                "0",
                "leaving",
                "0",
                "name",
                "x",
                "kind",
                "POLICE",
                "family-name",
                "x",
                "email",
                "x@example.org",
                "title",
                "x");
        assertThat(send(nothing, cookie, form).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongFormComesBackWithWhatWasTyped() throws Exception {
        var answer = send(
                "POST /administration/accounts",
                cookie,
                Map.of(
                        "id",
                        NOBODY,
                        "given-name",
                        "Invented",
                        "family-name",
                        "",
                        "email",
                        "nonsense",
                        "home-postcode",
                        "1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is a problem", "value=\"nonsense\"", "value=\"Invented\"", "<title>Error: ")
                .contains("Enter the family name", "Enter a whole postcode");
    }

    @Test
    void aFormThatIsSentTwiceMakesOneAndLeadsToIt() throws Exception {
        String id = hidden(
                send("GET /administration/agencies/new", cookie, Map.of()).body());
        var form = Map.of("id", id, "name", "Invented twice " + id, "kind", "POLICE");
        var first = send("POST /administration/agencies", cookie, form);
        var second = send("POST /administration/agencies", cookie, form);
        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(302, 302);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        var other = send(
                "POST /administration/agencies", cookie, Map.of("id", id, "name", "Other " + id, "kind", "POLICE"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("This form was sent before");
    }

    @Test
    void anAccountThatSomebodyElseChangedIsNotOverwritten() throws Exception {
        var form = Map.of("family-name", "First", "email", chair.account() + "@example.org", "version", "0");
        String path = "POST /administration/accounts/" + chair.account() + "/edit";
        assertThat(send(path, cookie, form).statusCode()).isEqualTo(302);
        var stale = send(path, cookie, Map.of("family-name", "Second", "email", "second@example.org", "version", "0"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains(
                        "Invented Person changed it on",
                        "Now it is: First",
                        "value=\"Second\"",
                        "name=\"version\" value=\"1\"");
    }

    @Test
    void theOwnMembershipIsRefusedInWords() throws Exception {
        String own = "/administration/accounts/" + administrator.account();
        assertThat(send("GET " + own, cookie, Map.of()).body())
                .contains("Nobody grants, changes or ends their own memberships")
                .doesNotContain(own + "/close");
        var answer = send(
                "POST /administration/memberships/" + administrator.membership() + "/end",
                cookie,
                Map.of("version", "0"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("This was not done", "Nobody grants, changes or ends their own");
    }

    @Test
    void aNameThatIsSearchedForIsInNoAddress() throws Exception {
        var answer = send(
                "POST /administration/accounts/search",
                cookie,
                Map.of("words", chair.account().toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(chair.account() + "@example.org", "One person found");
        assertThat(send("GET /administration/accounts", cookie, Map.of()).body())
                .contains("method=\"post\" action=\"/administration/accounts/search\"");
    }

    @Test
    void aLinkCannotBeMadeForNobody() throws Exception {
        assertThat(send("POST /administration/accounts/" + NOBODY + "/link", cookie, Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverNoLongerActsForTheAgencyIsAskedAgain() throws Exception {
        partnership().viewer(administrator.agency(), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        partnership().end(administrator.membership());
        var answer = send("GET /administration/agencies", cookie, Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/acting-as");
        assertThat(send("GET /acting-as", cookie, Map.of()).body()).contains("You do not act for any agency now");
    }

    private static String hidden(String page) {
        var found = HIDDEN_ID.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> send(String path, String cookie, Map<String, String> form)
            throws IOException, InterruptedException {
        String[] parts = path.split(" ", 2);
        String place = parts[1].replace("{agency}", police.toString())
                .replace("{account}", chair.account().toString())
                .replace("{nobody}", NOBODY);
        var request = HttpRequest.newBuilder(URI.create(address() + place));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (parts[0].equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
