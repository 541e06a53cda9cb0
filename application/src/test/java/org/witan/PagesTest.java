package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// What each address answers, over HTTP.
class PagesTest extends RunningApplication {
    @Autowired
    private ApplicationContext application;

    private static final String STALKING = "offences=stalking&area=E23000015&period=2021-22";
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theHomePageLeadsToTheComparison() throws Exception {
        var answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/compare"));
    }

    @Test
    void aComparisonShowsItsWarningsBeforeItsNumbers() throws Exception {
        String page = page("/compare?" + STALKING);
        assertThat(page).contains("3,470").contains("3,369").contains("too close to call");
        assertThat(page.indexOf("Pandemic")).isPositive().isLessThan(page.indexOf("3,470"));
    }

    @Test
    void thePlanPagesSentencesComeFromTheRecords() throws Exception {
        assertThat(page("/compare?" + STALKING + "&measure=share:domestic"))
                .contains("3,140")
                .contains("90.5");
        assertThat(
                        page(
                                "/compare?offences=harassment&area=E23000015&period=2021-22&measure=share-of&share-of=domestic-abuse"))
                .containsPattern("1 in (49|50|51)");
    }

    @Test
    void aForbiddenComparisonSaysSoAndGivesNoChange() throws Exception {
        String page = page("/compare?" + STALKING + "&with=2019-20");
        assertThat(page)
                .contains("This comparison must not be made")
                .contains("former partner")
                .contains("not given");
    }

    @Test
    void missingIsNotZero() throws Exception {
        String page = page("/compare?offences=stalking&area=E23000015&period=2022-23");
        assertThat(page).contains("not loaded");
        assertThat(page).doesNotContain("witan-numbers__value\">0<");
    }

    @Test
    void smallNumbersAreHiddenFromThePublicAndSaidToBe() throws Exception {
        String query = "offences=more-serious-violence&area=E07000196&period=2021-22&by=month";
        assertThat(page("/compare?" + query + "&audience=public")).contains("hidden, small number");
        assertThat(asked("/compare?" + query + "&audience=partnership", analyst())
                        .body())
                .doesNotContain("hidden, small number");
    }

