package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Choice;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Sessions and forms that are not what they seem: each is refused, shows nothing and loses nothing.
class BadInputTest extends RunningApplication {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    private UUID police;
    private UUID record;
    private Viewer representative;

    @BeforeEach
    void aRecordOfThePolice() {
        police = partnership().agency("POLICE");
        record = partnership().record(RecordKind.CASE, police);
        representative = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
    }

    @Test
    void aForgedOrShortenedSessionOpensNothing() throws Exception {
        String genuine = Sessions.cookieOf(representative, application);
        assertThat(open(genuine).statusCode()).isEqualTo(200);
        for (String forged : List.of(
                genuine.substring(0, genuine.length() - 4),
                genuine + "AAAA",
                "witan=" + encoded(UUID.randomUUID().toString()),
                "witan=" + encoded("' or 1=1 --"),
                "witan=" + encoded("\0\0"),
                "witan=%00",
                "witan=")) {
            var answer = open(forged);
            assertThat(answer.statusCode()).as(forged).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
            assertThat(answer.body()).doesNotContain(record.toString());
        }
    }

    @Test
    void aSessionThatWasSignedOutIsNoneWhenItsCookieComesAgain() throws Exception {
        String cookie = Sessions.cookieOf(representative, application);
        send(cookie, "/sign-out", "");
        assertThat(open(cookie).headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void aSessionOfAnotherAgencyDoesNotFindTheRecord() throws Exception {
        var other = partnership().viewer(partnership().agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(open(Sessions.cookieOf(other, application)).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormOfOneRoleIsNotDoneInAnotherThatASecondTabChose() throws Exception {
        String cookie = Sessions.cookieOf(representative, application);
        String form = form(cookie);
        UUID second = partnership().membership(representative.account(), police, Role.IDVA);
        Sessions.remember(
                cookie.replace("witan=", ""),
                Choice.ATTRIBUTE,
                new Choice(second, police, Role.IDVA, Purpose.MARAC),
                application);
        isRefusedAndWritesNothing(cookie, form);
    }

    @Test
    void aFormThatSomebodyLeftOpenIsNotDoneForWhoSignsInNext() throws Exception {
        String form = form(Sessions.cookieOf(representative, application));
        var next = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        isRefusedAndWritesNothing(Sessions.cookieOf(next, application), form);
        assertThat(partnership().deedsOf(next.account())).contains("READ page REFUSED shown to another");
    }

    @Test
    void aFormThatAsksNothingOfTheServerKeepsItsAddressClean() throws Exception {
        String page =
                open(Sessions.cookieOf(representative, application), "/figures").body();
        for (var form = Pattern.compile("<form(?:(?!</form>).)*method=\"get\".*?</form>", Pattern.DOTALL)
                        .matcher(page);
                form.find(); ) {
            assertThat(form.group()).doesNotContain(ShownTo.FIELD);
        }
    }

    private void isRefusedAndWritesNothing(String cookie, String form) throws Exception {
        var answer = send(cookie, "/records/" + record + "/notes/new", form);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("what you typed is still there").doesNotContain("Invented words");
        assertThat(notes()).isZero();
    }

    /// The fields of a form for a note, as a browser sends them; the same form is taken from whom it was shown to.
    private String form(String cookie) throws Exception {
        String page = open(cookie, "/records/" + record + "/notes/new").body();
        var mark = Pattern.compile("name=\"shown-to\" value=\"([0-9a-f]{16})\"").matcher(page);
        assertThat(mark.find()).as(page).isTrue();
        String form = "part=SUMMARY&words=Invented+words&shown-to=" + mark.group(1);
        assertThat(send(cookie, "/records/" + record + "/notes/new", form).statusCode())
                .isEqualTo(302);
        assertThat(notes()).isEqualTo(1);
        partnership().run("alter table access.note disable trigger note_stays");
        partnership().run("delete from access.note where record_id = ?", record);
        partnership().run("alter table access.note enable trigger note_stays");
        return form;
    }

    private long notes() {
        return partnership().count("select count(*) from access.note where record_id = ?", record);
    }

    private static String encoded(String session) {
        return Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<String> open(String cookie) throws Exception {
        return open(cookie, "/records/" + record);
    }

    private HttpResponse<String> open(String cookie, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String cookie, String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Cookie", cookie)
                        .header("Origin", address())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
