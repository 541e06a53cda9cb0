package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.marac.Referring.Referred;
import org.witan.marac.Reviewing.Due;
import org.witan.marac.Reviewing.What;
import org.witan.site.Days;

/// A case whose time is over is reviewed, and what was decided about it is kept.
class ReviewingTest extends AConference {
    private static final int YEAR = 366;

    @Autowired
    private Reviewing reviewing;

    /// A referral of the victim of this test without a child.
    private UUID childless(int daysAgo) {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", family, "born", Days.typed(born));
        keep(draft, "perpetrator.1", "given", "Borisav", "family", family + "er");
        keep(draft, "judgement", "grounds", "ESCALATION");
        keep(draft, "aware", "consent", "YES");
        UUID referral = ((Referred) referring.refer(nurse, draft)).referral();
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - ? * interval '1 day', referred_on = referred_on - ? where id = ?",
                        daysAgo,
                        daysAgo,
                        referral);
        return referral;
    }

    private boolean isDue(UUID referral) {
        return reviewing.open(coordinator, referral).due() != null;
    }

    @Test
    void whatNoConferenceHeardIsDueAfterTwoYearsAndNotBefore() {
        UUID referral = childless(2 * YEAR);
        Due due = Objects.requireNonNull(reviewing.open(coordinator, referral).due());
        assertThat(due.words()).isEqualTo("A referral that no conference heard");
        assertThat(due.dueOn()).isEqualTo(due.eventOn().plusYears(2)).isBeforeOrEqualTo(today);
        partnership().run("update marac.referral set referred_on = referred_on + 5 where id = ?", referral);
        assertThat(isDue(referral)).isFalse();
    }

    @Test
    void whatWasHeardIsKeptLongerAndItsTimeIsASetting() {
        UUID referral = childless(6 * YEAR);
        UUID meeting = listed(referral, 6 * YEAR - 20);
        conferring.heard(coordinator, meeting, item(meeting, referral));
        assertThat(isDue(referral)).isFalse();
        set("marac_keep_heard_months", 60);
        try {
            assertThat(isDue(referral)).isTrue();
        } finally {
            set("marac_keep_heard_months", 84);
        }
    }

    @Test
    void aChildKeepsACaseUntilTheir25thBirthdayAlsoWhenNobodyKnowsIt() {
        UUID referral = referred("Borisav", 10 * YEAR);
        assertThat(isDue(referral)).isFalse();
        partnership()
                .run(
                        "update marac.referral set referred_at = '1990-01-02', referred_on = '1990-01-02' where id = ?",
                        referral);
        assertThat(isDue(referral)).as("born in 2020").isFalse();
    }

    @Test
    void aLaterReferralOfTheSameVictimStartsTheTimeOfAllAnew() {
        UUID referral = childless(5 * YEAR);
        assertThat(isDue(referral)).isTrue();
        childless(10);
        assertThat(isDue(referral)).isFalse();
    }

    @Test
    void whatIsKeptUntilADayIsDueAgainOnItAndEveryDecisionStays() {
        UUID referral = childless(3 * YEAR);
        UUID form = UUID.randomUUID();
        LocalDate until = today.plusYears(1);
        reviewing.decide(coordinator, form, referral, What.KEEP, until, "Invented: a review of a death");
        reviewing.decide(coordinator, form, referral, What.KEEP, until, "Invented: a review of a death");
        assertThat(isDue(referral)).isFalse();
        partnership()
                .run("update marac.retention_decision set until_day = current_date - 1 where record_id = ?", referral);
        assertThat(isDue(referral)).isTrue();
        reviewing.decide(coordinator, UUID.randomUUID(), referral, What.DESTROY, null, "Invented: nobody needs it");
        assertThat(isDue(referral)).isFalse();
        assertThat(reviewing.open(coordinator, referral).decided())
                .extracting(Reviewing.Decided::what)
                .containsExactly(What.DESTROY, What.KEEP);
        assertThat(reviewing.list(coordinator).decided())
                .filteredOn(one -> one.referral().equals(referral))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("Invented: nobody needs it"));
        assertThat(reading.read(coordinator, referral).reference())
                .as("nothing is destroyed")
                .isNotEmpty();
    }

    @Test
    void onlyACoordinatorDecidesAndOnlyAboutWhatIsDue() {
        UUID referral = childless(10);
        assertThatThrownBy(() -> reviewing.decide(
                        coordinator, UUID.randomUUID(), referral, What.DESTROY, null, "Invented: early"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("marac.refused.review.not-due"));
        assertThatThrownBy(() -> reviewing.open(nurse, referral)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reviewing.open(police, referral)).isInstanceOf(Absent.class);
    }

    @Test
    void theScheduleSaysHowLongFromWhenAndThatItIsProposed() {
        assertThat(reviewing.list(coordinator).schedule()).hasSize(3).allSatisfy(term -> {
            assertThat(term.event()).isNotEmpty();
            assertThat(term.source()).startsWith("Proposed");
        });
    }
}
