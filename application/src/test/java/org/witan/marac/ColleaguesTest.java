package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.lists.KeepingLists;
import org.witan.marac.Colleagues.Reason;
import org.witan.marac.Colleagues.Settled;
import org.witan.marac.Referring.Referred;
import org.witan.site.Days;

/// A case in which somebody works for an agency is shown to that agency only when somebody decided so.
class ColleaguesTest extends AConference {
    @Autowired
    private KeepingLists lists;

    @Autowired
    private Emergencies emergencies;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private ReferringAgain referringAgain;

    @Autowired
    private JdbcClient database;

    private UUID referral;
    private UUID meeting;

    @BeforeEach
    void aReferralOfSomebodyWhoWorksForThePolice() {
        referral = said("Borisav", "Invented Force, a sergeant");
        meeting = meeting(-10);
    }

    private UUID said(String harmer, String... works) {
        UUID made = referred(harmer, 3);
        partnership()
                .run(
                        "insert into marac.statement (id, record_id, part, topic, words) values (gen_random_uuid(), ?, 'THIRD_PARTY', 'WORKS_FOR_AGENCY', ?)",
                        made,
                        String.join("\n", works));
        accept(made, TriageOutcome.ACCEPTED);
        return made;
    }

    private void accept(UUID made, TriageOutcome outcome) {
        triaging.decide(coordinator, made, outcome, Ground.ESCALATION, "", repeat -> "invented: " + repeat.on());
    }

    private Reason reason(String words) {
        return new Reason(UUID.randomUUID(), "Invented Force: 1 person", words);
    }

