package org.witan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a provider may say of itself, before anybody goes there.
class ProviderAnswersTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-03T09:00:00Z"), ZoneOffset.UTC);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ProviderAnswers answers = new ProviderAnswers(NOW);
    private HttpServer server;
    private String issuer = "";
    private int status = 200;
    private String metadata = "";

    @BeforeEach
    void aProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", issuer + "/elsewhere");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aProviderThatSaysWhatItShouldIsUsed() {
        metadata = metadata(issuer, issuer + "/authorize");
        assertThat(answers.registration(provider(), "https://marac.example.org").getRedirectUri())
                .isEqualTo("https://marac.example.org/sign-in/oidc/invented/return");
    }

    @Test
    void aRequestToAProviderFollowsToNoOtherAddress() {
        metadata = metadata(issuer, issuer + "/authorize");
        status = 302;
        isSilent();
        assertThat(asked).containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void theMetadataOfAnotherIssuerAreNotTaken() {
        for (String other : List.of("https://elsewhere.example.org", issuer + "/", issuer.replace("http:", "https:"))) {
            metadata = metadata(other, issuer + "/authorize");
            isSilent();
        }
    }

    @Test
    void nobodyIsSentToWhatIsNotEncrypted() {
        for (String place : List.of("http://elsewhere.example.org/authorize", "javascript:alert(1)", "/authorize")) {
            metadata = metadata(issuer, place);
            isSilent();
        }
    }

    private void isSilent() {
        assertThatThrownBy(() -> answers.registration(provider(), "https://marac.example.org"))
                .as(metadata)
                .isInstanceOf(ProviderSilent.class);
    }

    private Provider provider() {
        return new Provider(
                "invented", "Invented", issuer, "witan", "invented", "Invented", List.of(), List.of("mfa"), false);
    }

    private static String metadata(String issuer, String authorization) {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s", "token_endpoint": "https://provider.example.org/token",
                 "jwks_uri": "https://provider.example.org/keys", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer, authorization);
    }
}
