package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server says to those who knock at every door: byte by byte, as no browser would send it.
class UninvitedRequestsTest extends RunningApplication {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.git/HEAD",
                "/application.properties",
                "/../application.properties",
                "/site/..%2f..%2fapplication.properties",
                "/site/%2e%2e/%2e%2e/application.properties",
                "/site/..;/application.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/sbom/libraries.json",
                "/templates/site/page.html",
                "/db/migration/access/V2__the_trail.sql",
                "/site/",
                "/webjars/",
                "/webjars/govuk-frontend/5.14.0/dist/"
            })
    void whatLiesOutsideTheSiteIsNotServed(String path) throws IOException {
        assertThat(answer("GET " + path, "")).containsPattern("^HTTP/1.1 4\\d\\d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/metrics",
                "/h2-console",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/components",
                "/login",
                "/default-ui.css",
                "/.well-known/openid-configuration",
                "/oauth2/authorize",
                "/oauth2/jwks",
                "/connect/register"
            })
    void noPathOfALibraryIsOpen(String path) throws IOException {
        assertThat(answer("GET " + path, "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void noOtherSiteMayReadAnAnswer() throws IOException {
        String other = "Origin: https://example.org\r\nAccess-Control-Request-Method: POST\r\n";
        for (String request : List.of("GET /compare", "OPTIONS /compare", "OPTIONS /figures", "GET /health")) {
            assertThat(answer(request, other).toLowerCase(Locale.ROOT))
                    .as(request)
                    .doesNotContain("access-control-");
        }
    }

    @Test
    void everyAnswerTellsOtherSitesNothing() throws IOException {
        for (String request : List.of(
                "GET /compare",
                "GET /compare?offences=none",
                "GET /nowhere",
                "GET /site/witan.css",
                "GET /health",
                "OPTIONS /compare",
                "DELETE /compare",
                "POST /compare?a=%zz")) {
            assertThat(answer(request, ""))
                    .as(request)
                    .contains("Content-Security-Policy: default-src 'none'; ")
                    .contains("base-uri 'none'; frame-ancestors 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("Referrer-Policy: same-origin")
                    .contains("Cross-Origin-Resource-Policy: same-origin");
        }
    }

    @Test
    void noAnswerSaysWhatTheServerIs() throws IOException {
        for (String request : List.of("GET /health", "GET /nowhere", "GET /[", "GET /error?trace=true")) {
            assertThat(answer(request, ""))
                    .as(request)
                    .doesNotContainPattern("(?m)^(Server|X-Powered-By|X-Application-Context):")
                    .doesNotContain("Tomcat", "Spring", "Exception", "org.witan", "\tat ");
        }
    }

    @Test
    void aMessageWithTwoEndsIsNotTwoMessages() throws IOException {
        String second = "0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(sent("POST /figures HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + second.length()
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n" + second))
                .doesNotContain("{\"status\":\"up\"}");
        for (String lengths : List.of(
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 5, 5\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n")) {
            assertThat(sent("POST /figures HTTP/1.1\r\nHost: localhost\r\n" + lengths + "\r\n5\r\nabcde\r\n0\r\n\r\n"))
                    .as(lengths)
                    .containsPattern("^HTTP/1.1 (400|501)");
        }
    }

    @Test
    void whatIsTooLargeIsTurnedAway() throws IOException {
        String many = "a=1&".repeat(1_500);
        assertThat(sent(
                        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Connection: close\r\nContent-Length: " + many.length() + "\r\n\r\n" + many))
                .containsPattern("^HTTP/1.1 4\\d\\d");
        assertThat(answer("GET /health", "X-Long: " + "b".repeat(20_000) + "\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    private String answer(String request, String headers) throws IOException {
        return sent(request + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
    }

    /// What comes back until the server closes the connection.
    private String sent(String message) throws IOException {
        var uri = URI.create(address());
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(answer);
        } catch (IOException closed) {
            // Whoever sends too much is cut off while sending.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