    private void assertRefused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("marac.refused.works"));
    }

    private boolean isOpenToThePolice() {
        return partnership()
                        .count(
                                "select count(*) from access.party where record_id = ? and agency_id = ? and until_at is null",
                                referral,
                                police.agency())
                > 0;
    }

    @Test
    void itIsNotListedBeforeSomebodyDecidesAndNobodySeesItMeanwhile() {
        assertRefused(() -> listing.list(coordinator, referral, meeting));
        assertRefused(() -> listing.list(coordinator, referral, meeting, reason("")));
        assertThat(isOpenToThePolice()).isFalse();
        assertThat(partnership().count("select count(*) from meeting.item where record_id = ?", referral))
                .as("nothing of it is on an agenda")
                .isZero();
        var opening = listing.opening(coordinator, referral, meeting);
        assertThat(opening.settled()).isEqualTo(Settled.OPEN);
        assertThat(opening.said())
                .containsExactly(new Colleagues.Said("Invented Force, a sergeant", referral, opening.reference()));
        assertThat(opening.seeing())
                .as("both agencies of the board, and whoever takes part already")
                .anyMatch(one -> !one.already() && one.people() == 1)
                .anyMatch(Colleagues.Seeing::already);
    }

    @Test
    void aReasonIsKeptWithWhoCouldSeeItAndIsAskedOnceForABoard() {
        listing.list(coordinator, referral, meeting, reason("Invented: another department"));
        assertThat(isOpenToThePolice()).isTrue();
        var opening = listing.opening(coordinator, referral, meeting);
        assertThat(opening.settled()).isEqualTo(Settled.CONFIRMED);
        assertThat(opening.confirmed()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("Invented: another department");
            assertThat(one.wouldSee()).isEqualTo("Invented Force: 1 person");
        });
        assertThatThrownBy(() -> listing.opening(police, referral, meeting))
                .as("nobody else reads what was decided")
                .isInstanceOf(Absent.class);
    }

    @Test
    void anAgencyThatIsShutOutSeesNothingAndTheCaseIsListed() {
        lists.add(coordinator, referral, org.witan.access.lists.Listing.EMPLOYEE_CASE, police.agency(), "works there");
        var opening = listing.opening(coordinator, referral, meeting);
        assertThat(opening.settled()).isEqualTo(Settled.SHUT_OUT);
        assertThat(opening.seeing()).anyMatch(one -> one.shutOut() && one.people() == 0);
        listing.list(coordinator, referral, meeting);
        assertThatThrownBy(() -> reading.read(police, referral)).isInstanceOf(Absent.class);
        assertThat(reading.read(housing, referral).reference()).isNotEmpty();
    }

    @Test
    void twoAgenciesAreNamedAndOneIsShutOutSoItIsStillAsked() {
        referral = said("Wolf", "Ottilie: Invented Force", "Wolf: Invented Homes");
        lists.add(coordinator, referral, org.witan.access.lists.Listing.EMPLOYEE_CASE, police.agency(), "works there");
        assertRefused(() -> listing.list(coordinator, referral, meeting));
    }

    @Test
    void aCaseInWhichNobodyWorksForAnAgencyIsListedAsBefore() {
        UUID other = another("Wolf", "wolf" + letters());
        listing.list(coordinator, other, meeting);
        assertThat(listing.opening(coordinator, other, meeting).settled()).isEqualTo(Settled.NOTHING_SAID);
    }

    /// A case of another victim.
    private UUID another(String given, String of) {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Bianca", "family", letters() + "inv", "born", Days.typed(born.plusDays(77)));
        keep(draft, "perpetrator.1", "given", given, "family", of, "born", Days.typed(born.minusDays(1000)));
        keep(draft, "happened", "words", "Invented: he came back.");
        keep(draft, "judgement", "grounds", "PROFESSIONAL_JUDGEMENT", "words", "invented worry");
        keep(draft, "aware", "consent", "YES", "aware", "YES");
        UUID made = ((Referred) referring.refer(nurse, draft)).referral();
        accept(made, TriageOutcome.ACCEPTED);
        return made;
    }

    @Test
    void aRepeatIsAskedTooWhereOnlyTheEarlierReferralSaysSo() {
        UUID again = referred("Borisav", 1);
        accept(again, TriageOutcome.ACCEPTED);
        assertThat(reading.read(coordinator, again).about(Topic.WORKS_FOR_AGENCY))
                .as("whoever referred again knew nothing of it")
                .isEmpty();
        assertRefused(() -> listing.list(coordinator, again, meeting));
        String earlier = reading.read(coordinator, referral).reference();
        assertThat(listing.opening(coordinator, again, meeting).said())
                .containsExactly(new Colleagues.Said("Invented Force, a sergeant", referral, earlier));
        listing.list(coordinator, again, meeting, reason("Invented: another department"));
        assertThat(reading.read(police, again).reference()).isNotEmpty();
    }

    @Test
    void whoeverCausesHarmWorksThereWithAnotherVictimToo() {
        UUID other = another("Borisav", "borisav" + family);
        assertRefused(() -> listing.list(coordinator, other, meeting));
    }

    @Test
    void aReferralThatWasInErrorSaysNothingOfAnother() {
        UUID again = referred("Borisav", 1);
        accept(again, TriageOutcome.ACCEPTED);
        UUID asked = UUID.randomUUID();
        withdrawing.ask(nurse, asked, referral, Withdrawal.Reason.WRONG_PERSON, "invented: another Katherine");
        assertThat(listing.opening(coordinator, again, meeting).settled()).isEqualTo(Settled.OPEN);
        withdrawing.decide(coordinator, asked, Withdrawal.Outcome.WITHDRAWN, "", Enum::name);
        assertThat(listing.opening(coordinator, again, meeting).settled()).isEqualTo(Settled.NOTHING_SAID);
    }

    @Test
    void whoMayNotSeeTheEarlierReferralLearnsThatItIsSaidAndNotWhere() {
        UUID again = referred("Borisav", 1);
        accept(again, TriageOutcome.ACCEPTED);
        lists.add(coordinator, referral, org.witan.access.lists.Listing.BARRIER, coordinator.account(), "a friend");
        assertThatThrownBy(() -> reading.read(coordinator, referral)).isInstanceOf(Absent.class);
        assertRefused(() -> listing.list(coordinator, again, meeting));
        assertThat(listing.opening(coordinator, again, meeting).said())
                .containsExactly(new Colleagues.Said(null, null, null));
    }

    @Test
    void aReferralThatBeginsFilledInHoldsWhoWorksWhereAndTheChildren() {
        UUID told = said("Wolf", "Wolf wolf" + family + ": Invented Homes");
        Answers answers = again(coordinator, told);
        assertThat(answers.text("perpetrator.1.works")).isEqualTo("YES");
        assertThat(answers.text("perpetrator.1.works-where")).isEqualTo("Invented Homes");
        assertThat(answers.text("victim.works")).isEmpty();
        assertThat(answers.text("other.1.given")).isEqualTo("Small");
        assertThat(answers.text("other.1.standing")).isEqualTo("CHILD");
        assertThat(answers.text("other.1.born")).isEqualTo("1/9/2020");
        assertThat(answers.text("other.1.relation-victim")).isEqualTo("UNKNOWN");
        assertThat(answers.text("other.1.household")).as("it may have moved").isEmpty();
        Answers theirs = again(nurse, told);
        assertThat(theirs.text("other.1.given")).isEqualTo("Small");
        assertThat(theirs.text("perpetrator.1.works"))
                .as("what others said in confidence")
                .isEmpty();
    }

    @Test
    void thatSomebodyWorksForOneIsHeldAlsoWhereNobodySaidForWhich() {
        Answers answers = again(coordinator, said("Wolf", "Wolf wolf" + family + ":"));
        assertThat(answers.text("perpetrator.1.works")).isEqualTo("YES");
        assertThat(answers.text("perpetrator.1.works-where")).isEmpty();
    }

    private Answers again(Viewer viewer, UUID of) {
        return drafting.open(viewer, referringAgain.begin(viewer, UUID.randomUUID(), of))
                .answers();
    }

    @Test
    void anEmergencyMeetingAsksToo() {
        UUID urgent = referred("Wolf", 1);
        partnership()
                .run(
                        "insert into marac.statement (id, record_id, part, topic, words) values (gen_random_uuid(), ?, 'THIRD_PARTY', 'WORKS_FOR_AGENCY', 'Invented Force')",
                        urgent);
        accept(urgent, TriageOutcome.EMERGENCY);
        Instant soon = Instant.now().plus(1, ChronoUnit.DAYS);
        UUID called = UUID.randomUUID();
        assertRefused(() -> emergencies.call(coordinator, called, urgent, board, soon, "Invented Hall"));
        assertThat(emergencies.would(coordinator, urgent, board).settled()).isEqualTo(Settled.OPEN);
        emergencies.call(coordinator, called, urgent, board, soon, "Invented Hall", reason("Invented: it cannot wait"));
        assertThat(reading.read(police, urgent).reference()).isNotEmpty();
    }

    @Test
    void theDatabaseItselfOpensNothingThatNobodyDecided() {
        assertThatThrownBy(() -> witnessing.witness(coordinator, Deed.of(Verb.CHANGE, "agenda"), shown -> {
                    listing.putOn(coordinator, shown, referral, meeting);
                    return Absent.whereRefused(() -> database.sql("select marac.open_to_board(:referral, :meeting)")
                            .param("referral", referral)
                            .param("meeting", meeting)
                            .query(Integer.class)
                            .single());
                }))
                .isInstanceOf(Absent.class);
        assertThat(isOpenToThePolice()).isFalse();
    }
}
