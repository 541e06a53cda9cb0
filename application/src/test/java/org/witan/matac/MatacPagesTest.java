package org.witan.matac;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.matac.Recorded.Human;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// The pages of MATAC over HTTP: who is let in, what is typed wrong, and what leaves as a file.
class MatacPagesTest extends RunningApplication {
    private static final LocalDate GROWN = LocalDate.of(1980, 5, 17);
    private final LocalDate today = LocalDate.now(Recorded.HERE);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Nominating nominating;

    private UUID police;
    private Viewer officer;
    private Viewer chair;
    private Recorded recorded;
    private UUID suspect;

    @BeforeEach
    void somebodyIsSuspectedOfTwoEvents() {
        police = partnership().agency("POLICE");
        officer = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        chair = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.CHAIR, Purpose.MARAC);
        recorded = new Recorded(application, police);
        Human one = Human.born(GROWN);
        suspect = recorded.crime(Human.born(GROWN), one, today.minusDays(20), "8N")
                .suspect();
        recorded.crime(Human.born(GROWN), one, today.minusDays(30), "8N");
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    private HttpResponse<String> get(Viewer viewer, String path) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, new Presence(Instant.now()), application)).get(path);
    }

    private HttpResponse<String> post(Viewer viewer, String path, Map<String, String> fields) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application)).post(path, fields);
    }

    private String reference() {
        return partnership()
                .asked("select reference from access.record where id = ?", suspect)
                .getFirst();
    }

    @Test
    void theRankingPrintsItsWeightsItsDayItsPoolAndItsVersion() throws Exception {
        var page = get(officer, "/matac");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("alleged perpetrator", "The pool: 1 person", Days.words(today), "by version 1 of the scale")
                .contains("Recency weighs 25", "Frequency weighs 25", "Gravity weighs 35", "Victims weigh 15")
                .contains("within 36 months", "16 or older", "Nothing of a MARAC flows in")
                .contains(reference(), "Fairness by group", "By ethnicity");
    }

    @Test
    void theScaleIsPrintedWithEveryVersionAndWhatEachKindOfOffenceWeighs() throws Exception {
        assertThat(get(officer, "/matac").body()).contains("href=\"/matac/scale\"");
        var page = get(officer, "/matac/scale");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Version 1, from Sun 1 Nov 2026",
                        "Used today",
                        "Recency weighs 25",
                        "5,475 days or more are 100")
                .contains("Police extract", "acquaintance, stranger, no relation", "[S86][S87]")
                .contains(
                        "No published MATAC weights were found", "table 1 of harm", "Stalking and harassment", "273.75")
                .contains("8L, 8M, 8Q, 8R, 8U", "[S155]")
                .doesNotContain(reference());
        var file = get(officer, "/matac/scale.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("\"Stalking and harassment\",10,", "8L 8M 8Q 8R 8U", "Used today");
        assertThat(partnership().deedsOf(officer.account()))
                .contains("READ matac scale DONE", "EXPORT matac scale DONE");
    }

    @Test
    void otherRolesAreNotLetIn() throws Exception {
        var others = List.of(
                partnership().viewer(police, Role.TASKING_MEMBER, Purpose.TASKING),
                partnership().viewer(police, Role.ANALYST, Purpose.STATISTICS),
                partnership().viewer(police, Role.REFERRER, Purpose.MARAC),
                partnership().viewer(police, Role.IDVA, Purpose.SUPPORT),
                partnership().viewer(police, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR),
                partnership().viewer(police, Role.HUB_COORDINATOR, Purpose.HUB),
                partnership().viewer(police, Role.ADMINISTRATOR, Purpose.ADMINISTRATION));
        for (Viewer other : others) {
            for (String path : List.of(
                    "/matac",
                    "/matac/ranking.csv",
                    "/matac/suspected",
                    "/matac/suspected.csv",
                    "/matac/harmed",
                    "/matac/harmed.csv",
                    "/matac/scale",
                    "/matac/scale.csv",
                    "/matac/meetings",
                    "/matac/nominations",
                    "/matac/nominate",
                    "/matac/people/" + suspect)) {
                assertThat(get(other, path).statusCode()).as(path).isIn(403, 404);
            }
        }
        assertThat(get(officer, "/matac/nominations/" + UUID.randomUUID()).statusCode())
                .isIn(403, 404);
    }

    @Test
    void anIdOfAnotherAgencyAnswersAsAbsent() throws Exception {
        var elsewhere = partnership().viewer(partnership().agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        var hidden = get(elsewhere, "/matac/people/" + suspect);
        var none = get(elsewhere, "/matac/people/" + UUID.randomUUID());
        assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
        assertThat(get(elsewhere, "/matac").body())
                .contains("Nobody is in the pool")
                .doesNotContain(reference());
        assertThat(get(officer, "/matac/people/" + suspect).statusCode()).isEqualTo(200);
    }

    @Test
    void aDayThatHasNotComeYetAndADayThatIsNoneAreSaidSo() throws Exception {
        for (String day : List.of(today.plusDays(1).toString(), "31/2/2026", "yesterday", "1/1/1999", "'--")) {
            for (String list : List.of("/matac", "/matac/suspected", "/matac/harmed")) {
                var page = get(officer, list + "?day=" + Sender.encoded(day));
                assertThat(page.statusCode()).as(day).isEqualTo(422);
                assertThat(page.body()).contains("Enter a day from 1/1/2000 to today");
            }
            assertThat(get(officer, "/matac/ranking.csv?day=" + Sender.encoded(day))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aFileIsMarkedHoldsItsCaveatsAndNoName() throws Exception {
        for (String list : List.of("ranking", "suspected", "harmed")) {
            var file = get(officer, "/matac/" + list + ".csv?basis=KNOWN_NOW");
            assertThat(file.statusCode()).as(list).isEqualTo(200);
            assertThat(file.body())
                    .contains("RESTRICTED", "version 1 of the scale", "Recency weighs 25", "convicted of nothing")
                    .doesNotContain("Person-");
        }
        assertThat(get(officer, "/matac/ranking.csv").body()).contains(reference(), "By age");
        assertThat(partnership().deedsOf(officer.account())).contains("EXPORT matac ranking DONE");
    }

    @Test
    void aNominationWithoutAReasonOrOfNobodyIsSaidSoAndKeepsWhatWasTyped() throws Exception {
        var typed = new LinkedHashMap<String, String>();
        typed.put("id", Recorded.id().toString());
        typed.put("reference", "PERSON-2026-XXXXXX");
        typed.put("reason", "");
        assertThat(post(officer, "/matac/nominate", typed).body())
                .contains("Say why you nominate them", "PERSON-2026-XXXXXX");
        typed.put("reason", "Invented reason");
        var unknown = post(officer, "/matac/nominate", typed);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("or none that you may see", "Invented reason");
        typed.put("reference", reference());
        assertThat(post(officer, "/matac/nominate", typed).statusCode()).isEqualTo(302);
        // Sent twice, it is one.
        assertThat(post(officer, "/matac/nominate", typed).statusCode()).isEqualTo(302);
        assertThat(nominating.list(officer, Verb.LIST)).hasSize(1);
        assertThat(get(officer, "/matac/nominations").body()).contains("Invented reason", "Score today");
        assertThat(get(officer, "/matac/nominations.csv").body())
                .as("references, and nothing that tells of a person")
                .contains(reference(), "WAITS", "RESTRICTED")
                .doesNotContain(
                        "Invented reason",
                        nominating
                                .list(officer, Verb.LIST)
                                .getFirst()
                                .nomination()
                                .name());
    }

    @Test
    void twoWhoDecideAtOnceAreToldAndNothingIsLost() throws Exception {
        UUID id = Recorded.id();
        nominating.nominate(officer, id, reference(), "Invented");
        String path = "/matac/nominations/" + id;
        var typed = new LinkedHashMap<String, String>();
        typed.put("id", Recorded.id().toString());
        typed.put("version", "0");
        typed.put("outcome", "ADOPTED");
        typed.put("words", "Invented agreement");
        assertThat(post(chair, path, typed).body()).contains("Choose what is tried first");
        typed.put("approach", "DISRUPTION");
        assertThat(post(officer, path, typed).statusCode()).isIn(403, 404);
        assertThat(post(chair, path, typed).statusCode()).isEqualTo(302);
        typed.put("id", Recorded.id().toString());
        typed.put("words", "Invented second thoughts");
        var late = post(chair, path, typed);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Invented agreement", "Invented second thoughts");
        assertThat(nominating.list(chair, Verb.LIST))
                .anySatisfy(one -> assertThat(one.nomination().decisions()).hasSize(1));
    }
}
