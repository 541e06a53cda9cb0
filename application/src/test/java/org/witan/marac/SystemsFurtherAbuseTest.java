package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.site.api.SystemAtWork.json;
import static org.witan.site.api.SystemAtWork.key;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.people.Source;
import org.witan.site.api.SystemAtWork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The system of an agency tells that it happened again in a case that its role opens, by the same
/// rules as its people.
class SystemsFurtherAbuseTest extends AConference {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ReportingFurtherAbuse reporting;

    @Autowired
    private TriageQueue queue;

    private SystemAtWork force;
    private String token;
    private UUID referral;

    @BeforeEach
    void aSystemOfThePoliceAndACaseOnAnAgenda() throws Exception {
        force = SystemAtWork.of(address(), partnership(), police.agency(), Role.REPRESENTATIVE, Purpose.MARAC);
        token = force.token("referrals:write");
        referral = referred("Borisav", 20);
        listed(referral, -5);
    }

    private ObjectNode sent() {
        return (ObjectNode) JSON.readTree("""
                {"happenedOn": "%s", "abuse": "STALKING", "words": "Invented: he followed her.", "who": "SAME",
                 "knownBy": "SEEN", "safeToSpeak": "UNKNOWN", "emergency": "CALLED"}
                """.formatted(today.minusDays(1)));
    }

    private HttpResponse<String> tell(UUID of, JsonNode body, String key) throws Exception {
        return force.post(token, "/api/v1/referrals/" + of + "/incidents", body.toString(), "Idempotency-Key", key);
    }

    private List<String> fields(HttpResponse<String> answer) {
        var all = new ArrayList<String>();
        json(answer)
                .path("fields")
                .forEach(one -> all.add(
                        one.get("field").asString() + " " + one.get("code").asString()));
        return all;
    }

    @Test
    void whatASystemTellsWaitsForTheCoordinatorOnce() throws Exception {
        String key = key();
        var first = tell(referral, sent(), key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(tell(referral, sent(), key).body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Location")).hasValue("/api/v1/records/" + referral);
        assertThat(first.body()).doesNotContain(family);
        UUID report = UUID.fromString(json(first).get("id").asString());
        partnership()
                .asked(
                        "select marac.find_incident(id)::text from people.concern where source_key = ?",
                        report.toString());
        assertThat(queue.read(coordinator).incidents().stream()
                        .filter(one -> one.referral().equals(referral)))
                .hasSize(1);
        assertThat(partnership().asked("select source from people.concern where source_key = ?", report.toString()))
                .containsExactly(Source.API.name());
        var other = tell(referral, sent().put("words", "Invented: something else"), key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("key-reused");
        assertThat(force.post(token, "/api/v1/referrals/" + referral + "/incidents", sent().toString())
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void aCaseThatItsRoleDoesNotOpenIsNotThere() throws Exception {
        UUID hidden = referred("Wolfram", 5);
        var answer = tell(hidden, sent(), key());
        var never = tell(UUID.randomUUID(), sent(), key());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail")).isEqualTo(json(never).get("detail"));
        assertThat(partnership().count("select count(*) from marac.further_report where record_id = ?", hidden))
                .isZero();
        var reader = force.token("research:read");
        assertThat(force.post(
                                reader,
                                "/api/v1/referrals/" + referral + "/incidents",
                                sent().toString(),
                                "Idempotency-Key",
                                key())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void allThatCannotBeUsedIsToldAtOnce() throws Exception {
        assertThat(fields(tell(referral, JSON.readTree("{}"), key())))
                .containsExactly(
                        "happenedOn missing",
                        "abuse missing",
                        "words missing",
                        "who missing",
                        "knownBy missing",
                        "safeToSpeak missing",
                        "emergency missing");
        assertThat(fields(tell(
                        referral, sent().put("happenedOn", today.plusDays(1).toString()), key())))
                .containsExactly("happenedOn ahead");
        assertThat(fields(tell(referral, sent().put("happenedOn", "1/11/2026").put("abuse", "LOUD"), key())))
                .containsExactly("happenedOn day", "abuse choice");
        assertThat(fields(tell(referral, sent().put("words", "x".repeat(5_001)), key())))
                .containsExactly("words long");
        assertThat(tell(referral, sent().put("who", "NAMED"), key()).statusCode())
                .isEqualTo(422);
        assertThat(tell(referral, sent().put("name", "Invented"), key()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theDescriptionHasTheKindsOfAbuseThatThereAre() throws Exception {
        JsonNode kinds = JSON.readTree(new ClassPathResource("openapi/v1.json").getContentAsByteArray())
                .at("/components/schemas/NewIncident/properties/abuse/enum");
        assertThat(kinds.valueStream().map(JsonNode::asString)).containsExactlyInAnyOrderElementsOf(reporting.kinds());
    }
}
