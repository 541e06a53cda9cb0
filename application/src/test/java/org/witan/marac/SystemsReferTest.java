package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.site.api.SystemAtWork.json;
import static org.witan.site.api.SystemAtWork.key;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Part;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Relation;
import org.witan.site.api.SystemAtWork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The system of an agency refers somebody, by the same rules as its people.
class SystemsReferTest extends RunningApplication {
    private static final String REFERRALS = "/api/v1/referrals";
    private static final String KEY = "Idempotency-Key";
    private static final JsonMapper JSON = new JsonMapper();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    private final String family = AConference.letters() + "inv";

    @Autowired
    private ReadingReferrals reading;

    private SystemAtWork hospital;
    private String token;

    @BeforeEach
    void aSystemOfAHospital() throws Exception {
        hospital = SystemAtWork.of(
                address(), partnership(), partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        token = hospital.token("referrals:write");
    }

    /// A referral as the description of the API shows one, with a family name of this test.
    private ObjectNode sent() {
        return (ObjectNode) JSON.readTree("""
                {"danger": {"now": "NO"},
                 "victim": {"given": "Invented", "family": "%s", "born": "1988-05-04", "sex": "Female"},
                 "address": {"lines": "7 Invented Row", "postcode": "ZZ12 3ZZ"},
                 "contact": {"means": "PHONE", "value": "07700 900321", "safe": "YES"},
                 "perpetrators": [{"given": "Wolf", "family": "%ser", "relation": "EX_PARTNER", "worksWhere": "nowhere"}],
                 "happened": {"words": "Invented: he came back.", "last": "%s"},
                 "judgement": {"grounds": ["PROFESSIONAL_JUDGEMENT"], "words": "Invented worry"},
                 "aware": {"consent": "YES"}}
                """.formatted(family, family, today));
    }

    private HttpResponse<String> refer(JsonNode body) throws Exception {
        return hospital.post(token, REFERRALS, body.toString(), KEY, key());
    }

    private ObjectNode with(String page, String field, String value) {
        ObjectNode sent = sent();
        ((ObjectNode) sent.get(page)).put(field, value);
        return sent;
    }

    private static List<String> fields(HttpResponse<String> answer) {
        var all = new ArrayList<String>();
        json(answer)
                .path("fields")
                .forEach(one -> all.add(
                        one.get("field").asString() + " " + one.get("code").asString()));
        return all;
    }

    @Test
    void whatASystemSendsIsTheReferralThatThePagesWouldHaveMade() throws Exception {
        var answer = refer(sent());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        UUID id = UUID.fromString(json(answer).get("id").asString());
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/records/" + id);
        Viewer coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        Referral made = reading.read(coordinator, id);
        assertThat(made.reference()).isEqualTo(json(answer).get("reference").asString());
        assertThat(made.lastEventOn()).isEqualTo(today);
        assertThat(made.grounds()).containsExactly(Ground.PROFESSIONAL_JUDGEMENT);
        assertThat(made.parts()).contains(Part.VICTIM_ADDRESS);
        assertThat(made.persons()).hasSize(2);
        assertThat(made.persons().getFirst().record().bornOn()).isEqualTo(LocalDate.of(1988, 5, 4));
        assertThat(made.about(Topic.WHAT_HAPPENED).orElseThrow().words()).isEqualTo("Invented: he came back.");
        assertThat(partnership().count("select count(*) from marac.draft where record_id = ? and answers = '{}'", id))
                .isEqualTo(1);
        assertThat(answer.body()).doesNotContain(family).doesNotContain("ZZ12");
    }

    @Test
    void aSystemSendsFurtherWaysToReachTheVictimAndTheChecklistFor16And17() throws Exception {
        ObjectNode sent = with("victim", "born", today.minusYears(16).toString());
        sent.set("otherContacts", JSON.readTree("""
                [{"means": "EMAIL", "value": "invented@example.org", "safe": "YES", "voicemail": "NOT_ASKED"},
                 {"means": "PHONE", "value": "07700 900777", "safe": "NO"}]"""));
        sent.set("young", JSON.readTree("{\"worker\": \"UNKNOWN\", \"exploitationWords\": \"Invented: online\"}"));
        var answer = refer(sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        UUID id = UUID.fromString(json(answer).get("id").asString());
        Viewer coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        Referral made = reading.read(coordinator, id);
        assertThat(made.persons().getFirst().record().safeContacts()).hasSize(3);
        assertThat(made.about(Topic.YOUNG_EXPLOITATION).orElseThrow().words()).isEqualTo("Invented: online");
        sent.set("otherContacts", JSON.readTree("[{\"means\": \"PHONE\", \"safePeople\": \"x\"}]"));
        assertThat(fields(refer(sent))).containsExactly("otherContacts[0] unknown");
        sent.set("otherContacts", JSON.readTree("{\"means\": \"PHONE\"}"));
        assertThat(fields(refer(sent))).containsExactly("otherContacts shape");
    }

    @Test
    void aSystemSaysWhatAChildIsToEachAllegedPerpetrator() throws Exception {
        ObjectNode sent = sent();
        sent.set("perpetrators", JSON.readTree("""
                [{"given": "Wolf", "family": "%ser"}, {"given": "Boris", "family": "%sest"}]""".formatted(family, family)));
        sent.set("others", JSON.readTree("""
                [{"standing": "CHILD", "given": "Small", "family": "%s", "relationVictim": "CHILD",
                  "relationPerpetrator": "STEP_CHILD", "relationPerpetrator2": "OTHER_FAMILY"}]""".formatted(family)));
        var answer = refer(sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        UUID id = UUID.fromString(json(answer).get("id").asString());
        Viewer coordinator = partnership().viewer(partnership().agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        assertThat(reading.read(coordinator, id).persons().getLast().related())
                .extracting(Referral.Related::relation)
                .containsExactlyInAnyOrder(Relation.CHILD, Relation.STEP_CHILD, Relation.OTHER_FAMILY);
        ((ObjectNode) sent.path("others").get(0)).put("relationPerpetrator2", "NEPHEW");
        assertThat(fields(refer(sent))).containsExactly("others[0].relationPerpetrator2 choice");
    }

    @Test
    void theAnswerIsTheSameWhetherOrNotSomebodyIsKnown() throws Exception {
        JsonNode first = json(refer(sent()));
        JsonNode second = json(refer(sent()));
        for (String member : List.of("doubts", "missing", "youngPerson")) {
            assertThat(second.get(member)).isEqualTo(first.get(member));
        }
        assertThat(second.propertyNames()).isEqualTo(first.propertyNames());
        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void aReferralThatIsSentAgainIsReceivedOnce() throws Exception {
        String key = key();
        String body = sent().toString();
        var start = new CyclicBarrier(4);
        Callable<HttpResponse<String>> send = () -> {
            start.await();
            return hospital.post(token, REFERRALS, body, KEY, key);
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = new ArrayList<String>();
            for (var one : threads.invokeAll(List.of(send, send, send, send))) {
                assertThat(one.get().statusCode()).as(one.get().body()).isEqualTo(201);
                answers.add(one.get().body());
            }
            assertThat(answers).containsOnly(answers.getFirst());
        }
        assertThat(partnership().count("select count(*) from marac.referral where referred_by = ?", hospital.id()))
                .isEqualTo(1);
        var other = hospital.post(
                token, REFERRALS, with("victim", "given", "Another").toString(), KEY, key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("key-reused");
        assertThat(hospital.post(token, REFERRALS, body).statusCode()).isEqualTo(428);
    }

    @Test
    void under16TheAnswerNamesTheRouteAndNothingIsKept() throws Exception {
        var answer = refer(with("victim", "born", today.minusYears(15).toString()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("victim.born UNDER_16");
        assertThat(answer.body()).contains("children's safeguarding is the route");
        assertThat(partnership().count("select count(*) from marac.draft where account_id = ?", hospital.id()))
                .isZero();
        assertThat(json(refer(with("victim", "born", today.minusYears(17).toString())))
                        .get("youngPerson")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void allThatKeepsItFromBeingSentIsToldAtOnceInWords() throws Exception {
        var answer = refer(JSON.readTree("{}"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(fields(answer))
                .containsExactly(
                        "victim NO_VICTIM",
                        "perpetrators NO_PERPETRATOR",
                        "judgement.grounds NO_GROUND",
                        "aware NO_SHARING_DECISION");
        assertThat(answer.body()).contains("Say who is being harmed");
    }

    @Test
    void whatLooksWrongIsToldAndStopsNothing() throws Exception {
        ObjectNode sent = sent();
        ((ObjectNode) sent.get("perpetrators").get(0)).put("given", "Invented").put("family", family);
        var answer = refer(sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode doubt = json(answer).get("doubts").get(0);
        assertThat(doubt.get("field").asString()).isEqualTo("perpetrators[0]");
        assertThat(doubt.get("code").asString()).isEqualTo("SAME_AS_VICTIM");
        assertThat(doubt.get("words").asString()).contains("the same name as the person who is harmed");
    }

    @ParameterizedTest
    @CsvSource({
        "victim, born, 04/05/1988, victim.born day",
        "victim, born, 1988-02-31, victim.born day",
        "happened, last, 4.5.88, happened.last day",
        "victim, sex, Femail, victim.sex choice",
        "contact, means, PIGEON, contact.means choice",
        "victim, shoeSize, 38, victim unknown",
        "victim, another, YES, victim unknown",
        "danger, now, MAYBE, danger.now choice"
    })
    void aFieldThatCannotBeUsedIsNamed(String page, String field, String value, String told) throws Exception {
        var answer = refer(with(page, field, value));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly(told);
        assertThat(answer.body()).doesNotContain("shoeSize").doesNotContain("PIGEON");
    }

    @Test
    void whatIsTooLongOrOfAnotherTypeIsNamedAndWhatIsTooLargeIsNotRead() throws Exception {
        assertThat(fields(refer(with("happened", "words", "x".repeat(10_001))))).containsExactly("happened.words long");
        assertThat(refer(with("happened", "words", "x".repeat(200_000))).statusCode())
                .isEqualTo(413);
        ObjectNode sent = sent();
        ((ObjectNode) sent.get("victim")).put("given", 7);
        ((ObjectNode) sent.get("judgement")).put("grounds", "REPEAT");
        sent.putArray("others").add("somebody");
        assertThat(fields(refer(sent)))
                .containsExactly("victim.given shape", "others[0] shape", "judgement.grounds shape");
        assertThat(fields(refer(with("victim", "given", "Inven\0ted")))).containsExactly("victim.given letters");
    }

    @Test
    void answersToARiskToolAreCheckedAndScoredAsOnThePage() throws Exception {
        ObjectNode sent = with("tool", "which");
        sent.set("risk", JSON.readTree("""
                {"answers": {"injury": {"answer": "YES"}, "fears": {"answer": "UNKNOWN", "note": "invented"}}}
                """));
        var answer = refer(sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(partnership()
                        .count(
                                "select count(*) from risk.assessment where record_id = cast(? as uuid)",
                                json(answer).get("id").asString()))
                .isEqualTo(1);
        sent.set("risk", JSON.readTree("{\"answers\": {\"injury\": {\"answer\": \"OFTEN\"}, \"hat\": {}}}"));
        assertThat(fields(refer(sent))).containsExactly("risk.answers question", "risk.answers.injury answer");
        sent.set("risk", JSON.readTree("{\"version\": 99, \"answers\": {}}"));
        assertThat(fields(refer(sent))).containsExactly("risk tool");
    }

    private ObjectNode with(String page, String field) {
        ObjectNode sent = sent();
        sent.putObject(page).put(field, "dash");
        return sent;
    }

    @Test
    void aTokenWithoutTheScopeAndARoleThatRefersNobodyAreTurnedAway() throws Exception {
        assertThat(hospital.post(hospital.token("records:write"), REFERRALS, sent().toString(), KEY, key())
                        .statusCode())
                .isEqualTo(403);
        var chairs =
                SystemAtWork.of(address(), partnership(), partnership().agency("POLICE"), Role.CHAIR, Purpose.MARAC);
        assertThat(chairs.post(chairs.token("referrals:write"), REFERRALS, sent().toString(), KEY, key())
                        .statusCode())
                .isEqualTo(404);
    }
}
