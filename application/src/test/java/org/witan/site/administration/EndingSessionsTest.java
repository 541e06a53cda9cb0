package org.witan.site.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sessions;

/// A telephone that was left on a bus: an administrator ends what is open of a person, on a page.
class EndingSessionsTest extends RunningApplication {
    private final HttpClient browser = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    private Viewer chair;
    private Viewer administrator;

    @BeforeEach
    void people() {
        chair = partnership().viewer(partnership().agency("POLICE"), Role.CHAIR, Purpose.MARAC);
        administrator =
                partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
    }

    @Test
    void anAdministratorEndsAllSessionsOfAPersonAndNoOthers() throws Exception {
        String desk = Sessions.cookieOf(chair, application);
        String telephone = Sessions.cookieOf(chair, application);
        String own = Sessions.cookieOf(administrator, application);
        assertThat(status("GET", "/work", telephone)).isEqualTo(200);

        String path = "/administration/accounts/" + chair.account() + "/sessions/end";
        assertThat(status("POST", path, own)).isEqualTo(302);

        assertThat(status("GET", "/work", desk)).isEqualTo(302);
        assertThat(status("GET", "/work", telephone)).isEqualTo(302);
        assertThat(status("GET", "/work", own)).isEqualTo(200);
    }

    private int status(String method, String path, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Cookie", cookie)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
