package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.Area;
import org.witan.meeting.Subject;
import org.witan.meeting.Timing;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What people do wrong at 5 pm, one by one, through the pages: a clear answer, and nothing lost.
class BadInputTest extends AConference {
    private final HttpClient browser = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Researching researching;

    @Autowired
    private AgreeingActions agreeing;

    private String cookie;
    private UUID draft;

    @BeforeEach
    void aNurseWritesAReferral() {
        cookie = Sessions.cookieOf(nurse, application);
        draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", family, "born", Days.typed(born));
        keep(draft, "perpetrator.1", "given", "Wolf", "family", "wolf" + family);
        keep(draft, "other.1", "none", "YES");
        keep(draft, "happened", "words", "Invented: he came back.");
        keep(draft, "judgement", "grounds", "ESCALATION");
        keep(draft, "aware", "consent", "YES");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new Sender(address(), cookie).get(path);
    }

    private HttpResponse<String> post(String path, String... fields) throws Exception {
        return new Sender(address(), cookie).post(path, fields);
    }

    private void as(Viewer viewer) {
        cookie = Sessions.cookieOf(viewer, application);
    }

    private UUID sent() {
        return Objects.requireNonNull(drafting.open(nurse, draft).referral());
    }

    private String page(String name) {
        return "/refer/" + draft + "/" + name;
    }

    private Answers kept() {
        return drafting.open(nurse, draft).answers();
    }

