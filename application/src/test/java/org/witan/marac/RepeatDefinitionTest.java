package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.marac.Triaging.CrimeAnswer;
import org.witan.marac.Triaging.Settlement;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What makes a repeat is set by the partnership; what nobody knows counts, and a decision keeps its definition.
class RepeatDefinitionTest extends AConference {
    private static final Triaging.RepeatWords WHY = repeat -> "by " + repeat.definition();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Receiving receiving;

    @Autowired
    private TriageQueue queue;

    @Autowired
    private Returning returning;

    private UUID first;

    @BeforeEach
    void aCaseThatWasHeard() {
        first = heard("Borisav", 60, 50);
    }

    @AfterEach
    void theCurrentDefinitionAgain() {
        set("marac_repeat_definition", 0);
    }

    private void onlyCrimesCount() {
        set("marac_repeat_definition", 1);
    }

    private Repeat repeat(UUID referral) {
        return reading.read(coordinator, referral).earlier().getFirst();
    }

    private void decide(UUID referral, TriageOutcome outcome, CrimeAnswer answer) {
        triaging.decide(
                coordinator,
                referral,
                outcome,
                outcome == TriageOutcome.ACCEPTED ? Ground.ESCALATION : null,
                outcome == TriageOutcome.ACCEPTED ? "" : "Invented: who lives there?",
                answer,
                WHY);
    }

    /// Something that an agency says of the persons of this test.
    private void happens(String code, String words) {
        receiving.receive(
                police,
                Given.of(
                                Source.AGENCY_FORM,
                                GivenPerson.of(Standing.VICTIM, new Name("Katherine", family), Days.typed(born)),
                                GivenPerson.of(
                                        Standing.PERPETRATOR,
                                        new Name("Borisav", "borisav" + family),
                                        Days.typed(born.minusDays(1000))))
                        .with(new GivenConcern(null, today, code, words)));
        partnership()
                .asked("select marac.find_incident(id)::text from people.concern order by received_at desc limit 1");
    }

    private List<Incident> incidents() {
        return queue.read(coordinator).incidents().stream()
                .filter(one -> one.referral().equals(first))
                .toList();
    }

    /// As if the police had given it in an extract.
    private void isOfAnExtract() {
        partnership().run("alter table people.concern disable trigger concern_stays");
        partnership()
                .run(
                        "update people.concern set source = 'POLICE_EXTRACT' where id = (select concern_id from marac.incident where record_id = ?)",
                        first);
        partnership().run("alter table people.concern enable trigger concern_stays");
    }