    @Test
    void whoHasNotSignedInOrWorksOnSomethingElseReadsNoSmallNumberWhateverTheyAskFor() throws Exception {
        String query = "offences=more-serious-violence&area=E07000196&period=2021-22&by=month&audience=partnership";
        var worker = viewer(Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        for (String cookie : List.of("", "witan=invented", Sessions.cookieOf(worker, application))) {
            assertThat(asked("/compare?" + query, cookie).body())
                    .contains("hidden, small number")
                    .doesNotContain("inside the partnership");
            assertThat(asked("/compare.csv?" + query, cookie).body())
                    .contains("For publication")
                    .doesNotContain("inside the partnership only");
        }
        assertThat(page("/compare?" + query)).doesNotContain("Keep this figure");
    }

    @Test
    void aMembershipThatEndedReadsNoSmallNumber() throws Exception {
        var former = viewer(Role.ANALYST, Purpose.STATISTICS);
        String cookie = Sessions.cookieOf(former, application);
        partnership().end(former.membership());
        String query = "offences=more-serious-violence&area=E07000196&period=2021-22&by=month&audience=partnership";
        assertThat(asked("/compare?" + query, cookie).body()).contains("hidden, small number");
    }

    @Test
    void everyPageSaysThatTheDataIsInvented() throws Exception {
        for (String path : List.of("/compare", "/check", "/figures", "/definitions")) {
            assertThat(page(path)).as(path).contains("The data on this page is invented");
        }
        assertThat(get("/nowhere").body()).contains("The data on this page is invented");
    }

    @Test
    void whatCannotBeUsedIsExplainedAndKept() throws Exception {
        var answer =
                get("/compare?offences=stalkng&area=E23000015&other-area=Stafordshire&period=20212&place=education");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is a problem")
                .contains("href=\"#offences\"")
                .contains("href=\"#other-area\"")
                .contains("href=\"#period\"")
                .contains("value=\"20212\"")
                .contains("value=\"Stafordshire\"")
                .contains("value=\"education\"")
                .contains("<title>Error: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compare?offences=stalking&area=E23000015&period=2021-22&by=weekday",
                "/compare?offences=stalking&area=E23000015&period=2021-22&measure=share-of",
                "/compare?offences=stalking&area=E23000015&period=",
                "/compare.csv",
                "/compare.ods?offences=none",
                "/check?claims=",
                "/check?claims=nonsense",
                "/compare?offences=%3Cscript%3Ealert(1)%3C/script%3E&area=x&period=%22"
            })
    void badInputIsThePageAgainWithStatus422(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("There is a problem").doesNotContain("<script>alert");
    }

    @Test
    void printedClaimsAreChecked() throws Exception {
        assertThat(page("/check?claims=3,470;%20%2B3%20%25;%2091%20%25;%203,140"))
                .contains("do not all agree")
                .contains("90.49 %");
    }

    @Test
    void theDefinitionsListSetsAndBreaksWithTheirStatus() throws Exception {
        assertThat(page("/definitions")).contains("unconfirmed").contains("8Q").contains("is refused");
    }

    @Test
    void filesCarryTheCaveatsAndAreForPublicationUnlessSaidOtherwise() throws Exception {
        String csv = page("/compare.csv?" + STALKING + "&by=area");
        assertThat(csv)
                .contains("For publication")
                .contains("SYNTHETIC")
                .contains("Pandemic")
                .contains("3470")
                .contains("South Staffordshire")
                .contains("Open Government Licence");
        assertThat(asked("/compare.csv?" + STALKING + "&audience=partnership", analyst())
                        .body())
                .contains("inside the partnership only");
        assertThat(get("/compare.xlsx?" + STALKING).body()).startsWith("PK");
        var ods = get("/compare.ods?" + STALKING);
        assertThat(ods.body()).startsWith("PK");
        assertThat(ods.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"witan-stalking-E23000015-2021-22.ods\"");
    }

    @Test
    void aFigureIsKeptAndStillAgreesWhenComputedAgain() throws Exception {
        String analyst = analyst();
        var kept = post("/figures", STALKING, List.of("Cookie", analyst));
        assertThat(kept.statusCode()).isEqualTo(302);
        String place = kept.headers().firstValue("Location").orElseThrow();
        String path = place.substring(place.indexOf("/figures/"));
        assertThat(path).matches("/figures/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(asked(path, analyst).body()).contains("It still agrees").contains("3,470");
        assertThat(asked("/figures", analyst).body()).contains(path);
        assertThat(get(path).statusCode()).as("kept for the partnership").isEqualTo(404);
        assertThat(page("/figures")).doesNotContain(path);
    }

    @Test
    void aFigureKeptForThePublicIsReadByEverybodyAndKeptByTheAnalystAlone() throws Exception {
        var kept = post("/figures", STALKING + "&audience=public", List.of("Cookie", analyst()));
        String place = kept.headers().firstValue("Location").orElseThrow();
        assertThat(page(place.substring(place.indexOf("/figures/")))).contains("3,470");
        assertThat(post("/figures", STALKING, List.of()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void aFigureThatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/figures/0199a8a0-0000-7000-8000-000000000000").statusCode())
                .isEqualTo(404);
        assertThat(get("/figures/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormOfAnotherSiteKeepsNothing() throws Exception {
        assertThat(post("/figures", STALKING, List.of("Origin", "https://example.org"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/figures", STALKING, List.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/figures", STALKING, List.of("Origin", address())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aNameThatAnotherSitePointsHereIsMisdirected() throws Exception {
        assertThat(statusFor("evil.example")).contains(" 421");
        assertThat(statusFor("localhost")).contains(" 200");
    }

    @Test
    void everyAnswerForbidsWhatThePagesDoNotNeedAndSetsNoCookie() throws Exception {
        for (String path : List.of("/compare", "/compare?" + STALKING, "/nowhere", "/health")) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void pagesHoldNoInlineScriptOrStyle() throws Exception {
        assertThat(page("/compare?" + STALKING + "&by=area"))
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" on[a-z]+=\"");
    }

    @Test
    void stylesheetsMayBeKeptForAYearBecauseTheirNameHoldsTheirContent() throws Exception {
        var found = Pattern.compile("href=\"(/site/witan-[0-9a-f]{32}\\.css)\"").matcher(page("/compare"));
        assertThat(found.find()).isTrue();
        assertThat(get(found.group(1)).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000"));
    }

    @Test
    void twentyReadersAtOnceGetTheSamePage() throws Exception {
        String path = "/compare?" + STALKING + "&by=area";
        String first = page(path);
        Callable<String> reader = () -> page(path);
        try (var readers = Executors.newFixedThreadPool(20)) {
            for (var answer : readers.invokeAll(Collections.nCopies(60, reader))) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
    }

    private String page(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return asked(path, "");
    }

    private HttpResponse<String> asked(String path, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String analyst() {
        return Sessions.cookieOf(viewer(Role.ANALYST, Purpose.STATISTICS), application);
    }

    private Viewer viewer(Role role, Purpose purpose) {
        return partnership().viewer(partnership().agency("PARTNERSHIP"), role, purpose);
    }

    private HttpResponse<String> post(String path, String form, List<String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String statusFor(String host) throws IOException {
        var uri = URI.create(address());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
