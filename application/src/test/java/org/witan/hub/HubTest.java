package org.witan.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.ActionState;
import org.witan.meeting.Area;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.ReportingActions;
import org.witan.meeting.Subject;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// A resident on the way from referral to independence, and who reads what of it.
class HubTest extends AHub {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private CountingTheYear counting;

    @Autowired
    private AddingNeeds needs;

    @Autowired
    private RecordingAttendance attendance;

    @Autowired
    private ReportingActions reporting;

    @Test
    void whoeverRefersLearnsTheReferenceAndTheCoordinatorFindsItWaiting() {
        UUID id = newId();
        String reference = referring.refer(worker, id, resident("Ottilie", "HOUSING"));
        assertThat(reference).startsWith("HUB-");
        assertThat(reading.desk(keeper).waiting()).extracting(HubCase::id).contains(id);
        HubCaseInFull found = reading.open(keeper, id);
        assertThat(found.line().name()).isEqualTo("Ottilie Inventley");
        assertThat(found.home()).isNotNull();
        assertThat(found.children()).hasSize(1);
        assertThat(found.needs()).extracting(Need::code).containsExactly("HOUSING");
        HubCaseInFull own = reading.open(worker, id);
        assertThat(own.line().name()).isEqualTo("Ottilie Inventley");
        assertThat(own.story()).as("a referrer reads no part but who it is").isNull();
        assertThat(partnership()
                        .count(
                                "select count(*) from people.source_record where family_name = 'Inventley' and id in "
                                        + "(select person_id from access.about where record_id = ?)",
                                id))
                .isEqualTo(2);
        assertThatThrownBy(() -> reading.open(police, id)).isInstanceOf(Absent.class);
    }

