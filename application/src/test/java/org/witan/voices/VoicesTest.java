package org.witan.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.witan.RunningApplication;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.Sender;
import org.witan.site.Sessions;
import org.witan.voices.Deciding.Reason;
import org.witan.voices.Deciding.Where;
import org.witan.voices.Told.PlaceKind;

/// What people tell, over HTTP: kept without a trace of them, read by the analyst, heard by the group when enough have
/// told.
class VoicesTest extends RunningApplication {
    private static final String GOOD = "kind=TRANSPORT&days=WEEKDAYS&band=EVENING&topics=DARK&age=UNDER_16";
    private final HttpClient http = HttpClient.newHttpClient();
    private final String mark = "Inv" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Seal seal;

    @Autowired
    private Telling telling;

    @Autowired
    private KeepingPlaces places;

    @Autowired
    private Deciding deciding;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private JdbcClient database;

    private Viewer analyst;
    private Viewer member;

    @BeforeEach
    void theGroupAndItsAnalyst() {
        UUID team = partnership().agency("PARTNERSHIP");
        analyst = partnership().viewer(team, Role.ANALYST, Purpose.STATISTICS);
        member = partnership().viewer(team, Role.TASKING_MEMBER, Purpose.TASKING);
    }

    // ------------------------------------------------------------------------------------------------- telling

