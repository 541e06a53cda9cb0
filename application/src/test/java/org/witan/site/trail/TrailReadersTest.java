package org.witan.site.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Deed;
import org.witan.access.Partnership;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.trail.ReviewingAccess;
import org.witan.site.Sessions;

/// Who reads what of the trail, and that each look is in it.
class TrailReadersTest extends RunningApplication {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private ReviewingAccess reviewing;

    private Partnership partnership;
    private Viewer officer;
    private Viewer policeOfficer;
    private Viewer constable;
    private UUID file;

    @BeforeEach
    void aConstableReadsAFile() {
        partnership = partnership();
        var police = partnership.agency("POLICE");
        var team = partnership.agency("PARTNERSHIP");
        officer = partnership.viewer(team, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        policeOfficer = partnership.viewer(police, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        constable = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        file = partnership.record(RecordKind.CASE, police);
        witnessing.witness(constable, new Deed(Deed.Verb.READ, "record", Map.of("words", "=secret words")), shown -> {
            shown.add(file);
            return true;
        });
    }

    @Test
    void anOfficerOfThePartnershipSeesWhoHasSeenARecord() throws Exception {
        var answer = open("/trail?reference=TEST-" + file, officer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Invented Person")
                .contains("TEST-" + file)
                .doesNotContain("secret words");
        assertThat(partnership.trailOf(officer))
                .extracting(row -> row.get("deed"))
                .containsExactly("READ_TRAIL");
    }

    @Test
    void anOfficerOfAnAgencySeesThatAgencyOnly() throws Exception {
        assertThat(open("/trail?reference=TEST-" + file, policeOfficer).body()).contains("Invented Person");
        var health = partnership.agency("HOSPITAL");
        var other = partnership.viewer(health, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        assertThat(open("/trail?reference=TEST-" + file, other).body())
                .contains("Nobody did anything")
                .doesNotContain("TEST-" + file + "<");
        assertThat(open(row(), other).statusCode()).isEqualTo(404);
        assertThat(open(row(), policeOfficer).statusCode()).isEqualTo(200);
    }

    @Test
    void wordsThatSomebodySearchedForStandOnlyOnTheRowItself() throws Exception {
        assertThat(open("/trail/export?person=" + constable.account(), officer).body())
                .doesNotContain("secret words");
        assertThat(open(row(), officer).body()).contains("secret words");
    }

    @Test
    void aFileThatIsTakenAwayHoldsNoFormula() throws Exception {
        partnership.run("update access.account set given_name = '=HYPERLINK(1)' where id = ?", constable.account());
        var answer = open("/trail/export?person=" + constable.account(), officer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"trail.csv\"");
        assertThat(answer.body()).contains("\"'=HYPERLINK(1) Person\"").doesNotContain(",\"=");
        assertThat(partnership.trailOf(officer))
                .extracting(row -> row.get("deed"))
                .contains("EXPORT");
    }

    @Test
    void everybodyReadsWhatTheTrailSaysAboutThemselvesAndNothingElse() throws Exception {
        assertThat(open("/trail/mine", constable).body())
                .contains("Read: record")
                .contains("TEST-" + file);
        for (String path :
                new String[] {"/trail", "/trail/export", "/trail/unusual", row(), "/trail/unusual/" + file}) {
            assertThat(open(path, constable).statusCode()).as(path).isEqualTo(404);
        }
        var colleague = partnership.viewer(constable.agency(), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(open("/trail/mine", colleague).body()).doesNotContain("TEST-" + file);
    }

    @Test
    void daysThatAreNoneAreSaidToBeNone() throws Exception {
        var answer = open("/trail?from=yesterday&until=2026-02-30&person=x", officer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter a day").contains("value=\"yesterday\"");
        assertThat(open("/trail/entries/x", officer).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsUnusualIsFoundOnceAndReviewedByAnybodyButThePersonConcerned() throws Exception {
        partnership.yesterday(constable, "SEARCH", "{\"words\":\"person Avenue\"}", UUID.randomUUID());
        var stranger = partnership.viewer(partnership.agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        partnership.yesterday(stranger, "READ", "{}", file);
        partnership.yesterday(policeOfficer, "SEARCH", "{\"words\":\"PERSON\"}", file);
        assertThat(open("/trail/unusual", policeOfficer).body())
                .contains("Searched for their own family name")
                .doesNotContain("Opened a record with no task");
        var found = reviewing.look(officer);
        assertThat(reviewing.look(officer)).isEqualTo(found);
        assertThat(found)
                .anySatisfy(one ->
                        assertThat(one.agency()).contains(stranger.agency().toString()));
        var constables = found.stream()
                .filter(one -> one.agency().contains(constable.agency().toString()))
                .toList();
        assertThat(constables).extracting(one -> one.rule().name()).containsExactlyInAnyOrder("OWN_NAME", "OWN_NAME");
        assertThat(reviewing.look(policeOfficer))
                .as("what concerns oneself is for somebody else")
                .extracting(one -> one.rule().name())
                .containsExactly("OWN_NAME");
        assertThat(open("/work", policeOfficer).body()).contains("1 unusual access waits for review");
        assertThat(open("/work", constable).body()).doesNotContain("for review");
        String path =
                "/trail/unusual/" + reviewing.look(policeOfficer).getFirst().id();
        assertThat(send(path, policeOfficer, "version=0&verdict=&remark=").statusCode())
                .isEqualTo(422);
        assertThat(send(path, policeOfficer, "version=0&verdict=EXPLAINED&remark=Asked")
                        .statusCode())
                .isEqualTo(302);
        var late = send(path, officer, "version=0&verdict=BREACH&remark=Mine");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Mine").contains("Asked").contains("before you");
        assertThat(open("/work", policeOfficer).body()).doesNotContain("for review");
    }

    private String row() {
        return "/trail/entries/" + partnership.entryOf(constable);
    }

    private HttpResponse<String> open(String path, Viewer who) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Cookie", Sessions.cookieOf(who, new Presence(Instant.now()), application))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, Viewer who, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Cookie", Sessions.cookieOf(who, application))
                        .header("Origin", address())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
