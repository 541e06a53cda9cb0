package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.site.api.SystemAtWork.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.people.Standing;
import org.witan.site.api.SystemAtWork;
import tools.jackson.databind.JsonNode;

/// The system of an agency reads what an agenda asks of it and answers, beside its people and with the same rules.
class SystemsAnswerTest extends AConference {
    private static final String REQUESTS = "/api/v1/research-requests";
    private static final String NOTHING = "{\"nothingKnown\":true}";
    private static final String ONE = """
            {"items":[{"about":"VICTIM","kind":"FACT","words":"Invented: three calls.","share":true}]}""";
    private static final String TWO = """
            {"items":[{"about":"VICTIM","kind":"FACT","words":"Invented: three calls.","share":true},
                      {"about":"PERPETRATOR","kind":"OPINION","happened":"May","words":"Invented: he watches.",
                       "relevance":"fear","share":false,"withheldBecause":"Invented: one officer knows it"}]}""";

    @Autowired
    private Researching researching;

    private SystemAtWork system;
    private String token;
    private UUID referral;
    private UUID meeting;
    private String path;

    @BeforeEach
    void anAgendaThatAsksThePolice() throws Exception {
        system = SystemAtWork.of(address(), partnership(), police.agency(), Role.REPRESENTATIVE, Purpose.MARAC);
        token = system.token("research:read research:write");
        referral = referred("Wolf", 3);
        meeting = listed(referral, -14);
        path = REQUESTS + "/" + item(meeting, referral);
    }

    private HttpResponse<String> put(String body, String... headers) throws Exception {
        return system.send(token, path, "PUT", BodyPublishers.ofString(body), headers);
    }