    @Test
    void whoTellsGetsNoCookieAndLeavesNoRowInTheTrailAndNoMoment() throws Exception {
        var page = get("/voices", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(how -> assertThat(how).contains("no-store"));
        assertThat(page.body()).contains("We keep no trace of you", "Exit this page", "999");
        var told = tell(GOOD + "&where=" + mark);
        assertThat(told.statusCode()).isEqualTo(302);
        assertThat(told.headers().firstValue("Location")).hasValue("/voices/thanks");
        assertThat(told.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(partnership()
                        .count("select count(*) from access.trail_entry where path ~ '^(GET|POST) /voices(/thanks)?$'"))
                .isZero();
        var row = partnership().asked("""
                select r::text || w::text from voices.report r join voices.words w on w.report_id = r.id
                where w.place_words = ?
                """, mark);
        assertThat(row).hasSize(1);
        assertThat(row.getFirst()).doesNotContain("127.0.0.1").doesNotContainPattern("\\d\\d:\\d\\d");
        assertThat(partnership().asked("select report_id::text from voices.words where place_words = ?", mark))
                .allSatisfy(id ->
                        assertThat(UUID.fromString(id).version()).as("random").isEqualTo(4));
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsKept() throws Exception {
        var answer = tell("words=" + mark);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error: ", "Choose what kind of place it is", "Choose a place of the list", mark)
                .contains("Tick at least one thing");
    }

    @Test
    void twoHundredThousandCharactersAreRefusedAndKeptOnThePage() throws Exception {
        var answer = tell(GOOD + "&where=" + mark + "&words=" + "x".repeat(200_000));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Write at most 500 characters; these are 200,000", "x".repeat(200_000));
        assertThat(number(mark)).isZero();
    }

    @Test
    void emojiAndRightToLeftAreKeptAndMarksThatTurnTheLineAreNot() throws Exception {
        assertThat(tell(GOOD + "&where=" + mark + "&words=" + Sender.encoded("\u202Eخطر هنا 👧🏽 שלום"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(partnership().asked("select words from voices.words where place_words = ?", mark))
                .containsExactly("خطر هنا 👧🏽 שלום");
        assertThat(tell(GOOD + "&where=" + mark + "&words=" + Sender.encoded("👧".repeat(500)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(tell(GOOD + "&where=" + mark + "&words=" + Sender.encoded("👧".repeat(501)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDoubleSubmitIsKeptOnceAndThankedTwice() throws Exception {
        String sealed = good();
        for (int i = 0; i < 2; i++) {
            assertThat(post("/voices", GOOD + "&where=" + mark + "&seal=" + sealed, "")
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/voices/thanks");
        }
        assertThat(number(mark)).isOne();
    }

    @Test
    void scriptTextIsShownAsTextAndNeverRun() throws Exception {
        String script = "<script>alert('" + mark + "')</script>";
        assertThat(tell(GOOD + "&where=" + Sender.encoded(script) + "&words=" + Sender.encoded(script))
                        .statusCode())
                .isEqualTo(302);
        var waiting = waiting(script);
        var page = get("/voices/reports/" + waiting, Sessions.cookieOf(analyst, application));
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain(script);
        assertThat(tell("where=" + Sender.encoded(script)).body()).doesNotContain(script);
    }

    @Test
    void aFloodIsStoppedForEverybodyTogetherAndNothingTypedIsLost() {
        Instant now = Instant.parse("2026-11-26T12:00:00Z");
        var still = new Seal(() -> now);
        var flooded = new Telling(still, new Crowd(() -> now), database);
        var outcomes = IntStream.range(0, 3 * Crowd.A_MINUTE)
                .mapToObj(_ -> flooded.tell(still.make(), told(mark)))
                .toList();
        assertThat(outcomes).filteredOn(one -> one == Telling.Outcome.KEPT).hasSize(Crowd.A_MINUTE);
        assertThat(number(mark)).isEqualTo(Crowd.A_MINUTE);
        partnership()
                .run(
                        "delete from voices.report where id in (select report_id from voices.words where place_words = ?)",
                        mark);
        String sealed = still.make();
        assertThat(flooded.tell(sealed, told(mark))).isEqualTo(Telling.Outcome.TOO_MANY);
        assertThat(still.use(sealed)).as("the same form can be sent again").isTrue();
    }

    /// The application's own page, with a clock that stands still between the flood and the minute after it.
    @Test
    void aFloodThroughThePageAnswersInWordsAndTheReportOfAGirlIsNotLost() throws Exception {
        var moment = new AtomicReference<>(Instant.now());
        Object own = ReflectionTestUtils.getField(telling, "crowd");
        ReflectionTestUtils.setField(telling, "crowd", new Crowd(moment::get));
        try {
            for (int report = 0; report < Crowd.A_MINUTE; report++) {
                assertThat(tell(GOOD + "&where=flood+" + mark).statusCode()).isEqualTo(302);
            }
            String hers = GOOD + "&where=" + mark + "&words=the+lamp+is+out&seal=" + good();
            var told = post("/voices", hers, "");
            assertThat(told.statusCode()).isEqualTo(429);
            assertThat(told.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(told.body())
                    .contains("Nothing was lost", "value=\"" + mark + "\"", "the lamp is out")
                    .contains(hers.substring(hers.indexOf("seal=") + 5).split("&", -1)[0]);
            assertThat(number(mark)).as("it waits on her page and nowhere else").isZero();
            moment.set(moment.get().plusSeconds(60));
            assertThat(post("/voices", hers, "").statusCode()).isEqualTo(302);
            assertThat(number(mark)).isOne();
        } finally {
            ReflectionTestUtils.setField(telling, "crowd", own);
            partnership()
                    .run(
                            "delete from voices.report where id in (select report_id from voices.words where place_words = ?)",
                            "flood " + mark);
        }
    }

    @Test
    void aProgramThatFillsInEveryFieldAndOneThatIsTooQuickAreSentBack() throws Exception {
        assertThat(tell(GOOD + "&where=" + mark + "&website=x").body()).contains("Empty the last field");
        var quick = post("/voices", GOOD + "&where=" + mark + "&seal=" + seal.make(), "");
        assertThat(quick.statusCode()).isEqualTo(422);
        assertThat(quick.body()).contains("Nothing was lost", mark);
        var forged = post("/voices", GOOD + "&where=" + mark + "&seal=1.2.3", "");
        assertThat(forged.statusCode()).isEqualTo(422);
        assertThat(forged.body()).contains("Nothing was lost", mark);
        assertThat(number(mark)).isZero();
    }

    @Test
    void aFormOfAnotherSiteTellsNothing() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + "/voices"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://example.org")
                .POST(BodyPublishers.ofString(GOOD + "&where=" + mark + "&seal=" + good()));
        assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(number(mark)).isZero();
    }

    // ------------------------------------------------------------------------------------------------ deciding

    @Test
    void whatLooksLikeANameWaitsUntilTheAnalystHasLooked() throws Exception {
        tell(GOOD + "&where=" + mark + "&words=" + Sender.encoded("it is always Invented Person, 07700 900123"));
        UUID report = waiting(mark);
        String cookie = Sessions.cookieOf(analyst, application);
        assertThat(get("/voices/reports/" + report, cookie).body())
                .contains("Look twice: it may hold a name", "a telephone number");
        String decision = "what=ACCEPT&name=" + mark + "&area=" + mark + "&words=";
        var refused = post("/voices/reports/" + report, decision + Sender.encoded("it is Invented Person"), cookie);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Take it out, or say that you have looked");
        assertThat(post("/voices/reports/" + report, decision + Sender.encoded("it is always the same man"), cookie)
                        .statusCode())
                .isEqualTo(302);
        assertThat(partnership()
                        .asked(
                                "select words || ' ' || redacted from voices.kept_words k join voices.decision d using (report_id) where report_id = ?",
                                report))
                .containsExactly("it is always the same man true");
        assertThat(partnership().count("select count(*) from voices.words where report_id = ?", report))
                .as("the words as they came")
                .isZero();
    }

    @Test
    void aReportIsDecidedOnceAndEveryDecisionIsInTheTrail() throws Exception {
        tell(GOOD + "&where=" + mark);
        UUID report = waiting(mark);
        UUID place = places.add(analyst, PlaceKind.TRANSPORT, mark, mark, "");
        deciding.accept(analyst, report, new Where.Listed(place), "");
        assertThatThrownBy(() -> deciding.reject(analyst, report, Reason.ABUSE)).isInstanceOf(RuntimeException.class);
        assertThat(partnership().deedsOf(analyst.account())).contains("CHANGE voice DONE");
        assertThat(get("/voices/reports/" + report, Sessions.cookieOf(analyst, application))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyTheAnalystReadsTheWordsAsTheyCame() throws Exception {
        tell(GOOD + "&where=" + mark);
        UUID report = waiting(mark);
        for (Role role : List.of(Role.TASKING_MEMBER, Role.COORDINATOR, Role.ADMINISTRATOR)) {
            var viewer = partnership().viewer(partnership().agency("POLICE"), role, purpose(role));
            assertThat(get("/voices/reports/" + report, Sessions.cookieOf(viewer, application))
                            .statusCode())
                    .as(role.name())
                    .isEqualTo(404);
            assertThat(rows(viewer, "voices.words")).as(role.name()).isZero();
            assertThat(
                            rows(
                                    viewer,
                                    "voices.report where place_id is null and told_on = access.today() and not exists (select from voices.decision d where d.report_id = report.id)"))
                    .as(role.name())
                    .isZero();
        }
        assertThat(rows(analyst, "voices.words where report_id = '" + report + "'"))
                .isOne();
        assertThat(database.sql("select count(*) from voices.report")
                        .query(Long.class)
                        .single())
                .as("outside a witnessed piece of work")
                .isZero();
    }

    // ------------------------------------------------------------------------------------------------- hearing

    @Test
    void fourReportsOfAPlaceAreNotHeardAndTheFifthIs() throws Exception {
        // What other tests told would be counted into the same district.
        partnership().run("delete from voices.report");
        UUID place = places.add(analyst, PlaceKind.TRANSPORT, mark, mark + " village", "E07000196");
        UUID other = places.add(analyst, PlaceKind.PARK, mark + " park", mark + " village", "");
        for (int i = 0; i < 4; i++) {
            accept(place, "the lamp is broken");
        }
        String cookie = Sessions.cookieOf(member, application);
        assertThat(get("/voices/heard", cookie).body()).doesNotContain(mark);
        assertThat(rows(member, "voices.kept_words where place_id = '" + place + "'"))
                .isZero();
        accept(other, "");
        String together = get("/voices/heard", cookie).body();
        assertThat(together)
                .contains(mark + " village: 5", "No place here is named in enough reports: 5 reports together")
                .doesNotContain(">" + mark + "<")
                .doesNotContain("the lamp is broken");
        accept(place, "the lamp is broken");
        // The one report of the park would be 6 less 5: the place stays hidden with it.
        assertThat(get("/voices/heard", cookie).body()).doesNotContain(">" + mark + "<");
        for (int i = 0; i < 4; i++) {
            accept(other, "");
        }
        String heard = get("/voices/heard", cookie).body();
        assertThat(heard)
                .contains(">" + mark + "<", "Named in 5 reports", "the lamp is broken", "Recorded crime there");
        assertThat(get("/voices/heard.csv", cookie).body())
                .contains("RESTRICTED", mark, "at least 5 reports", "not recorded crime")
                .contains("Bus stop, bus, station or train", "kind of place", "what it is about")
                .contains("age, of all reports that say one", "\"Under 16\",10")
                .doesNotContain("the lamp is broken");
        assertThat(partnership().deedsOf(member.account())).contains("READ voice DONE", "EXPORT voice DONE");
    }

    @Test
    void aPlaceIsAddedOnceAndTakenOffWithoutLosingWhatWasTold() throws Exception {
        String cookie = Sessions.cookieOf(analyst, application);
        String form = "kind=SCHOOL&name=" + mark + "&area=Codsall&crime=";
        assertThat(post("/voices/places", form + "nonsense", cookie).body()).contains("Write a code such as");
        assertThat(post("/voices/places", form, cookie).statusCode()).isEqualTo(302);
        assertThat(post("/voices/places", form, cookie).statusCode()).isEqualTo(302);
        UUID place = places.all().stream()
                .filter(one -> one.name().equals(mark))
                .map(Place::id)
                .reduce((one, another) -> {
                    throw new AssertionError("twice");
                })
                .orElseThrow();
        assertThat(get("/voices", "").body()).contains(mark);
        assertThat(get("/voices/places.csv", cookie).body()).contains("OFFICIAL", mark + "\",\"Codsall\",\"School");
        assertThat(get("/voices/places.csv", Sessions.cookieOf(member, application))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/voices/places/" + place + "/close", "", cookie).statusCode())
                .isEqualTo(302);
        assertThat(get("/voices", "").body()).doesNotContain(mark);
        assertThat(post("/voices/places/" + place + "/close", "", cookie).statusCode())
                .isEqualTo(404);
    }

    // ------------------------------------------------------------------------------------------------- surveys

    @Test
    void surveysAreBroughtComparedByYearAndCorrected() throws Exception {
        String cookie = Sessions.cookieOf(analyst, application);
        String rows = "year,area,question,n,percent\n2024,%1$s,day,800,80\n2025,%1$s,day,800,79\n".formatted(mark);
        assertThat(bring(cookie, rows + "2026," + mark + ",day,800,101\n").body())
                .contains("Line 4: percent must lie between 0 and 100", "2026," + mark);
        assertThat(partnership().count("select count(*) from voices.survey where area = ?", mark))
                .isZero();
        bring(cookie, rows);
        bring(cookie, rows);
        assertThat(partnership().count("select count(*) from voices.survey where area = ?", mark))
                .isEqualTo(2);
        String reader = Sessions.cookieOf(member, application);
        assertThat(get("/voices/surveys", reader).body()).contains(mark, "Too close to call.");
        bring(cookie, "year,area,question,n,percent\n2025,%s,day,800,70\n".formatted(mark));
        assertThat(get("/voices/surveys", reader).body())
                .contains("<svg", "Feels safe by day: " + mark, "66.7", "73.1")
                .contains("Fewer feel safe.", "\u221210.0 points against 2024");
        assertThat(get("/voices/surveys.csv", reader).body())
                .contains("RESTRICTED", mark, "simple random sample", "percent low");
        assertThat(post("/voices/surveys/new", "file=x", reader).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> bring(String cookie, String rows) throws Exception {
        return post("/voices/surveys/new", "source=Invented+survey&file=" + Sender.encoded(rows), cookie);
    }

    private void accept(UUID place, String words) throws Exception {
        tell(GOOD + "&place=" + place);
        UUID report = UUID.fromString(partnership().asked("""
                        select r.id::text from voices.report r where place_id = ?
                        and not exists (select from voices.decision d where d.report_id = r.id)
                        """, place).getFirst());
        deciding.accept(analyst, report, new Where.Listed(place), words);
    }

    private UUID waiting(String placeWords) {
        return UUID.fromString(partnership()
                .asked("select report_id::text from voices.words where place_words = ?", placeWords)
                .getFirst());
    }

    private long number(String placeWords) {
        return partnership().count("select count(*) from voices.words where place_words = ?", placeWords);
    }

    private long rows(Viewer viewer, String table) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.COUNT, "voice"),
                _ -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    private static Purpose purpose(Role role) {
        return switch (role) {
            case TASKING_MEMBER -> Purpose.TASKING;
            case COORDINATOR -> Purpose.MARAC;
            default -> Purpose.ADMINISTRATION;
        };
    }

    private static Told told(String where) {
        return new Told(
                PlaceKind.STREET,
                null,
                Told.OnDays.ANY,
                Told.Band.ANY,
                Set.of(Told.Topic.OTHER),
                null,
                null,
                where,
                "");
    }

    /// A seal of a form that was opened a minute ago.
    private String good() {
        return seal.make(Instant.now().minusSeconds(60));
    }

    private HttpResponse<String> tell(String fields) throws Exception {
        return post("/voices", fields + "&seal=" + good(), "");
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return new Sender(address(), cookie).get(path);
    }

    private HttpResponse<String> post(String path, String form, String cookie) throws Exception {
        return new Sender(address(), cookie).send(path, form);
    }
}
