package org.witan.site.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.site.Sessions;

/// The pages on which systems are let in are for administrators.
class SystemPagesTest extends RunningApplication {

    @Autowired
    private ApplicationContext application;

    @ParameterizedTest
    @CsvSource({
        "GET, /systems",
        "GET, /systems/new",
        "POST, /systems",
        "GET, /systems/{id}",
        "POST, /systems/{id}/secrets",
        "POST, /systems/{id}/secrets/{id}/revoke",
        "POST, /systems/{id}/revoke"
    })
    void anotherRoleDoesNotFindThem(String method, String path) throws Exception {
        var coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        String there = path.replace("{id}", UUID.randomUUID().toString());
        assertThat(send(method, there, Sessions.cookieOf(coordinator, application)))
                .isEqualTo(404);
        assertThat(send(method, there, "")).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, true",
        "192.0.2.7/32, true",
        "0.0.0.0/0, true",
        "2001:db8::/48, true",
        "192.0.2.7/24, false",
        "192.0.2.0/33, false",
        "192.0.2.0, false",
        "2001:db8::1/48, false",
        "example.org/24, false",
        "'192.0.2.0/24,10.0.0.0/8', false",
        "999.0.2.0/24, false"
    })
    void aNetworkIsAnAddressAndALength(String text, boolean one) {
        assertThat(Network.isOne(text)).isEqualTo(one);
    }

    @Test
    void aSystemThatIsNotThereIsNotFound() throws Exception {
        var administrator =
                partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        String cookie = Sessions.cookieOf(administrator, application);
        String there = "/systems/" + UUID.randomUUID();
        assertThat(send("GET", there, cookie)).isEqualTo(404);
        assertThat(send("POST", there + "/secrets", cookie)).isEqualTo(404);
        assertThat(send("POST", there + "/revoke", cookie)).isEqualTo(404);
    }

    private int send(String method, String path, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