    private String tag() throws Exception {
        return system.get(token, path).headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode listedOne() throws Exception {
        JsonNode all = json(system.get(token, REQUESTS + "?limit=200")).get("requests");
        return all.valueStream()
                .filter(one -> path.endsWith(one.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListSaysWhomToLookForAndByWhen() throws Exception {
        JsonNode one = listedOne();
        assertThat(one.get("referral").asString()).isEqualTo(referral.toString());
        assertThat(one.get("answer").isNull()).isTrue();
        assertThat(one.get("dueOn").asString()).isLessThan(today.plusDays(14).toString());
        JsonNode victim = one.get("persons").get(0);
        assertThat(victim.get("standing").asString()).isEqualTo("VICTIM");
        assertThat(victim.get("family").asString()).isEqualTo(family);
        assertThat(victim.get("bornOn").asString()).isEqualTo(born.toString());
        assertThat(one.get("persons")).hasSize(3);
        assertThat(partnership().count("""
                        select count(*) from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where e.account_id = ? and e.deed = 'LIST' and e.channel = 'API' and ? = any (o.records)
                        """, system.id(), referral)).isEqualTo(1);
    }

    @Test
    void anAnswerOfASystemIsTheAgencysAndItsPeopleReadIt() throws Exception {
        var answered = put(TWO, "If-Match", tag());
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        Research kept = researching.read(police, meeting, referral).orElseThrow();
        assertThat(kept.items())
                .extracting(Research.Item::words)
                .containsExactly("Invented: three calls.", "Invented: he watches.");
        assertThat(kept.items().getLast().withheldBecause()).isEqualTo("Invented: one officer knows it");
        assertThat(kept.items().getLast().isFact()).isFalse();
        assertThat(listedOne().get("answer").get("items")).hasSize(2);
        assertThat(researching.read(housing, meeting, referral)).isEmpty();
    }

    @Test
    void aStaleAnswerIsRefusedAndNothingThatAPersonWroteIsLost() throws Exception {
        String before = tag();
        researching.add(
                police,
                meeting,
                referral,
                UUID.randomUUID(),
                new Research.Given(Standing.VICTIM, true, "", "Invented: by a person.", "", true, ""));
        assertThat(put(NOTHING, "If-Match", before).statusCode()).isEqualTo(412);
        assertThat(put(ONE).statusCode()).isEqualTo(428);
        assertThat(put(ONE, "If-Match", "*").statusCode()).as("any version").isEqualTo(428);
        assertThat(researching.read(police, meeting, referral).orElseThrow().items())
                .extracting(Research.Item::words)
                .containsExactly("Invented: by a person.");
    }

    @Test
    void theSameAnswerAgainChangesNothingAlsoWithTheVersionOfBefore() throws Exception {
        String before = tag();
        JsonNode first = json(put(ONE, "If-Match", before));
        JsonNode again = json(put(ONE, "If-Match", before));
        assertThat(again).isEqualTo(first);
        assertThat(partnership().count("select count(*) from marac.research where record_id = ?", referral))
                .isEqualTo(1);
    }

    @Test
    void moreIsAddedAndLessIsPutInThePlaceOfWhatStoodWhichIsKept() throws Exception {
        put(ONE, "If-Match", tag());
        assertThat(put(TWO, "If-Match", tag()).statusCode()).isEqualTo(200);
        assertThat(partnership().count("select count(*) from marac.research where record_id = ?", referral))
                .as("the second item stands beside the first")
                .isEqualTo(1);
        assertThat(put(NOTHING, "If-Match", tag()).statusCode()).isEqualTo(200);
        assertThat(researching.read(police, meeting, referral).orElseThrow().nothingKnown())
                .isTrue();
        assertThat(partnership()
                        .count(
                                "select count(*) from marac.research where record_id = ? and withdrawn_by = ?",
                                referral,
                                system.id()))
                .isEqualTo(1);
        assertThat(partnership().count("select count(*) from marac.research_item where record_id = ?", referral))
                .isEqualTo(2);
    }

    @Test
    void whatWasSpokenCannotBeTakenBackAndMoreCanBeAdded() throws Exception {
        put(ONE, "If-Match", tag());
        partnership().run("""
                update marac.research_item set shared_at = now(), shared_by = ? where record_id = ?
                """, system.id(), referral);
        var refused = put(NOTHING, "If-Match", tag());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(put(TWO, "If-Match", tag()).statusCode()).isEqualTo(200);
        assertThat(researching.read(police, meeting, referral).orElseThrow().items())
                .hasSize(2);
    }

    @Test
    void whatIsWrongInAnAnswerIsToldFieldByField() throws Exception {
        var wrong = put("""
                {"items":[{"about":"VICTIM","words":" ","share":false},{"about":"CHILD","kind":"FACT","words":"x","share":true}]}
                """, "If-Match", tag());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong)
                        .get("fields")
                        .valueStream()
                        .map(one -> one.get("field").asString()))
                .containsExactly("items[0].kind", "items[0].words", "items[0].withheldBecause");
        for (String body : List.of("{}", "{\"nothingKnown\":false}", "{\"nothingKnown\":true," + ONE.substring(1))) {
            assertThat(put(body, "If-Match", tag()).statusCode()).as(body).isEqualTo(422);
        }
    }

    @Test
    void anAgencyThatIsNotAskedFindsNothing() throws Exception {
        var others = SystemAtWork.of(
                address(), partnership(), partnership().agency("PROBATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        String foreign = others.token("research:read research:write");
        assertThat(others.get(foreign, path).statusCode()).isEqualTo(404);
        assertThat(others.send(foreign, path, "PUT", BodyPublishers.ofString(NOTHING), "If-Match", "*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(others.get(foreign, REQUESTS)).get("requests")).isEmpty();
        assertThat(system.send(
                                system.token("research:read"),
                                path,
                                "PUT",
                                BodyPublishers.ofString(NOTHING),
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        listed(referred("Fox", 2), -15);
        String page = REQUESTS + "?limit=1";
        var seen = new java.util.ArrayList<String>();
        while (page != null) {
            var answer = system.get(token, page);
            json(answer).get("requests").forEach(one -> seen.add(one.get("id").asString()));
            page = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }
        assertThat(seen).hasSize(2).doesNotHaveDuplicates();
    }
}
