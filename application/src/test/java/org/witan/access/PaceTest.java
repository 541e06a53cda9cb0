package org.witan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.lists.ReadingRecords;
import org.witan.site.Sessions;

/// Nobody takes a caseload away by a program.
class PaceTest extends RunningApplication {
    private static final Deed READING = Deed.of(Verb.READ, "record");

    @Autowired
    private ReadingRecords reading;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext application;

    private Viewer coordinator;
    private Instant now = Instant.parse("2026-03-03T09:00:00Z");

    @BeforeEach
    void somebody() {
        coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
    }

    @Test
    void whoOpensMoreRecordsThanAnybodyReadsIsAskedToWait() throws Exception {
        UUID nothing = new UUID(0, 0);
        for (int i = 0; i < 300; i++) {
            assertThatThrownBy(() -> reading.open(coordinator, Verb.READ, nothing))
                    .isInstanceOf(Absent.class);
        }
        var answer = open("/records/" + nothing);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("You have opened 300 records within ten minutes");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 600);
        assertThat(open("/records/" + nothing + "/print").statusCode()).isEqualTo(429);
        assertThat(open("/records/" + nothing + "/who").statusCode()).isEqualTo(429);
        assertThat(open("/people/" + nothing).statusCode())
                .as("persons are records too")
                .isEqualTo(429);
        // Whoever asks on does not fill the trail, and others are not kept waiting.
        assertThat(partnership().deedsOf(coordinator.account()))
                .containsOnlyOnce("READ record REFUSED too many records");
        var other = partnership().viewer(coordinator.agency(), Role.COORDINATOR, Purpose.MARAC);
        assertThatThrownBy(() -> reading.open(other, Verb.READ, nothing)).isInstanceOf(Absent.class);
    }

    @Test
    void personsAreCountedWithTheRecords() throws Exception {
        UUID nothing = new UUID(0, 0);
        for (int i = 0; i < 299; i++) {
            assertThatThrownBy(() -> reading.open(coordinator, Verb.READ, nothing))
                    .isInstanceOf(Absent.class);
        }
        assertThat(open("/people/" + nothing).statusCode()).isEqualTo(404);
        assertThat(open("/people/" + nothing).statusCode()).isEqualTo(429);
        assertThat(partnership().deedsOf(coordinator.account()))
                .containsOnlyOnce("READ person REFUSED too many records");
    }

    @Test
    void afterTenMinutesTheNextOnesOpenAgain() {
        var pace = new Pace(witnessing, () -> 60, () -> now);
        for (int i = 0; i < 60; i++) {
            pace.take(coordinator, READING);
        }
        now = now.plusSeconds(400);
        assertThatThrownBy(() -> pace.take(coordinator, READING))
                .isInstanceOfSatisfying(
                        TooMany.class, refused -> assertThat(refused.waiting()).hasSeconds(200));
        now = now.plusSeconds(200);
        assertThatCode(() -> pace.take(coordinator, READING)).doesNotThrowAnyException();
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyOut() {
        var pace = new Pace(witnessing, () -> 60, () -> now);
        for (int i = 0; i < 60; i++) {
            pace.take(coordinator, READING);
        }
        now = now.minusSeconds(3_600);
        assertThatCode(() -> pace.take(coordinator, READING)).doesNotThrowAnyException();
    }

    @Test
    void tabsThatOpenAtOnceAreCountedTogether() throws Exception {
        var pace = new Pace(witnessing, () -> 100, () -> now);
        Callable<Boolean> tab = () -> {
            try {
                pace.take(coordinator, READING);
                return true;
            } catch (TooMany _) {
                return false;
            }
        };
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(many.invokeAll(Collections.nCopies(200, tab)).stream().filter(one -> one.resultNow()))
                    .hasSize(100);
        }
    }

    @Test
    void noPartnershipCanSetLessThanIsNeverAskedAbout() {
        assertThat(database.sql("select least from access.setting_bound where name = 'records_in_ten_minutes'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Pace.NEVER_TOO_MANY);
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + path))
                            .header("Cookie", Sessions.cookieOf(coordinator, application))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