    @Test
    void anyAbuseMakesARepeatUnlessThePartnershipSaysOtherwise() {
        UUID again = referred("Borisav", 0);
        assertThat(repeat(again)).satisfies(one -> {
            assertThat(one.definition()).isEqualTo(RepeatDefinition.ANY_ABUSE);
            assertThat(one.isRepeat()).isTrue();
            assertThat(one.asksForACrime()).isFalse();
        });
        decide(again, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.NO, "Invented"));
        assertThat(repeat(again).isRepeat())
                .as("an answer that nobody asked for")
                .isTrue();
        assertThat(partnership().count("select count(*) from marac.crime_answer where record_id = ?", again))
                .isZero();
    }

    @Test
    void whatNobodyKnowsCountsAndIsHeard() {
        onlyCrimesCount();
        UUID again = referred("Borisav", 0);
        assertThat(repeat(again).asksForACrime()).isTrue();
        assertThat(repeat(again).isRepeat()).isTrue();
        assertThatThrownBy(() -> decide(again, TriageOutcome.RETURNED, new CrimeAnswer(Crime.UNKNOWN, "")))
                .isInstanceOf(Refused.class);
        decide(again, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.UNKNOWN, ""));
        assertThat(repeat(again).isRepeat()).isTrue();
        assertThat(reading.read(coordinator, again).decision().orElseThrow().repeatWhy())
                .isEqualTo("by WOULD_BE_A_CRIME");
    }

    @Test
    void whatTheCoordinatorSaysIsNoCrimeIsNoRepeatAndBearsNoMark() {
        onlyCrimesCount();
        UUID again = referred("Borisav", 0);
        decide(again, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.NO, "Invented: a letter about school"));
        assertThat(repeat(again).isRepeat()).isFalse();
        assertThat(repeat(again).isNoCrime()).isTrue();
        UUID meeting = meeting(-3);
        listing.list(coordinator, again, meeting);
        assertThat(partnership().asked("select mark from meeting.item_mark where item_id = ?", item(meeting, again)))
                .doesNotContain("REPEAT");
        conferring.heard(coordinator, meeting, item(meeting, again));
        assertThat(partnership().asked("select repeat::text from marac.heard_fact where record_id = ?", again))
                .containsExactly("false");
    }

    @Test
    void aDecisionKeepsTheDefinitionByWhichItWasMade() {
        UUID again = referred("Borisav", 0);
        decide(again, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.UNKNOWN, ""));
        onlyCrimesCount();
        assertThat(repeat(again).definition()).isEqualTo(RepeatDefinition.ANY_ABUSE);
        assertThat(repeat(again).isRepeat()).isTrue();
        UUID third = referred("Borisav", 0);
        decide(third, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.NO, "Invented: no crime"));
        set("marac_repeat_definition", 0);
        assertThat(repeat(third).definition()).isEqualTo(RepeatDefinition.WOULD_BE_A_CRIME);
        assertThat(repeat(third).isRepeat()).isFalse();
    }

    @Test
    void whatThePoliceRecordedAsAnOffenceIsACrimeWhateverIsAnswered() {
        happens("8N", "Invented: he broke the door");
        isOfAnExtract();
        onlyCrimesCount();
        UUID again = referred("Borisav", 0);
        assertThat(incidents()).singleElement().matches(one -> one.crime() == Crime.YES);
        assertThat(repeat(again).crime()).isEqualTo(Crime.YES);
        decide(again, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.NO, "Invented: I think not"));
        assertThat(repeat(again).isRepeat()).isTrue();
    }

    @Test
    void anIncidentThatNobodyKnowsToBeACrimeWaitsAndIsSetAsideOnlyByTheCoordinator() throws Exception {
        happens("", "Invented: he stood in the street");
        UUID incident = incidents().getFirst().id();
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        assertThat(sender.get("/triage/incidents/" + incident).body())
                .contains("Counted by the current definition")
                .doesNotContain("It would be no crime");
        assertThatThrownBy(() -> triaging.settle(coordinator, incident, Settlement.NO_CRIME, "Invented"))
                .isInstanceOf(Refused.class);
        onlyCrimesCount();
        assertThat(sender.get("/triage/incidents/" + incident).body())
                .contains("Nobody wrote down whether this would be one", "It would be no crime");
        triaging.settle(coordinator, incident, Settlement.NO_CRIME, "Invented: a public street");
        assertThat(incidents()).isEmpty();
    }

    @Test
    void thePageAsksOnlyWhereItMattersAndWantsAReasonForNo() throws Exception {
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        UUID again = referred("Borisav", 0);
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        String question = "Would what happened since the earlier referral be a crime";
        assertThat(sender.get("/triage/" + again).body()).doesNotContain(question);
        onlyCrimesCount();
        assertThat(sender.get("/triage/" + again).body()).contains(question);
        var refused = sender.post(
                "/triage/" + again, "outcome", "ACCEPTED", "ground", "ESCALATION", "reason", "", "crime", "NO");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why it would be no crime.");
        sender.post(
                "/triage/" + again,
                "outcome",
                "ACCEPTED",
                "ground",
                "ESCALATION",
                "reason",
                "",
                "crime",
                "NO",
                "because",
                "Invented: school");
        assertThat(sender.get("/triage/" + again).body())
                .contains("no repeat by the older definition, by which this was decided");
        var nurses = new Sender(address(), Sessions.cookieOf(nurse, application));
        assertThat(nurses.get("/referrals/" + again).body()).doesNotContain("older definition", "Invented: school");
    }

    @Test
    void theReturnSaysByWhichDefinitionItsRepeatsWereDecided() throws Exception {
        var before = returned();
        decideAndHear(referred("Borisav", 0));
        onlyCrimesCount();
        decideAndHear(referred("Borisav", 0));
        decideAndHear(referred("Borisav", 0));
        var after = returned();
        assertThat(after.repeats())
                .isEqualTo(Map.of(
                        RepeatDefinition.ANY_ABUSE,
                        before.repeats().getOrDefault(RepeatDefinition.ANY_ABUSE, 0) + 1,
                        RepeatDefinition.WOULD_BE_A_CRIME,
                        before.repeats().getOrDefault(RepeatDefinition.WOULD_BE_A_CRIME, 0) + 2));
        assertThat(after.counted().all().number(ReturnCell.REPEATS))
                .isEqualTo(after.repeats().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        String day = Days.typed(today.minusDays(2)).replace(" ", "+");
        assertThat(sender.get("/returns?from=" + day + "&until=" + day).body())
                .contains("by the current one, any abuse", "by the older one, only what would be a crime");
    }

    private void decideAndHear(UUID referral) {
        decide(referral, TriageOutcome.ACCEPTED, new CrimeAnswer(Crime.UNKNOWN, ""));
        UUID meeting = meeting(2);
        listing.list(coordinator, referral, meeting);
        conferring.heard(coordinator, meeting, item(meeting, referral));
    }

    private ComparedReturn returned() {
        return returning.read(coordinator, Verb.READ, today.minusDays(2), today.minusDays(2));
    }

    @Test
    void definitionsAreNamedInTheDatabaseAsInTheCode() {
        assertThat(partnership().asked("select code from marac.repeat_definition order by number"))
                .isEqualTo(
                        Arrays.stream(RepeatDefinition.values()).map(Enum::name).toList());
    }
}
