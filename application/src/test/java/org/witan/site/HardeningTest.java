package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.RunningApplication;

/// Every answer of the server is guarded, also one to a request that never reaches a page.
class HardeningTest extends RunningApplication {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\nHost: 127.0.0.1",
                "GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1",
                "TRACE / HTTP/1.1\r\nHost: 127.0.0.1",
                "GET /[ HTTP/1.1\r\nHost: 127.0.0.1",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
                "POST /figures HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x",
                "GET /health HTTP/1.1\r\nHost: elsewhere.example.org"
            })
    void everyAnswerForbidsWhatABrowserMightDoWithIt(String asked) throws IOException {
        assertThat(answer(asked))
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Cache-Control: no-store")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("java.");
    }

    @Test
    void nothingIsTraced() throws IOException {
        assertThat(answer("TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Secret: invented"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("X-Secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compare",
                "/site/mark.svg",
                "/site/witan.css",
                "/site/witan.js",
                "/govuk/govuk-frontend.min.css"
            })
    void textSaysInWhichCharactersItIsWritten(String path) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address() + path)).build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("charset=utf-8");
        }
    }

    private String answer(String asked) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(address()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((asked + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
