package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;

/// The site under its public name, behind a proxy on the same machine that speaks TLS for it.
class BehindProxyTest {
    private static final String FORWARDED = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: marac.example.org\r\n";
    private static final String FORM = "offences=stalking&area=E23000015&period=2021-22";

    @TempDir
    static Path folder;

    private static OwnApplication application;

    @BeforeAll
    static void start() {
        application = OwnApplication.in(
                folder,
                "--witan.behind-proxy=true",
                "--witan.address=https://marac.example.org",
                "--witan.providers[0].name=silent",
                "--witan.providers[0].title=Silent council",
                "--witan.providers[0].issuer=https://silent.example.org",
                "--witan.providers[0].client-id=invented",
                "--witan.providers[0].client-secret=invented",
                "--witan.providers[0].agency=Silent council",
                "--witan.providers[0].amr=mfa");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void answersToItsPublicNameHoweverTheProxyAsksForIt() throws Exception {
        assertThat(answer("GET /health", "marac.example.org", FORWARDED)).startsWith("HTTP/1.1 200");
        assertThat(answer("GET /health", "127.0.0.1:8080", FORWARDED)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aNameThatIsNotOursIsMisdirectedWhereverItStands() throws Exception {
        assertThat(answer("GET /health", "evil.example", FORWARDED)).startsWith("HTTP/1.1 421");
        assertThat(answer("GET /health", "127.0.0.1:8080", "X-Forwarded-Host: evil.example\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void redirectsToTheEncryptedPublicAddress() throws Exception {
        assertThat(answer("GET /", "marac.example.org", FORWARDED))
                .startsWith("HTTP/1.1 302")
                .containsPattern("(?i)location: (https://marac\\.example\\.org)?/compare")
                .doesNotContain("http://");
    }

    @Test
    void tellsBrowsersToComeEncryptedOnlyForYears() throws Exception {
        assertThat(answer("GET /health", "marac.example.org", FORWARDED))
                .contains("Strict-Transport-Security: max-age=63072000; includeSubDomains");
    }

    @Test
    void itsCookieIsBoundToThisHostAndToEncryptedPages() {
        var response = new MockHttpServletResponse();
        application
                .part(CookieSerializer.class)
                .writeCookieValue(new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "invented"));
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-witan=")
                .contains("Path=/;")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .doesNotContain("Domain=");
    }

    @Test
    void theCookieOfAReturnFromAProviderIsBoundInTheSameWay() throws Exception {
        assertThat(answer("GET /sign-in/oidc/silent/return", "marac.example.org", FORWARDED))
                .containsPattern("(?i)set-cookie: __Host-witan-return=; Path=/; Max-Age=0; ")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Domain=");
    }

    @Test
    void takesChangesFromItsEncryptedPagesOnly() throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + FORM.length() + "\r\n";
        assertThat(answer(
                        "POST /figures",
                        "marac.example.org",
                        FORWARDED + form + "Origin: http://marac.example.org\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(answer("POST /figures", "marac.example.org", FORWARDED + form + "Origin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(answer(
                        "POST /figures",
                        "marac.example.org",
                        FORWARDED + form + "Origin: https://marac.example.org\r\n"))
                .doesNotContain("Changes are accepted from this site's own pages only");
    }

    private static String answer(String asked, String host, String headers) throws IOException {
        String body = asked.startsWith("POST") ? FORM : "";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
            socket.getOutputStream()
                    .write((asked + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