    /// Types on a page that is as it was when it was opened.
    private HttpResponse<String> typed(String name, String... fields) throws Exception {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("seen", kept().mark(name)));
        return post(page(name), all.toArray(String[]::new));
    }

    private String check() throws Exception {
        return get(page("check")).body();
    }

    @Test
    void aDateOfBirthInTheFutureOrImpossiblyLongAgoIsToldAndNothingTypedIsLost() throws Exception {
        for (String day : List.of(Days.typed(today.plusDays(1)), "1/1/1850")) {
            assertThat(typed("victim", "given", "Katherine", "family", family, "born", day)
                            .statusCode())
                    .isEqualTo(302);
            assertThat(check()).contains("date of birth cannot be right");
            assertThat(post(page("send")).statusCode()).isEqualTo(422);
            assertThat(kept().text("victim.born")).isEqualTo(day);
        }
        typed("victim", "given", "Katherine", "family", family, "born", "31/2/1990");
        assertThat(post(page("send")).statusCode())
                .as("a day that is none stays words")
                .isEqualTo(302);
    }

    @Test
    void aVictimWhoIsAlsoNamedAsPerpetratorIsAskedAboutAndCanBeSent() throws Exception {
        typed("perpetrator.1", "given", "Katherine", "family", family);
        assertThat(check()).contains("the same name as the person who is harmed");
        assertThat(post(page("send")).statusCode()).isEqualTo(302);
    }

    @Test
    void theSamePersonTwiceIsAskedAboutAndBothAreKept() throws Exception {
        typed("perpetrator.2", "given", "WOLF", "family", "wolf " + family);
        typed("perpetrator.3", "given", "Wolf", "family", "wolf" + family);
        assertThat(check()).contains("somebody of this name stands on another page too");
        assertThat(post(page("send")).statusCode()).isEqualTo(302);
        UUID referral = sent();
        assertThat(reading.read(coordinator, referral).persons()).hasSize(4);
    }

    @Test
    void aPerpetratorWhoWorksForAnAgencyIsToldToTheCoordinator() throws Exception {
        typed("perpetrator.1", "given", "Wolf", "family", family, "works", "YES", "works-where", "Invented Police");
        assertThat(check()).contains("The coordinator will decide who may see this referral");
        post(page("send"));
        as(coordinator);
        assertThat(get("/triage/" + sent()).body())
                .contains("Works for an agency")
                .contains("Invented Police");
        as(police);
        assertThat(get("/referrals/" + sent()).body()).doesNotContain("Invented Police");
    }

    @Test
    void anAddressInTheWrongBoxIsAskedAboutAndKeptWhereItWasTyped() throws Exception {
        typed("happened", "words", "Invented: he waits at 7 Invented Row, ZZ12 3ZZ.");
        assertThat(check()).contains("a postcode stands among the words");
        assertThat(kept().text("happened.words")).contains("ZZ12 3ZZ");
        typed("address", "postcode", "7 Invented Row, Inventown, near the church, ZZ12 3ZZ");
        assertThat(typed("address", "postcode", "7 Invented Row, Inventown ZZ12 3ZZ")
                        .statusCode())
                .as("too long for a postcode")
                .isEqualTo(422);
    }

    @Test
    void aFileThatIsNotWhatItSaysIsToldInWordsAndKeepsNothing() throws Exception {
        as(coordinator);
        for (byte[] file : List.of(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1},
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                new byte[0])) {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address() + "/old-lists/file"))
                            .header("Cookie", cookie)
                            .header("Content-Type", "application/octet-stream")
                            .POST(BodyPublishers.ofByteArray(file))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).containsAnyOf("no spreadsheet", "older format", "empty");
        }
        assertThat(partnership()
                        .count("select count(*) from marac.old_list where brought_by = ?", coordinator.account()))
                .isZero();
        var sealed = post("/transfers/receive", "sealed", "%PDF-1.7 invented", "phrase", "invented phrase");
        assertThat(sealed.statusCode()).isEqualTo(422);
    }

    @Test
    void twoHundredThousandCharactersAreToldAndGivenBackAndWhatWasKeptBeforeStays() throws Exception {
        String much = "x".repeat(200_000);
        var answer = typed("happened", "words", much);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(much).contains("10,000");
        assertThat(kept().text("happened.words")).isEqualTo("Invented: he came back.");
        assertThat(post(page("happened/keep"), "words", much, "seen", kept().mark("happened"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void emojiAndNamesFromRightToLeftAreKeptToTheLetterAndShown() throws Exception {
        String given = "ليلى 🌻";
        typed("victim", "given", given, "family", "בדויה" + family);
        assertThat(post(page("send")).statusCode()).isEqualTo(302);
        UUID referral = sent();
        as(coordinator);
        assertThat(get("/triage/" + referral).body()).contains(given).contains("בדויה");
        assertThat(reading.read(coordinator, referral)
                        .persons()
                        .getFirst()
                        .record()
                        .name()
                        .given())
                .isEqualTo(given);
    }

    @Test
    void aReferralSentTwiceIsReferredOnce() throws Exception {
        var first = post(page("send"));
        var second = post(page("send"));
        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(partnership().count("select count(*) from marac.referral where referred_by = ?", nurse.account()))
                .isEqualTo(1);
    }

    @Test
    void aStaleTabIsToldWhatStandsAndKeepsWhatWasTypedOnTheScreen() throws Exception {
        String seen = kept().mark("happened");
        assertThat(post(page("happened"), "words", "Invented: of the first tab", "seen", seen)
                        .statusCode())
                .isEqualTo(302);
        var stale = post(page("happened"), "words", "Invented: of the second tab", "seen", seen);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Invented: of the second tab");
        assertThat(kept().text("happened.words")).isEqualTo("Invented: of the first tab");
    }

    @Test
    void aMeetingMovedWhileResearchIsOpenKeepsEveryAnswerAndStaysOnTheList() throws Exception {
        UUID referral = referred("Fox", 3);
        UUID meeting = listed(referral, -14);
        as(police);
        String path = "/research/" + meeting + "/" + referral;
        var before = partnership().asked("select max(version) from meeting.timing where meeting_id = ?", meeting);
        scheduling.move(
                coordinator,
                meeting,
                Integer.parseInt(before.getFirst()),
                new Timing(today.plusDays(21).atTime(10, 0).atZone(HERE).toInstant(), 180, "Invented Hall", ""),
                "Invented: the hall is closed");
        var answer = post(
                path,
                "id",
                UUID.randomUUID().toString(),
                "about",
                "VICTIM",
                "kind",
                "FACT",
                "words",
                "Invented: three calls",
                "share",
                "YES");
        assertThat(answer.statusCode()).isEqualTo(302);
        Research kept = researching.read(police, meeting, referral).orElseThrow();
        assertThat(kept.items()).extracting(Research.Item::about).containsExactly(Standing.VICTIM);
        assertThat(get("/research").body())
                .contains(reading.read(police, referral).reference());
    }

    @Test
    void anAgencyThatLeavesWithOpenActionsIsWarnedAboutAndTheActionsStay() throws Exception {
        UUID referral = referred("Fox", 20);
        UUID meeting = listed(referral, 10);
        UUID item = item(meeting, referral);
        conferring.heard(coordinator, meeting, item);
        UUID action = UUID.randomUUID();
        agreeing.agree(
                coordinator,
                new AgreeingActions.Agreed(
                        action,
                        board,
                        referral,
                        item,
                        new Action.Term(housing.agency(), null, today.plusDays(7)),
                        new Action.Content("Invented: fit new locks.", Area.HOME_SAFETY, Subject.VICTIM),
                        true));
        String member = partnership()
                .asked(
                        "select id from meeting.board_agency where board_id = ? and agency_id = ?",
                        board,
                        housing.agency())
                .getFirst();
        as(coordinator);
        String path = "/meetings/boards/" + board + "/agencies/" + member + "/end";
        assertThat(get(path).body()).contains("It has 1 open action. It is kept");
        assertThat(post(path).statusCode()).isEqualTo(302);
        assertThat(post(path).statusCode()).as("sent twice").isEqualTo(409);
        assertThat(get("/actions/" + action).body()).contains("Invented: fit new locks.");
        assertThat(get("/meetings/boards/" + board).statusCode()).isEqualTo(200);
    }
}
