package org.witan.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.RecordingAttendance;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;
import org.witan.site.draft.WritingDrafts;

/// What people do wrong at the hub, one by one, through the pages: a clear answer, and nothing lost.
class BadInputTest extends AHub {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RecordingAttendance attendance;

    @Autowired
    private DraftingReferrals drafting;

    private String cookie;
    private Map<String, String> typed;

    @BeforeEach
    void aLandlordRefersATenant() {
        as(worker);
        typed = new LinkedHashMap<>();
        typed.put("id", newId().toString());
        typed.put("step", "send");
        typed.put("given", "Ottilie");
        typed.put("family", "Inventley");
        typed.put("born", "3/4/1961");
        typed.put("needs", "HOUSING");
        typed.put("concerns", "Invented: lives among rubbish");
        typed.put("tried", "Invented: we rang");
        typed.put("consent", "YES");
    }

    private void as(Viewer viewer) {
        cookie = Sessions.cookieOf(viewer, application);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new Sender(address(), cookie).get(path);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return new Sender(address(), cookie).post(path, fields);
    }

    private long referrals() {
        return partnership().count("select count(*) from hub.referral where referred_by = ?", worker.account());
    }

    @Test
    void aHubCaseForAChildIsRefusedInWordsThatNameTheRouteForChildren() throws Exception {
        typed.put("born", Days.typed(today.minusYears(18).plusDays(1)));
        var answer = post("/hub/refer", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("under 18", "children&#39;s social care", "children&#39;s safeguarding route")
                .contains("Invented: lives among rubbish");
        assertThat(referrals()).isZero();
        typed.put("born", Days.typed(today.minusYears(18)));
        assertThat(post("/hub/refer", typed).statusCode()).isEqualTo(302);
        assertThat(referrals()).isEqualTo(1);
    }

    @Test
    void aTaskForAnAgencyNotAtTheMeetingIsRefusedOrWarnedInWordsAndNothingTypedIsLost() throws Exception {
        UUID id = added("Perdita", "HOUSING");
        as(keeper);
        var task = new LinkedHashMap<>(Map.of(
                "id",
                newId().toString(),
                "version",
                "1",
                "words",
                "Invented: fit a lock",
                "agency",
                partnership().agency("HOSPITAL").toString(),
                "due",
                Days.typed(today.plusDays(7)),
                "area",
                "HOUSING"));
        var refused = post("/hub/cases/" + id + "/actions", task);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("takes no part in the meeting of the hub", "Invented: fit a lock");
        attendance.record(
                keeper,
                newId(),
                meeting,
                new Attendance.Given(force, police.account(), "", Capacity.REPRESENTATIVE, Came.PRESENT, null, null),
                null);
        task.put("agency", charity.toString());
        var warned = post("/hub/cases/" + id + "/actions", task);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("Tell the agency first", "I have told the agency", "Invented: fit a lock");
        assertThat(reading.open(keeper, id).actions()).isEmpty();
        task.put("told", "YES");
        assertThat(post("/hub/cases/" + id + "/actions", task).statusCode()).isEqualTo(302);
        assertThat(post("/hub/cases/" + id + "/actions", task).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(reading.open(keeper, id).actions()).hasSize(1);
    }

    private String draft() throws Exception {
        return post("/hub/refer/new", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*(/hub/refer/[0-9a-f-]{36})/who", "$1");
    }

    private HttpResponse<String> page(String draft, String page, String... fields) throws Exception {
        var all = new LinkedHashMap<String, String>();
        all.put("seen", seen(draft, page));
        for (int at = 0; at < fields.length; at += 2) {
            all.put(fields[at], fields[at + 1]);
        }
        return post(draft + "/" + page, all);
    }

    private String seen(String draft, String page) throws Exception {
        return get(draft + "/" + page).body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void aReferralIsWrittenPageByPageGoneOnWithElsewhereAndSentOnce() throws Exception {
        String draft = draft();
        assertThat(page(draft, "who", "given", "Ottilie", "family", "Inventley", "born", "3/4/1961")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/reached");
        as(partnership().viewer(landlord, worker.role(), worker.purpose()));
        assertThat(get(draft + "/who").statusCode()).as("a colleague").isEqualTo(404);
        assertThat(get("/hub/refer").body()).doesNotContain("Inventley");
        as(worker);
        assertThat(get("/hub/refer").body()).contains("Ottilie Inventley");
        assertThat(post(draft + "/send", Map.of()).body())
                .contains("Choose at least one need.", "Say what worries you.", "Say whether the person agrees.");
        page(draft, "needs", "needs", "HOUSING");
        page(draft, "concerns", "concerns", "Invented: lives among rubbish");
        page(draft, "tried", "tried", "Invented: we rang");
        page(draft, "sharing", "consent", "YES");
        assertThat(get(draft + "/check").body()).contains("Send the referral", "Invented: we rang");
        for (int times = 0; times < 2; times++) {
            assertThat(post(draft + "/send", Map.of())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .contains("/hub/referred/");
        }
        assertThat(referrals()).isEqualTo(1);
        assertThat(partnership()
                        .count(
                                "select count(*) from hub.draft where account_id = ? and answers = '{}'",
                                worker.account()))
                .isEqualTo(1);
        assertThat(get("/hub/refer").body()).doesNotContain("Inventley");
    }

    @Test
    void aHubCaseForAChildIsRefusedOnItsPageAndKept() throws Exception {
        String draft = draft();
        String born = Days.typed(today.minusYears(18).plusDays(1));
        var answer = page(draft, "who", "given", "Small", "family", "Inventley", "born", born);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("under 18", "children&#39;s safeguarding route", "Small");
        assertThat(get(draft + "/check").body()).contains("under 18").doesNotContain("Send the referral");
        assertThat(post(draft + "/send", Map.of()).statusCode()).isEqualTo(422);
        assertThat(referrals()).isZero();
    }

    @Test
    void whatIsTypedWhileAReferralIsSentWaitsForItAndIsToldSo() throws Exception {
        UUID draft = drafting.begin(worker);
        keep(draft, "Invented: typed before");
        var late = new CompletableFuture<WritingDrafts.Kept>();
        boolean done = drafting.send(worker, draft, (pages, needs) -> {
            assertThat(needs).isNotEmpty();
            assertThat(pages.typed().get("tried.tried")).containsExactly("Invented: typed before");
            late.completeAsync(() -> keep(draft, "Invented: typed meanwhile"));
            assertThatThrownBy(() -> late.get(500, TimeUnit.MILLISECONDS))
                    .as("it waits until the draft is sent")
                    .isInstanceOf(TimeoutException.class);
            return Optional.of(resident("Ottilie", "HOUSING"));
        });
        assertThat(done).isTrue();
        assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo(new WritingDrafts.Sent(draft));
        assertThat(referrals()).isEqualTo(1);
    }

    @Test
    void ofAReferralThatCannotBeSentNothingIsEmptied() {
        UUID draft = drafting.begin(worker);
        keep(draft, "Invented: typed before");
        assertThat(drafting.send(worker, draft, (_, _) -> Optional.empty())).isFalse();
        var child = new ResidentReferral(
                "Small",
                "Inventley",
                today.minusYears(10),
                "",
                "",
                "",
                List.of(),
                List.of("HOUSING"),
                "Invented",
                "Invented",
                true,
                "",
                "");
        assertThatThrownBy(() -> drafting.send(worker, draft, (_, _) -> Optional.of(child)))
                .isInstanceOf(Refused.class);
        assertThat(drafting.open(worker, draft).pages().typed().toString()).contains("Invented: typed before");
        assertThat(referrals()).isZero();
    }

    private WritingDrafts.Kept keep(UUID draft, String tried) {
        String seen = drafting.open(worker, draft).pages().mark("tried");
        return drafting.keep(worker, draft, "tried", Map.of("tried", List.of(tried)), seen);
    }

    @Test
    void twoTabsOnOnePageLoseNothing() throws Exception {
        String draft = draft();
        String seen = seen(draft, "tried");
        page(draft, "tried", "tried", "Invented: from one tab");
        var late = post(draft + "/tried", Map.of("seen", seen, "tried", "Invented: from the other"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("changed in another tab", "Invented: from the other");
        assertThat(get(draft + "/check").body()).contains("Invented: from one tab");
        assertThat(post(draft + "/discard", Map.of()).statusCode()).isEqualTo(302);
        assertThat(get(draft + "/tried").statusCode()).isEqualTo(404);
    }

    @Test
    void aReferralThatIsSentTwiceIsReferredOnce() throws Exception {
        var first = post("/hub/refer", typed);
        var second = post("/hub/refer", typed);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(referrals()).isEqualTo(1);
        typed.put("concerns", "Invented: something else");
        var changed = post("/hub/refer", typed);
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body())
                .contains("Something else was sent from this form before", "Invented: something else");
    }

    @Test
    void ofAStaleTabNothingIsDoneAndWhatWasTypedIsKept() throws Exception {
        UUID id = referred("Hermia", "HOUSING");
        deciding.add(keeper, newId(), id, 0, adding(meeting, false));
        as(keeper);
        var form = Map.of(
                "id", newId().toString(), "version", "0", "reason", "ONE_AGENCY", "why", "Invented: the landlord can");
        var answer = post("/hub/cases/" + id + "/not-add", form);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("It was added to an agenda by", "Invented: the landlord can");
        assertThat(reading.open(keeper, id).line().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void anotherAgencysIdIsAnsweredAsOneThatNeverWas() throws Exception {
        UUID id = referred("Viola", "HOUSING");
        as(police);
        var hidden = get("/hub/cases/" + id);
        var never = get("/hub/cases/" + newId());
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(never.body());
        typed.put("id", id.toString());
        assertThat(post("/hub/refer", typed).statusCode()).isEqualTo(404);
        add(id, meeting);
        UUID theirs = request(housing, id).id();
        var answer = post(
                "/hub/cases/" + id + "/requests/" + theirs,
                Map.of("id", newId().toString(), "known", "OPEN", "words", "Invented"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(request(housing, id).known()).isNull();
    }

    @Test
    void aDateOfBirthInTheFutureOrNoneIsToldAndNothingTypedIsLost() throws Exception {
        for (String day : new String[] {Days.typed(today.plusDays(1)), "31/2/1980", "", "1/1/1850"}) {
            typed.put("born", day);
            var answer = post("/hub/refer", typed);
            assertThat(answer.statusCode()).as(day).isEqualTo(422);
            assertThat(answer.body()).contains("Invented: lives among rubbish").contains("href=\"#born\"");
        }
        assertThat(referrals()).isZero();
    }

    @Test
    void twoHundredThousandCharactersPastedAreToldHowManyThereMayBeAndKept() throws Exception {
        String much = "x".repeat(200_000);
        typed.put("concerns", much);
        var answer = post("/hub/refer", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Use at most 10,000 characters", much);
        UUID id = added("Celia", "HOUSING");
        as(police);
        var said = post(
                "/hub/cases/" + id + "/requests/" + request(police, id).id(),
                Map.of("id", newId().toString(), "known", "OPEN", "words", much));
        assertThat(said.statusCode()).isEqualTo(422);
        assertThat(said.body()).contains("Use at most 5,000 characters", much);
    }

    @Test
    void anIdOrAVersionThatIsNoneDoesNothing() throws Exception {
        UUID id = referred("Rosalind", "HOUSING");
        as(keeper);
        var form = new LinkedHashMap<>(Map.of(
                "id", "' or 1=1 --", "version", "-1", "reason", "ONE_AGENCY", "why", "Invented: the landlord can"));
        assertThat(post("/hub/cases/" + id + "/not-add", form).statusCode()).isEqualTo(409);
        form.put("reason", "' or 1=1 --");
        assertThat(post("/hub/cases/" + id + "/not-add", form).statusCode()).isEqualTo(422);
        assertThat(reading.open(keeper, id).line().state()).isEqualTo(CaseState.WAITS);
    }
}
