package org.witan.site.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.site.api.SystemAtWork.json;
import static org.witan.site.api.SystemAtWork.key;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.systems.Tries;
import tools.jackson.databind.JsonNode;

/// What a system may read and write, and what each mistake is answered with.
class RecordsResourceTest extends RunningApplication {
    private static final String RECORDS = "/api/v1/records";
    private static final String KEY = "Idempotency-Key";
    private static final String A_CASE = "{\"kind\":\"CASE\"}";

    @Autowired
    private Tries tries;

    private UUID police;
    private SystemAtWork system;
    private String token;

    @BeforeEach
    void aSystemOfThePolice() throws Exception {
        police = partnership().agency("POLICE");
        system = SystemAtWork.of(address(), partnership(), police, Role.REPRESENTATIVE, Purpose.MARAC);
        token = system.token(SystemAtWork.ALL);
    }

    @Test
    void aRecordOfAnotherAgencyIsNotThereOnAnyPath() throws Exception {
        UUID own = partnership().record(RecordKind.CASE, police);
        UUID hidden = partnership().record(RecordKind.CASE, partnership().agency("PROBATION"));
        assertThat(json(system.get(token, RECORDS + "/" + own)).get("id").asString())
                .isEqualTo(own.toString());
        var toHidden = system.get(token, RECORDS + "/" + hidden);
        var toNothing = system.get(token, RECORDS + "/" + UUID.randomUUID());
        var toNonsense = system.get(token, RECORDS + "/none");
        assertThat(toHidden.statusCode()).isEqualTo(404);
        assertThat(toHidden.body()).isEqualTo(toNothing.body()).isEqualTo(toNonsense.body());
        assertThat(ids(system.get(token, RECORDS))).containsExactly(own.toString());
        assertThat(json(system.get(token, RECORDS + "/count")).get("count").asLong())
                .isEqualTo(1);
        assertThat(ids(system.post(token, RECORDS + "/search", "{\"words\":\"" + hidden + "\"}")))
                .isEmpty();
        assertThat(ids(system.post(token, RECORDS + "/search", "{\"words\":\"" + own + "\"}")))
                .hasSize(1);
        for (String field : List.of("\"within\":\"%s\"", "\"about\":[\"%s\"]", "\"parties\":[\"%s\"]")) {
            String body = "{\"kind\":\"CASE\"," + field.formatted(hidden) + "}";
            var refused = system.post(token, RECORDS, body, KEY, key());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body())
                    .isEqualTo(system.post(
                                    token, RECORDS, body.replace(hidden.toString(), UUID.randomUUID() + ""), KEY, key())
                            .body());
        }
    }

    @Test
    void whatASystemReadsIsInTheTrailAsWhatAPersonReads() throws Exception {
        UUID own = partnership().record(RecordKind.CASE, police);
        system.get(token, RECORDS + "/" + own);
        assertThat(partnership().count("""
                        select count(*) from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where e.account_id = ? and e.deed = 'READ' and e.channel = 'API' and e.purpose = 'MARAC'
                          and e.path = 'GET /api/v1/records/{id}' and e.session <> '' and ? = any (o.records)
                        """, system.id(), own)).isEqualTo(1);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndOnlyForWhoeverGotThem() throws Exception {
        var all = new HashSet<String>();
        for (int i = 0; i < 7; i++) {
            all.add(partnership().record(RecordKind.CASE, police).toString());
        }
        var seen = new ArrayList<String>();
        String path = RECORDS + "?limit=3";
        String cursor = "";
        while (path != null) {
            var page = system.get(token, path);
            seen.addAll(ids(page));
            assertThat(page.body()).doesNotContain("count");
            path = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
            cursor = json(page).get("next").isNull()
                    ? cursor
                    : json(page).get("next").asString();
        }
        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(all);
        var other = SystemAtWork.of(address(), partnership(), police, Role.REPRESENTATIVE, Purpose.MARAC);
        for (String bad : List.of(cursor.substring(1), cursor.replace(cursor.charAt(3), '_'), "nonsense", "%00")) {
            assertThat(problem(system.get(token, RECORDS + "?cursor=" + bad))).isEqualTo("400 bad-cursor");
        }
        assertThat(problem(other.get(other.token("records:read"), RECORDS + "?cursor=" + cursor)))
                .isEqualTo("400 bad-cursor");
        assertThat(problem(system.post(token, RECORDS + "/search", "{\"words\":\"T\",\"cursor\":\"" + cursor + "\"}")))
                .isEqualTo("400 bad-cursor");
    }

    @Test
    void aWriteThatIsSentAgainIsAnsweredAndNotDoneAgain() throws Exception {
        String key = key();
        var first = system.post(token, RECORDS, A_CASE, KEY, key);
        var again = system.post(token, RECORDS, A_CASE, KEY, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        String place = first.headers().firstValue("Location").orElseThrow();
        assertThat(again.headers().firstValue("Location")).hasValue(place);
        assertThat(system.get(token, place).body()).isEqualTo(first.body());
        assertThat(problem(system.post(token, RECORDS, "{\"kind\":\"PERSON\"}", KEY, key)))
                .isEqualTo("422 key-reused");
        var other = SystemAtWork.of(address(), partnership(), police, Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(other.post(other.token(SystemAtWork.ALL), RECORDS, A_CASE, KEY, key)
                        .body())
                .isNotEqualTo(first.body());
    }

    @Test
    void ofTheSameWriteSentManyTimesAtOnceExactlyOneIsDone() throws Exception {
        String key = key();
        var start = new CyclicBarrier(6);
        Callable<HttpResponse<String>> write = () -> {
            start.await();
            return system.post(token, RECORDS, A_CASE, KEY, key);
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = new HashSet<String>();
            for (var one : threads.invokeAll(Collections.nCopies(6, write))) {
                assertThat(one.get().statusCode()).isEqualTo(201);
                answers.add(one.get().body());
            }
            assertThat(answers).hasSize(1);
        }
        assertThat(partnership().count("select count(*) from access.record where owner_id = ?", police))
                .isEqualTo(1);
    }

    @Test
    void aWriteThatIsRefusedKeepsNoAnswerAndNothingElse() throws Exception {
        String key = key();
        UUID none = UUID.randomUUID();
        String body = "{\"kind\":\"ACTION\",\"within\":\"" + none + "\"}";
        assertThat(problem(system.post(token, RECORDS, body, KEY, key))).isEqualTo("422 invalid");
        assertThat(partnership().count("select count(*) from access.kept_answer where system_id = ?", system.id()))
                .isZero();
        assertThat(system.post(token, RECORDS, A_CASE, KEY, key).statusCode()).isEqualTo(201);
    }

    @Test
    void anAnswerIsKeptForADay() throws Exception {
        String key = key();
        var first = system.post(token, RECORDS, A_CASE, KEY, key);
        partnership().run("update access.kept_answer set kept_at = now() - interval '25 hours' where key = ?", key);
        assertThat(system.post(token, RECORDS, A_CASE, KEY, key).body()).isNotEqualTo(first.body());
    }

    @Test
    void aRoleThatKeepsNoRecordsIsRefusedWithAReason() throws Exception {
        var analyst = SystemAtWork.of(address(), partnership(), police, Role.ANALYST, Purpose.STATISTICS);
        var refused = analyst.post(analyst.token(SystemAtWork.ALL), RECORDS, A_CASE, KEY, key());
        assertThat(problem(refused)).isEqualTo("409 refused");
        assertThat(json(refused).get("detail").asString()).startsWith("Your system may not register");
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOneIsMissing() throws Exception {
        var refused = system.post(system.token("records:read"), RECORDS, A_CASE, KEY, key());
        assertThat(problem(refused)).isEqualTo("403 scope-missing");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"witan\", error=\"insufficient_scope\", scope=\"records:write\"");
        assertThat(partnership().asked("""
                        select e.path || ' ' || o.outcome from access.trail_entry e
                        join access.trail_outcome o on o.entry_id = e.id
                        where e.detail::jsonb ->> 'refused' = 'scope missing'
                        """)).contains("POST /api/v1/records REFUSED");
        assertThat(problem(system.get(system.token("records:write"), RECORDS))).isEqualTo("403 scope-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404 not-found",
        "GET, /api/v1/samples/chairs, 404 not-found",
        "GET, /api/v1/samples/forgotten, 404 not-found",
        "GET, /api/v1/samples/undescribed, 404 not-found",
        "OPTIONS, /api/v1/records, 404 not-found",
        "GET, /api/v1/trail, 403 scope-missing",
        "DELETE, /api/v1/records, 405 method-not-allowed",
        "PUT, /api/v1/me, 405 method-not-allowed",
        "GET, /api/v1/records?limit=0, 422 invalid",
        "GET, /api/v1/records?limit=201, 422 invalid",
        "GET, /api/v1/records?limit=many, 400 bad-request",
        "GET, /api/v1/records/..;/me, 400 bad-request",
        "GET, /api/v1/samples/fault, 500 failed",
        "GET, /api/v1/samples/silence, 503 unavailable"
    })
    void everyFailureIsAProblemWithItsType(String method, String path, String expected) throws Exception {
        var answer = system.send(token, path, method, HttpRequest.BodyPublishers.noBody());
        assertThat(problem(answer)).isEqualTo(expected);
        assertThat(answer.body())
                .doesNotContain("Invented")
                .doesNotContain("Exception")
                .doesNotContain("org.");
    }

    @Test
    void anAnswerIsGivenInJsonAlone() throws Exception {
        assertThat(problem(system.get(token, "/api/v1/me", "Accept", "text/html")))
                .isEqualTo("406 not-acceptable");
    }

    @Test
    void aCopyIsComparedWithWhatIsThere() throws Exception {
        String path = RECORDS + "/" + partnership().record(RecordKind.CASE, police);
        String tag = system.get(token, path).headers().firstValue("ETag").orElseThrow();
        assertThat(system.get(token, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(problem(system.get(token, path, "If-Match", "\"another\""))).isEqualTo("412 precondition-failed");
        assertThat(system.get(token, path, "If-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteNeedsAKeyThatIsLongEnough() throws Exception {
        assertThat(problem(system.post(token, RECORDS, A_CASE))).isEqualTo("428 key-missing");
        assertThat(problem(system.post(token, RECORDS, A_CASE, KEY, "short"))).isEqualTo("400 bad-request");
        assertThat(problem(system.post(token, RECORDS, A_CASE, KEY, "x".repeat(81))))
                .isEqualTo("400 bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/json; charset=ISO-8859-1",
                "application/problem+json",
                "nonsense"
            })
    void aBodyThatIsNotJsonIsTurnedAway(String type) throws Exception {
        assertThat(problem(system.post(token, RECORDS, A_CASE, KEY, key(), "Content-Type", type)))
                .isEqualTo("415 unsupported-media-type");
        assertThat(problem(system.post(token, RECORDS, A_CASE, KEY, key(), "Content-Encoding", "gzip")))
                .isEqualTo("415 unsupported-media-type");
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        String large = "{\"kind\":\"CASE\",\"within\":\"" + "x".repeat(10_000_000) + "\"}";
        assertThat(problem(system.post(token, RECORDS, large, KEY, key()))).isEqualTo("413 too-large");
        var chunked = HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[BoundedRequest.MOST + 1]));
        assertThat(problem(system.send(token, RECORDS, "POST", chunked, KEY, key())))
                .isEqualTo("413 too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400 bad-request",
                "{\"kind\":\"CASE\"} {}|422 invalid",
                "{\"kind\":\"CASE\",\"kind\":\"PERSON\"}|400 bad-request",
                "{\"kind\":\"CASE\",\"limit\":NaN}|400 bad-request",
                "{\"words\":NaN}|400 bad-request",
                "{\"kind\":\"CASE\",\"owner\":\"me\"}|422 invalid",
                "{\"kind\":\"'; drop table access.record; --\"}|422 invalid",
                "{\"kind\":1}|422 invalid",
                "{\"kind\":null}|422 invalid",
                "{\"kind\":\"CASE\",\"about\":[null]}|422 invalid",
                "{\"kind\":\"CASE\",\"about\":\"x\"}|422 invalid",
                "{\"kind\":\"CASE\",\"within\":\"x\"}|422 invalid",
                "{}|422 invalid",
                "[]|422 invalid",
                "null|422 invalid",
                "'\"\"'|422 invalid"
            })
    void aBodyThatCannotBeUsedIsRefusedAndNothingIsWritten(String body, String expected) throws Exception {
        assertThat(problem(system.post(token, RECORDS, body, KEY, key()))).isEqualTo(expected);
        assertThat(partnership().count("select count(*) from access.record where owner_id = ?", police))
                .isZero();
    }

    @Test
    void aBodyThatWouldExhaustUsIsRefused() throws Exception {
        for (String body : List.of(
                "[".repeat(20_000),
                "{\"about\":".repeat(5_000),
                "{\"kind\":\"" + "x".repeat(50_000) + "\"}",
                "{\"about\":[" + "\"" + UUID.randomUUID() + "\",".repeat(500) + "]}",
                "{\"kind\":1" + "0".repeat(30_000) + "}")) {
            assertThat(system.post(token, RECORDS, body, KEY, key()).statusCode())
                    .isIn(400, 422);
        }
        var notUtf8 = HttpRequest.BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'});
        assertThat(problem(system.send(token, RECORDS, "POST", notUtf8, KEY, key())))
                .isEqualTo("400 bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"words\":\" \"}", "{\"words\":\"a\",\"limit\":-1}", "{\"words\":7}"})
    void aSearchNeedsWords(String body) throws Exception {
        assertThat(problem(system.post(token, RECORDS + "/search", body))).isEqualTo("422 invalid");
    }

    @Test
    void aSearchForStrangeWordsFindsNothingAndFailsNowhere() throws Exception {
        for (String words : List.of("%", "_", "' or 1=1 --", "\\u0000", "\\ud83d\\ude00", "\\ud83d")) {
            var answer = system.post(token, RECORDS + "/search", "{\"words\":\"x" + words + "\"}");
            assertThat(answer.statusCode()).as(words + answer.body()).isIn(200, 422);
        }
    }

    @Test
    void anotherMethodCannotBeSmuggledIn() throws Exception {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(system.get(token, RECORDS, header, "DELETE").statusCode())
                    .isEqualTo(200);
            assertThat(problem(system.post(token, RECORDS + "?_method=GET", A_CASE, header, "GET")))
                    .isEqualTo("428 key-missing");
        }
    }

    @Test
    void noOtherSitesPageMayReadAnswers() throws Exception {
        var answer = system.get(token, "/api/v1/me", "Origin", "https://elsewhere.example.org");
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        var asked = system.send(
                token,
                RECORDS,
                "OPTIONS",
                HttpRequest.BodyPublishers.noBody(),
                "Origin",
                "https://elsewhere.example.org",
                "Access-Control-Request-Method",
                "POST");
        assertThat(asked.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        var first = system.get(token, "/api/v1");
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"system\";q=600;w=60");
        assertThat(first.headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).startsWith("\"system\";r="));
        var answer = first;
        while (answer.statusCode() == 200) {
            while (tries.take("system " + system.id(), ApiDoors.LIMIT).allowed()) {
                // Each stands for a request that was sent.
            }
            answer = system.get(token, "/api/v1");
        }
        assertThat(problem(answer)).isEqualTo("429 too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        var other = SystemAtWork.of(address(), partnership(), police, Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(other.get(other.token("records:read"), "/api/v1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTrailOfTheAgencyIsForItsDataProtectionSystem() throws Exception {
        UUID own = partnership().record(RecordKind.CASE, police);
        system.get(token, RECORDS + "/" + own);
        var officer =
                SystemAtWork.of(address(), partnership(), police, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        partnership().run("insert into access.system_scope values (?, 'trail:read')", officer.id());
        var page = officer.get(officer.token("trail:read"), "/api/v1/trail?limit=200");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains(own.toString());
        for (JsonNode entry : json(page).get("entries")) {
            assertThat(entry.get("agency").asString()).isEqualTo(police.toString());
        }
        partnership().run("insert into access.system_scope values (?, 'trail:read')", system.id());
        assertThat(problem(system.get(system.token("trail:read"), "/api/v1/trail")))
                .isEqualTo("404 not-found");
    }

    private static List<String> ids(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return json(page)
                .get("records")
                .valueStream()
                .map(record -> record.get("id").asString())
                .toList();
    }

    /// Status and type of a problem, held to be one.
    private static String problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.statusCode() + " " + answer.body())
                .hasValue("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(json(answer).get("title").asString()).isNotBlank();
        String type = json(answer).get("type").asString();
        assertThat(type).startsWith("urn:witan:problem:");
        return answer.statusCode() + " " + type.substring("urn:witan:problem:".length());
    }
}