    @Test
    void sentTwiceAtOnceAResidentIsReferredOnceAndSomethingElseUnderTheSameIdIsRefused() throws Exception {
        UUID id = newId();
        Callable<String> refer = () -> referring.refer(worker, id, resident("Perdita", "HOUSING"));
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all.invokeAll(List.of(refer, refer, refer))) {
                assertThat(one.get()).startsWith("HUB-");
            }
        }
        assertThat(partnership().count("select count(*) from hub.referral where id = ?", id))
                .isEqualTo(1);
        assertThatThrownBy(() -> referring.refer(worker, id, resident("Rosalind", "HOUSING")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> referring.refer(helper, id, resident("Perdita", "HOUSING")))
                .as("another agency's id")
                .isInstanceOf(Absent.class);
    }

    @Test
    void whatIsAddedIsOpenToTheAgenciesOfTheMeetingWhichAreAskedAndReadNoAddress() {
        UUID id = added("Viola", "HOUSING", "SELF_NEGLECT");
        HubCaseInFull found = reading.open(police, id);
        assertThat(found.line().name()).isEqualTo("Viola Inventley");
        assertThat(found.story()).isNotNull();
        assertThat(found.home()).as("the rule keeps the address from agencies").isNull();
        assertThat(found.children()).isEmpty();
        assertThat(found.requests()).hasSize(4);
        asking.answer(police, newId(), id, request(police, id).id(), Known.KNOWN, "Invented: two calls");
        asking.answer(housing, newId(), id, request(housing, id).id(), Known.OPEN, "Invented: our tenant");
        assertThat(reading.open(helper, id).requests())
                .extracting(HubCaseInFull.Request::known)
                .contains(Known.KNOWN, Known.OPEN);
        assertThatThrownBy(() ->
                        asking.answer(police, newId(), id, request(housing, id).id(), Known.OPEN, "Invented"))
                .as("for another agency")
                .isInstanceOf(Absent.class);
        assertThat(meetings.meeting(police, meeting).cases())
                .extracting(HubCase::id)
                .containsExactly(id);
        Viewer stranger = partnership().viewer(partnership().agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.HUB);
        assertThatThrownBy(() -> reading.open(stranger, id)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> meetings.meeting(stranger, meeting)).isInstanceOf(Absent.class);
    }

    @Test
    void aNeedThatComesToLightIsAddedAndDomesticAbuseClosesTheCaseAtOnce() {
        UUID id = added("Marina", "HOUSING");
        assertThat(reading.open(helper, id).line().name()).isEqualTo("Marina Inventley");
        assertThatThrownBy(() -> needs.add(helper, newId(), id, version(id), "SELF_HARM"))
                .as("neither keeper nor lead")
                .isInstanceOf(Absent.class);
        int version = version(id);
        UUID form = newId();
        assertThat(needs.add(keeper, form, id, version, "SELF_HARM")).isTrue();
        assertThat(needs.add(keeper, form, id, version, "SELF_HARM"))
                .as("sent twice")
                .isTrue();
        assertThat(needs.add(keeper, newId(), id, version, "OFFENDING"))
                .as("of a stale page")
                .isFalse();
        assertThatThrownBy(() -> needs.add(keeper, newId(), id, version(id), "NO_SUCH"))
                .isInstanceOf(Refused.class);
        assertThat(reading.open(helper, id).needs()).extracting(Need::code).containsExactly("HOUSING", "SELF_HARM");
        assertThat(needs.add(keeper, newId(), id, version(id), "DOMESTIC_ABUSE"))
                .isTrue();
        assertThatThrownBy(() -> reading.open(helper, id)).isInstanceOf(Absent.class);
        assertThat(reading.elsewhere(helper, id).reference()).startsWith("HUB-");
        assertThat(reading.open(police, id).needs())
                .as("of a MARAC")
                .extracting(Need::code)
                .contains("DOMESTIC_ABUSE");
        assertThat(needs.missing(reading.open(keeper, id)))
                .extracting(Need::code)
                .contains("OFFENDING")
                .doesNotContain("DOMESTIC_ABUSE", "HOUSING", "SELF_HARM");
    }

    @Test
    void afterTheCutOffOnlyWhatIsUrgentIsAdded() {
        UUID tomorrow = meetingIn(1);
        UUID id = referred("Hermia", "HOUSING");
        assertThatThrownBy(() -> deciding.add(keeper, newId(), id, 0, adding(tomorrow, false)))
                .isInstanceOf(Refused.class);
        assertThat(deciding.add(keeper, newId(), id, 0, adding(tomorrow, true))).isTrue();
        assertThat(reading.open(keeper, id).decisions().getFirst().urgent()).isTrue();
    }

    @Test
    void ofTwoWhoDecideTheSecondIsToldAndAFormSentTwiceIsDoneOnce() {
        UUID id = referred("Helena", "HOUSING");
        UUID form = newId();
        assertThat(deciding.add(keeper, form, id, 0, adding(meeting, false))).isTrue();
        assertThat(deciding.add(keeper, form, id, 0, adding(meeting, false)))
                .as("sent twice")
                .isTrue();
        assertThat(deciding.notAdd(keeper, newId(), id, 0, "ONE_AGENCY", "Invented"))
                .as("of a stale page")
                .isFalse();
        assertThat(reading.open(keeper, id).decisions()).hasSize(1);
    }

    @Test
    void onlyTheHubCoordinatorDecides() {
        UUID id = added("Portia", "HOUSING");
        for (Viewer other : List.of(police, housing, marac)) {
            assertThatThrownBy(() -> deciding.remove(other, newId(), id, 1, "NEEDS_MET", "Invented"))
                    .isInstanceOf(Absent.class);
            assertThatThrownBy(() -> leading.lead(other, newId(), id, 1, force)).isInstanceOf(Absent.class);
        }
    }

    @Test
    void aTaskForAnAgencyNotAtTheMeetingIsRefusedOrWarnedOf() {
        UUID id = added("Celia", "HOUSING");
        UUID outside = partnership().agency("HOSPITAL");
        assertThatThrownBy(() -> task(id, newId(), outside, false)).isInstanceOf(Refused.class);
        attendance.record(
                keeper,
                newId(),
                meeting,
                new Attendance.Given(force, police.account(), "", Capacity.REPRESENTATIVE, Came.PRESENT, null, null),
                null);
        assertThat(task(id, newId(), charity, false)).isEqualTo(TaskingAgencies.Outcome.NOT_THERE);
        UUID action = newId();
        assertThat(task(id, action, charity, true)).isEqualTo(TaskingAgencies.Outcome.AGREED);
        assertThat(task(id, action, charity, true)).isEqualTo(TaskingAgencies.Outcome.AGREED);
        assertThat(reading.open(keeper, id).actions()).hasSize(1);
        assertThat(reading.open(police, id).actions())
                .extracting(Action::shownWords)
                .containsExactly("Invented: visit");
        assertThat(partnership().count("select count(*) from meeting.action where record_id = ?", action))
                .isEqualTo(1);
    }

    private TaskingAgencies.Outcome task(UUID id, UUID action, UUID agency, boolean told) {
        return tasking.agree(
                keeper,
                action,
                id,
                new Action.Term(agency, null, today.plusDays(7)),
                new Action.Content("Invented: visit", Area.HOUSING, Subject.OTHER),
                told);
    }

    @Test
    void theHubCoordinatorReportsWhatAnAgencyTellsAndNoActionOfTheMarac() {
        UUID id = added("Beatrice", "HOUSING");
        UUID action = newId();
        task(id, action, charity, false);
        reporting.report(
                keeper, action, 0, new ReportingActions.Said(ActionState.COMPLETE, today, "Invented: they rang"));
        assertThat(reading.open(keeper, id).actions().getFirst().state()).isEqualTo(ActionState.COMPLETE);
        UUID other = partnership().record(org.witan.access.RecordKind.ACTION, council);
        assertThatThrownBy(() -> reporting.open(keeper, other))
                .as("their agency takes part in it")
                .isInstanceOf(Absent.class);
    }

    @Test
    void whoBecomesHubCoordinatorReadsTheActionsOfCasesThatAreThere() {
        UUID id = added("Hero", "HOUSING");
        task(id, newId(), charity, false);
        Viewer later = partnership().viewer(council, Role.HUB_COORDINATOR, Purpose.HUB);
        assertThat(reading.open(later, id).actions()).hasSize(1);
    }

    @Test
    void aCaseWithDomesticAbuseIsDiscussedOnlyWhenRequiredAndOnlyAgenciesOfTheMaracSeeIt() {
        UUID id = newId();
        referring.refer(housing, id, resident("Imogen", "DOMESTIC_ABUSE", "HOUSING"));
        var plain = new DecidingCases.Adding(meeting, "Invented", false, false, true, "see who helps");
        assertThatThrownBy(() -> deciding.add(keeper, newId(), id, 0, plain)).isInstanceOf(Refused.class);
        assertThat(deciding.add(keeper, newId(), id, 0, adding(meeting, false))).isTrue();
        assertThat(reading.open(police, id).restricted()).isTrue();
        assertThatThrownBy(() -> reading.open(helper, id)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reading.open(housing, id)).isInstanceOf(Absent.class);
        assertThat(reading.elsewhere(housing, id).reference()).startsWith("HUB-");
        assertThatThrownBy(() -> reading.elsewhere(helper, id)).isInstanceOf(Absent.class);
        assertThat(meetings.meeting(helper, meeting).cases()).isEmpty();
        assertThat(meetings.meeting(helper, meeting).elsewhere()).isEqualTo(1);
        assertThat(meetings.meeting(police, meeting).elsewhere()).isZero();
        assertThatThrownBy(() -> leading.lead(keeper, newId(), id, version(id), charity))
                .isInstanceOf(Refused.class);
    }

    @Test
    void steppedUpToTheMaracACaseIsMadeKnownThereAndDiscussedElsewhereForOthersAlsoAfterwards() {
        UUID id = added("Marina", "HOUSING");
        assertThat(reading.open(helper, id).line().name()).isNotNull();
        assertThatThrownBy(() -> reading.open(marac, id)).isInstanceOf(Absent.class);
        UUID step = newId();
        assertThat(stepping.up(keeper, step, id, version(id), StepUpTo.MARAC, "Invented: he is back"))
                .isTrue();
        assertThatThrownBy(() -> reading.open(helper, id)).isInstanceOf(Absent.class);
        assertThat(reading.elsewhere(helper, id).id()).isEqualTo(id);
        assertThat(reading.open(police, id).line().name()).isNotNull();
        assertThat(reading.open(marac, id).home()).isNotNull();
        assertThat(stepping.steppedUp(marac)).extracting(HubCase::id).contains(id);
        assertThatThrownBy(() -> stepping.settle(keeper, step, id, true, "Invented"))
                .isInstanceOf(Absent.class);
        stepping.settle(marac, step, id, true, "Invented: high risk");
        assertThat(stepping.steppedUp(marac)).extracting(HubCase::id).doesNotContain(id);
        assertThat(stepping.down(keeper, step, id, version(id), "Invented: safe now"))
                .isTrue();
        assertThat(reading.open(keeper, id).goingOn()).isEmpty();
        assertThatThrownBy(() -> reading.open(helper, id)).isInstanceOf(Absent.class);
    }

    @Test
    void theCoordinatorAndTheChairOfTheMaracSeeNoActionOfAResidentWhoIsNoCaseOfTheirs() throws Exception {
        UUID id = added("Hermione", "HOUSING");
        UUID action = newId();
        task(id, action, charity, true);
        Viewer chair = partnership().viewer(council, Role.CHAIR, Purpose.MARAC);
        for (Viewer other : List.of(marac, chair)) {
            assertThat(answer(other, "/records/" + action).statusCode()).isEqualTo(404);
            assertThat(answer(other, "/actions/" + action).statusCode()).isEqualTo(404);
            assertThat(answer(other, "/actions").body()).doesNotContain("Invented: visit");
        }
        for (Viewer own : List.of(keeper, helper)) {
            assertThat(answer(own, "/records/" + action).statusCode()).isEqualTo(200);
        }
        stepping.up(keeper, newId(), id, version(id), StepUpTo.MARAC, "Invented: he is back");
        assertThat(answer(marac, "/records/" + action).statusCode())
                .as("made known to whoever coordinates the MARAC")
                .isEqualTo(200);
        assertThat(answer(chair, "/records/" + action).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheMaracDoesNotTakeOrIsSteppedDownIsClosedToItsCoordinatorAgainWithItsActions(boolean taken)
            throws Exception {
        UUID id = added("Hippolyta", "HOUSING");
        UUID action = newId();
        task(id, action, charity, true);
        UUID account = partnership().account("Person");
        UUID agency = partnership().agency("POLICE");
        Viewer both = new Viewer(
                account,
                partnership().membership(account, agency, Role.HUB_COORDINATOR),
                agency,
                Role.HUB_COORDINATOR,
                Purpose.HUB,
                keeper.origin());
        partnership().membership(account, agency, Role.COORDINATOR);
        UUID step = newId();
        stepping.up(keeper, step, id, version(id), StepUpTo.MARAC, "Invented: he is back");
        Viewer later = partnership().viewer(council, Role.COORDINATOR, Purpose.MARAC);
        for (Viewer coordinates : List.of(marac, later)) {
            assertThat(answer(coordinates, "/records/" + action).statusCode()).isEqualTo(200);
        }
        if (taken) {
            stepping.settle(marac, step, id, true, "Invented: high risk");
            assertThat(answer(marac, "/records/" + action).statusCode()).isEqualTo(200);
            stepping.down(keeper, step, id, version(id), "Invented: safe now");
        } else {
            var settled = new Sender(address(), Sessions.cookieOf(marac, application))
                    .post("/hub/cases/" + id + "/settle/" + step, "version", "0", "taken", "NO", "words", "Invented");
            assertThat(settled.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/hub"));
        }
        for (Viewer coordinates : List.of(marac, later)) {
            assertThat(answer(coordinates, "/records/" + action).statusCode()).isEqualTo(404);
            assertThatThrownBy(() -> reading.open(coordinates, id)).isInstanceOf(Absent.class);
        }
        for (Viewer hub : List.of(keeper, both)) {
            assertThat(reading.open(hub, id).actions()).hasSize(1);
        }
    }

    @Test
    void whoeverIsToCoordinateTheMaracNextWeekGetsWhatIsSteppedUpThenAndNothingThatIsOver() {
        UUID with = added("Titania", "HOUSING");
        stepping.up(keeper, newId(), with, version(with), StepUpTo.MARAC, "Invented: he is back");
        UUID over = added("Bianca", "HOUSING");
        stepping.up(keeper, newId(), over, version(over), StepUpTo.MARAC, "Invented: he is back");
        deciding.remove(keeper, newId(), over, version(over), "NEEDS_MET", "Invented");
        UUID account = partnership().account("Person");
        partnership().run("""
                        insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
                        values (?, ?, ?, 'COORDINATOR', access.today() + 7, now())
                        """, newId(), account, council);
        String assigned = "select count(*) from access.assignment where account_id = ? and record_id = ?";
        assertThat(partnership().count(assigned + " and from_at > now() + interval '6 days'", account, with))
                .as("from the day on which they start")
                .isOne();
        assertThat(partnership().count(assigned + " and from_at <= now() + interval '6 days'", account, with))
                .isZero();
        assertThat(partnership().count(assigned, account, over)).isZero();
    }

    private HttpResponse<String> answer(Viewer viewer, String path) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application)).get(path);
    }

    @Test
    void whoeverCoordinatesTheMaracLaterGetsWhatWasSteppedUpBeforeAndNothingThatCameBack() {
        UUID with = added("Imogen", "HOUSING");
        stepping.up(keeper, newId(), with, version(with), StepUpTo.MARAC, "Invented: he is back");
        UUID back = added("Beatrice", "HOUSING");
        UUID step = newId();
        stepping.up(keeper, step, back, version(back), StepUpTo.MARAC, "Invented: he is back");
        stepping.down(keeper, step, back, version(back), "Invented: safe now");
        UUID never = added("Cordelia", "HOUSING");
        Viewer later = partnership().viewer(council, Role.COORDINATOR, Purpose.MARAC);
        assertThat(stepping.steppedUp(later))
                .extracting(HubCase::id)
                .contains(with)
                .doesNotContain(back, never);
        assertThatThrownBy(() -> reading.open(later, back)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reading.open(later, never)).isInstanceOf(Absent.class);
    }

    @Test
    void anAgencyThatClosesWithOpenActionsOfTheHub() throws Exception {
        UUID id = added("Ophelia", "HOUSING");
        leading.lead(keeper, newId(), id, version(id), charity);
        task(id, newId(), charity, true);
        Viewer administrator =
                partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        assertThat(answer(administrator, "/administration/agencies/" + charity + "/close")
                        .body())
                .contains(
                        "1 action of the hub is open with this agency",
                        "1 hub case is led by this agency",
                        "1 question of the hub is not answered")
                .doesNotContain("Ophelia", "Invented: visit");
        partnership().run("update access.agency set closed_at = now() where id = ?", charity);
        assertThat(answer(keeper, "/work").body())
                .contains("action of the hub stands with an agency that closed", "led by an agency that closed");
    }

    @Test
    void independenceIsMeasuredByTheHubAndTheLeadAgencyAlone() {
        UUID id = added("Juliet", "HOUSING", "MENTAL_HEALTH");
        leading.lead(keeper, newId(), id, version(id), landlord);
        assertThat(measure(housing, id, Occasion.START, 2)).isTrue();
        assertThat(measure(housing, id, Occasion.REVIEW, 5)).isTrue();
        assertThatThrownBy(() -> measure(police, id, Occasion.REVIEW, 6)).isInstanceOf(Absent.class);
        HubCaseInFull found = reading.open(keeper, id);
        assertThat(found.measurements())
                .extracting(one -> one.values().get("HOUSING"))
                .containsExactly(2, 5);
        assertThat(found.line().reviewOn()).isEqualTo(today.plusDays(30));
    }

    private boolean measure(Viewer viewer, UUID id, Occasion occasion, int value) {
        return measuring.measure(
                viewer,
                newId(),
                id,
                version(id),
                new MeasuringIndependence.Measuring(
                        occasion,
                        true,
                        today,
                        "Invented",
                        Map.of("HOUSING", value, "MENTAL_HEALTH", value),
                        today.plusDays(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEEDS_MET", "DISENGAGED", "DIED"})
    void aCaseThatIsRemovedIsCountedInItsYear(String reason) {
        UUID id = added("Rosaline", "HOUSING");
        int year = today.getMonthValue() < 4 ? today.getYear() - 1 : today.getYear();
        var before = counting.of(keeper, year, Verb.READ);
        measure(keeper, id, Occasion.START, 3);
        measure(keeper, id, Occasion.END, 8);
        assertThat(deciding.remove(keeper, newId(), id, version(id), reason, "Invented"))
                .isTrue();
        var after = counting.of(keeper, year, Verb.READ);
        assertThat(after.removedInAll()).isEqualTo(before.removedInAll() + 1);
        assertThat(after.lasted()).isNotNull();
        assertThatThrownBy(() -> measure(keeper, id, Occasion.REVIEW, 9)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> deciding.remove(keeper, newId(), id, version(id), reason, "Invented again"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void inTotalTheMedianChangeIsShownFromFiveResidentsOn() {
        int there = changeOf("SEXUAL_EXPLOITATION").cases();
        for (int at = there; at < MeasuringIndependence.FEWEST; at++) {
            MeasuringIndependence.Change so = changeOf("SEXUAL_EXPLOITATION");
            assertThat(so.median()).isNull();
            UUID id = added("Total", "SEXUAL_EXPLOITATION");
            measureOne(id, Occasion.START, 1);
            measureOne(id, Occasion.REVIEW, 1 + at);
        }
        MeasuringIndependence.Change change = changeOf("SEXUAL_EXPLOITATION");
        assertThat(change.cases()).isEqualTo(5);
        assertThat(change.median()).isEqualTo(new MeasuringIndependence.Median(2, 1, 3));
    }

    @Test
    void theListsOfTheHubLeaveItMarkedAndWithoutNames() throws Exception {
        UUID id = added("Perdita", "HOUSING");
        var found = reading.open(keeper, id).line();
        var sender = new Sender(address(), Sessions.cookieOf(keeper, new Presence(Instant.now()), application));
        var file = sender.get("/hub.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines().filter(line -> line.contains(found.reference())))
                .singleElement(STRING)
                .contains("open", found.referredOn().toString());
        assertThat(file.body())
                .contains("RESTRICTED", "It names nobody")
                .doesNotContain(Objects.requireNonNull(found.name()));
        assertThat(sender.get("/hub/independence.csv").body()).contains("RESTRICTED", "Residents", "Housing");
    }

    private MeasuringIndependence.Change changeOf(String need) {
        return measuring.total(keeper, Verb.COUNT).stream()
                .filter(one -> one.need().code().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private void measureOne(UUID id, Occasion occasion, int value) {
        measuring.measure(
                keeper,
                newId(),
                id,
                version(id),
                new MeasuringIndependence.Measuring(
                        occasion, false, today, "", Map.of("SEXUAL_EXPLOITATION", value), null));
    }

    @ParameterizedTest
    @CsvSource({
        "referral_state_is_known, org.witan.hub.CaseState",
        "answer_is_known, org.witan.hub.Known",
        "measurement_occasion_is_known, org.witan.hub.Occasion",
        "step_up_goes_somewhere_known, org.witan.hub.StepUpTo",
        "step_end_is_known, org.witan.hub.StepEnd"
    })
    void whatTheCodeKnowsIsWhatTheDatabaseKnows(String rule, Class<? extends Enum<?>> names) {
        List<String> known = partnership().asked("""
                        select (regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g'))[1]
                        from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                        where n.nspname = 'hub' and c.conname = ?
                        """, rule);
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(names.getEnumConstants()).map(Enum::name).toList());
    }
}
